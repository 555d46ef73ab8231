package io.marquee.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.model.Json;
import io.marquee.train.SearchTrial;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingEvent.TestMeasured;
import io.marquee.train.TrainingRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** Writes the progress of one run, a transaction a call, on a connection of its own. */
final class RunWriter implements AutoCloseable {

    /** Number of a change: larger than any before, so that others see what is new without reading all. */
    static final String NEXT_CHANGE = "(SELECT coalesce(max(changed), 0) + 1 FROM run)";

    private final Connection connection;
    private final RunTicket ticket;
    private long id;

    /** @param id number of the run where it is written already; 0 where it is new */
    RunWriter(Connection connection, RunTicket ticket, long id) throws SQLException {
        this.connection = connection;
        this.ticket = ticket;
        this.id = id;
        connection.setAutoCommit(false);
    }

    /**
     * Writes what a run has done; all of it or, on a failure, nothing.
     *
     * @return the number of the run
     */
    long write(UnsavedProgress progress) throws SQLException {
        long before = id;
        try {
            if (id == 0) {
                id = resumedRun();
            }
            if (id == 0) {
                id = begin();
            }
            if (progress.start().isPresent()) {
                writeStart(progress.start().get());
            }
            writeRestored(progress);
            writeLosses(progress);
            writeEpochs(progress);
            writeSteering(progress);
            writeRun(progress);
            connection.commit();
            return id;
        } catch (SQLException e) {
            id = before;
            connection.rollback();
            throw e;
        }
    }

    /** The run that left the checkpoints this one goes on from; 0 where it is not recorded. */
    private long resumedRun() throws SQLException {
        if (ticket.resumed().isEmpty()) {
            return 0;
        }
        try (PreparedStatement query = connection.prepareStatement("SELECT run FROM run_detail "
                + "WHERE rtrim(json_extract(request, '$.checkpoints.folder'), '/') = rtrim(?, '/') ORDER BY run DESC LIMIT 1")) {
            query.setString(1, Json.mapper().valueToTree(ticket.resumed().get()).asText());
            long known;
            try (ResultSet row = query.executeQuery()) {
                known = row.next() ? row.getLong(1) : 0;
            }
            execute("UPDATE run SET deleted = NULL, epochs_planned = ? WHERE id = ?",
                    ticket.request().hyperparameters().epochs(), known);
            execute("UPDATE run_detail SET request = ? WHERE run = ?", json(ticket.remembered()), known);
            return known;
        }
    }

    private void writeRestored(UnsavedProgress progress) throws SQLException {
        if (progress.restored().isEmpty()) {
            return;
        }
        RecordedEpoch last = progress.restored().get(progress.restored().size() - 1);
        execute("DELETE FROM epoch WHERE run = ? AND epoch > ?", id, last.result().epoch());
        execute("DELETE FROM losses WHERE run = ? AND first > ?", id, last.batches());
        execute("DELETE FROM steering WHERE run = ? AND batch > ?", id, last.batches());
        execute("UPDATE run SET batches = ? WHERE id = ?", last.batches(), id);
        for (RecordedEpoch epoch : progress.restored()) {
            writeEpoch("INSERT OR IGNORE", epoch);
        }
        writeErrors();
    }

    private long begin() throws SQLException {
        TrainingRequest request = ticket.request();
        ProcessMark process = ProcessMark.ofThis();
        try (PreparedStatement insert = connection.prepareStatement("""
                INSERT INTO run (key, changed, name, state, created, dataset, settings, device, seed, clipped,
                    epochs_planned, process, process_started)
                VALUES (?, %s, '', 'RUNNING', ?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING id""".formatted(NEXT_CHANGE))) {
            set(insert, ticket.key(), ticket.created().toEpochMilli(), ticket.dataset(),
                    SettingsWords.of(request.hyperparameters()), request.device(), request.hyperparameters().seed(),
                    request.hyperparameters().clipPredictions(), request.hyperparameters().epochs(), process.pid(),
                    process.started());
            long inserted;
            try (ResultSet row = insert.executeQuery()) {
                inserted = row.getLong(1);
            }
            execute("UPDATE run SET name = ?, colour = ? WHERE id = ?",
                    request.trial().map(SearchTrial::title).orElse("Run " + inserted), inserted - 1, inserted);
            execute("INSERT INTO run_detail (run, request, machine) VALUES (?, ?, ?)", inserted, json(ticket.remembered()),
                    json(Machine.here()));
            if (request.trial().isPresent()) {
                SearchTrial trial = request.trial().get();
                execute("UPDATE trial SET run = ? WHERE search = ? AND number = ?", inserted, trial.search(), trial.number());
            }
            return inserted;
        }
    }

    private void writeStart(RunStarted start) throws SQLException {
        execute("UPDATE run_detail SET started = ? WHERE run = ?", json(start), id);
        execute("UPDATE run SET fingerprint = ?, split = ? WHERE id = ?", start.protocol().datasetFingerprint(),
                start.protocol().split(), id);
    }

    private void writeLosses(UnsavedProgress progress) throws SQLException {
        for (UnsavedProgress.Block block : progress.blocks()) {
            float[] losses = block.losses();
            ByteBuffer points = ByteBuffer.allocate(4 * losses.length).order(ByteOrder.LITTLE_ENDIAN);
            points.asFloatBuffer().put(losses);
            execute("INSERT OR REPLACE INTO losses (run, first, seconds, points) VALUES (?, ?, ?, ?)", id, block.first(),
                    block.seconds(), points.array());
        }
    }

    private void writeEpochs(UnsavedProgress progress) throws SQLException {
        for (RecordedEpoch epoch : progress.epochs()) {
            writeEpoch("INSERT OR REPLACE", epoch);
        }
        if (!progress.epochs().isEmpty()) {
            writeErrors();
        }
        if (progress.test().isPresent()) {
            TestMeasured test = progress.test().get();
            execute("UPDATE run SET last_test_mse = ?1, best_test_mse = ?1, best_epoch = ?2 WHERE id = ?3", test.mse(),
                    test.epoch(), id);
        }
    }

    /** A database knows no NaN. */
    private static Double measured(double error) {
        return Double.isNaN(error) ? null : error;
    }

    private void writeEpoch(String insert, RecordedEpoch epoch) throws SQLException {
        execute(insert + " INTO epoch (run, epoch, batches, seconds, train_mse, validation_mse, test_mse, result) "
                + "VALUES (?, ?, ?, ?, ?, ?, ?, ?)", id, epoch.result().epoch(), epoch.batches(), epoch.seconds(),
                epoch.result().trainMse(), measured(epoch.result().validationMse()), measured(epoch.result().testMse()),
                json(epoch.result()));
    }

    /** Last and best errors by the epochs there are. */
    private void writeErrors() throws SQLException {
        execute("""
                UPDATE run SET epochs_finished = last.epoch, last_train_mse = last.train_mse,
                    last_test_mse = last.test_mse, best_test_mse = best.test_mse, best_epoch = best.epoch
                FROM (SELECT epoch, train_mse, test_mse FROM epoch WHERE run = ?1 ORDER BY epoch DESC LIMIT 1) AS last,
                    (SELECT epoch, test_mse FROM epoch WHERE run = ?1
                        ORDER BY coalesce(validation_mse, test_mse), epoch LIMIT 1) AS best
                WHERE id = ?1""", id);
    }

    private void writeSteering(UnsavedProgress progress) throws SQLException {
        for (UnsavedProgress.Steered steered : progress.steering()) {
            execute("INSERT INTO steering (run, batch, words) VALUES (?, ?, ?)", id, steered.batch(), steered.words());
        }
        if (progress.epochsPlanned() > 0) {
            execute("UPDATE run SET epochs_planned = ? WHERE id = ?", progress.epochsPlanned(), id);
        }
    }

    private void writeRun(UnsavedProgress progress) throws SQLException {
        ProcessMark process = ProcessMark.ofThis();
        execute("UPDATE run SET changed = " + NEXT_CHANGE + ", state = ?, batches = max(batches, ?), seconds = ?, "
                        + "failure = ?, process = ?, process_started = ? WHERE id = ?",
                progress.state().name(), progress.batches(), progress.seconds(),
                progress.failure().isEmpty() ? null : progress.failure(), process.pid(), process.started(), id);
    }

    private void execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            set(statement, values);
            statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private static String json(Object value) throws SQLException {
        try {
            return Json.mapper().writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("A run cannot be written as JSON", e);
        }
    }

    @Override
    public void close() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            connection.setAutoCommit(true);
            // Keeps the log short for those who read the file next; who is busy does it later.
            statement.execute("PRAGMA wal_checkpoint(PASSIVE)");
        } finally {
            connection.close();
        }
    }
}
