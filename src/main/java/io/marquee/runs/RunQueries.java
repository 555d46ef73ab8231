package io.marquee.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.marquee.model.Json;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingRequest;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads runs from rows. */
final class RunQueries {

    private static final Logger LOG = LoggerFactory.getLogger(RunQueries.class);

    private static final String SUMMARY = """
            SELECT id, key, name, state, created, dataset, settings, device, seed, clipped, fingerprint, split,
                epochs_planned, epochs_finished, batches, seconds, last_train_mse, last_test_mse, best_test_mse,
                best_epoch, failure, notes, starred, colour, model_file, deleted, changed,
                (SELECT min(validation_mse) FROM epoch WHERE epoch.run = run.id)
            FROM run
            """;

    /** Batches that may lack a loss between two that have one; a disk that fails does so for less. */
    private static final int MOST_MISSING = 10_000_000;

    private final Connection connection;
    private final JsonMapper json = Json.mapper();
    private final List<Long> leftOut = new ArrayList<>();

    RunQueries(Connection connection) {
        this.connection = connection;
    }

    /** Numbers of the runs that were left out because their rows make no sense. */
    List<Long> leftOut() {
        return leftOut;
    }

    RunChanges changesSince(long change) throws SQLException {
        List<RunSummary> runs = new ArrayList<>();
        List<Long> deleted = new ArrayList<>();
        long upTo = change;
        try (PreparedStatement query = connection.prepareStatement(SUMMARY + "WHERE changed > ? ORDER BY id DESC")) {
            query.setLong(1, change);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    upTo = Math.max(upTo, row.getLong(27));
                    if (row.getObject(26) == null) {
                        readable(row).ifPresent(runs::add);
                    } else {
                        deleted.add(row.getLong(1));
                    }
                }
            }
        }
        return new RunChanges(upTo, runs, deleted);
    }

    Optional<RunSummary> summary(long id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(SUMMARY + "WHERE id = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? readable(row) : Optional.empty();
            }
        }
    }

    /** Empty where the row is not one that Marquee writes: it does not hide the others. */
    private Optional<RunSummary> readable(ResultSet row) throws SQLException {
        try {
            return Optional.of(summary(row));
        } catch (IllegalArgumentException | NullPointerException e) {
            LOG.warn("Run {} of the history makes no sense and is left out", row.getLong(1), e);
            leftOut.add(row.getLong(1));
            return Optional.empty();
        }
    }

    private static RunSummary summary(ResultSet row) throws SQLException {
        if (!RunFolders.isKey(row.getString(2))) {
            throw new IllegalArgumentException("its key is no name of a folder");
        }
        return new RunSummary(row.getLong(1), row.getString(2), row.getString(3), RecordedState.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)), row.getString(6), row.getString(7), row.getString(8),
                new ProtocolKey(text(row, 11), text(row, 12), row.getLong(9), row.getBoolean(10)),
                row.getInt(13), row.getInt(14), row.getLong(15), row.getDouble(16), number(row, 17), number(row, 18),
                number(row, 19), row.getInt(20), number(row, 28), text(row, 21), row.getString(22), row.getBoolean(23),
                row.getInt(24), Optional.ofNullable(row.getString(25)));
    }

    private static String text(ResultSet row, int column) throws SQLException {
        String text = row.getString(column);
        return text == null ? "" : text;
    }

    /** NaN where there is none: SQLite reads 0 out of text. */
    private static double number(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue() : Double.NaN;
    }

    Optional<RunDetails> details(long id) throws SQLException {
        Optional<RunSummary> summary = summary(id);
        if (summary.isEmpty()) {
            return Optional.empty();
        }
        try (PreparedStatement query =
                connection.prepareStatement("SELECT request, started, machine, measures FROM run_detail WHERE run = ?")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                boolean there = row.next();
                String request = there ? row.getString(1) : null;
                String started = there ? row.getString(2) : null;
                String machine = there ? row.getString(3) : null;
                String measures = there ? row.getString(4) : null;
                return Optional.of(new RunDetails(summary.get(), read(request, TrainingRequest.class),
                        tree(request).path("hyperparameters"), read(started, RunStarted.class),
                        read(machine, Machine.class).orElseGet(() -> new Machine("", "", 0, 0, "", "", "")),
                        epochs(id), steering(id), read(measures, RunMeasures.class).orElseGet(RunMeasures::none)));
            }
        }
    }

    /** Numbers of the runs whose checkpoints a search needs. */
    Set<Long> neededBySearches() throws SQLException {
        Set<Long> needed = new HashSet<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT run FROM trial WHERE kept AND run IS NOT NULL");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                needed.add(row.getLong(1));
            }
        }
        return needed;
    }

    private List<String> steering(long id) throws SQLException {
        List<String> steering = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("SELECT words FROM steering WHERE run = ? ORDER BY id")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    steering.add(row.getString(1));
                }
            }
        }
        return steering;
    }

    private List<RecordedEpoch> epochs(long id) throws SQLException {
        List<RecordedEpoch> epochs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT result, batches, seconds FROM epoch WHERE run = ? ORDER BY epoch")) {
            query.setLong(1, id);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long batches = row.getLong(2);
                    double seconds = row.getDouble(3);
                    read(row.getString(1), EpochResult.class)
                            .ifPresent(result -> epochs.add(new RecordedEpoch(result, batches, seconds)));
                }
            }
        }
        return epochs;
    }

    /** What comes after the losses that are known; all anew where those are of a time before the run was resumed. */
    LossCurve losses(long id, LossCurve known) throws SQLException {
        return known.batches() > 0 && !holds(id, known) ? after(id, LossCurve.empty()) : after(id, known);
    }

    /** Whether the last mark that is known is still there: of a run that is resumed, what it had done since its checkpoint is void. */
    private boolean holds(long id, LossCurve known) throws SQLException {
        int last = known.marks().length - 1;
        try (PreparedStatement query = connection.prepareStatement("SELECT first - 1 + length(points) / 4, seconds FROM losses "
                + "WHERE run = ? AND first <= ? ORDER BY first DESC LIMIT 1")) {
            query.setLong(1, id);
            query.setLong(2, known.batches());
            try (ResultSet row = query.executeQuery()) {
                return row.next() && row.getInt(1) == known.marks()[last] && row.getDouble(2) == known.seconds()[last];
            }
        }
    }

    private LossCurve after(long id, LossCurve known) throws SQLException {
        float[] losses = known.losses();
        int[] marks = known.marks();
        double[] seconds = known.seconds();
        int end = losses.length;
        int count = marks.length;
        try (PreparedStatement query = connection.prepareStatement(
                "SELECT first, seconds, points FROM losses WHERE run = ? AND first > ? ORDER BY first")) {
            query.setLong(1, id);
            query.setLong(2, end);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    int before = row.getInt(1) - 1;
                    byte[] points = row.getBytes(3);
                    if (points == null || before < 0 || before - end > MOST_MISSING) {
                        throw new SQLException("losses from batch " + row.getString(1) + " on make no sense after batch "
                                + end);
                    }
                    int last = before + points.length / 4;
                    if (last > losses.length) {
                        losses = Arrays.copyOf(losses, Math.max(last, losses.length + losses.length / 2));
                    }
                    if (before > end) {
                        Arrays.fill(losses, end, before, Float.NaN);
                    }
                    ByteBuffer.wrap(points).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer()
                            .get(losses, before, points.length / 4);
                    if (count == marks.length) {
                        marks = Arrays.copyOf(marks, 2 * count + 16);
                        seconds = Arrays.copyOf(seconds, 2 * count + 16);
                    }
                    marks[count] = last;
                    seconds[count++] = row.getDouble(2);
                    end = last;
                }
            }
        }
        return end == known.batches() ? known : new LossCurve(Arrays.copyOf(losses, end), Arrays.copyOf(marks, count),
                Arrays.copyOf(seconds, count));
    }

    private JsonNode tree(String text) {
        try {
            return text == null ? MissingNode.getInstance() : json.readTree(text);
        } catch (JsonProcessingException e) {
            LOG.warn("What a run was asked for is not JSON", e);
            return MissingNode.getInstance();
        }
    }

    /** Empty where there is nothing, or another version wrote what this one cannot read. */
    private <T> Optional<T> read(String text, Class<T> type) {
        try {
            return text == null ? Optional.empty() : Optional.ofNullable(json.readValue(text, type));
        } catch (JsonProcessingException e) {
            LOG.warn("A {} of the history cannot be read", type.getSimpleName(), e);
            return Optional.empty();
        }
    }
}
