package io.marquee.runs;

import io.marquee.train.TrainingRequest;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Every run of this person, in an SQLite database. Opened when first used; all methods but {@link #recorder} read or write
 * the disk, so they are called off the window's thread. Thread-safe; several processes may use one folder.
 */
public final class RunHistory implements AutoCloseable {

    /** How long a deleted run can be brought back. */
    private static final Duration KEPT_AFTER_DELETION = Duration.ofDays(7);

    private final Path folder;
    private final RunDatabase database;
    private final Consumer<String> notices;
    private Connection connection;

    /**
     * @param data the person's data folder; the history is in {@code runs} inside it
     * @param notices gets what a person should know that stops nothing, as sentences, from any thread
     */
    public RunHistory(Path data, Consumer<String> notices) {
        this.folder = data.resolve("runs");
        this.notices = notices;
        this.database = new RunDatabase(folder, notices);
    }

    private interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    private synchronized <T> T with(Work<T> work) throws RunHistoryException {
        if (connection == null) {
            connection = database.connect();
        }
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    private int update(String sql, Object... values) throws RunHistoryException {
        return with(open -> {
            try (PreparedStatement statement = open.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                return statement.executeUpdate();
            }
        });
    }

    /** The file all is in. */
    public Path file() {
        return database.file();
    }

    /** The folder for the files of one run, such as its checkpoints; it need not exist. */
    public Path folderOf(String key) {
        return folder.resolve(key);
    }

    /** Begins to record a run; gives the listener for its events. */
    public RunRecorder recorder(TrainingRequest request, String dataset) {
        RunRecorder recorder = new RunRecorder(database, RunTicket.of(request, dataset), notices, System::nanoTime);
        recorder.start();
        return recorder;
    }

    /** All runs, the newest first. */
    public List<RunSummary> list() throws RunHistoryException {
        return changesSince(-1).runs();
    }

    /** Runs that have changed since {@link RunChanges#upTo}; -1 for all there are. */
    public RunChanges changesSince(long change) throws RunHistoryException {
        return with(open -> new RunQueries(open).changesSince(change));
    }

    /** A run with all but its losses; empty if there is none of that number. */
    public Optional<RunDetails> details(long id) throws RunHistoryException {
        return with(open -> new RunQueries(open).details(id));
    }

    /** The losses of a run. */
    public LossCurve losses(long id) throws RunHistoryException {
        return losses(id, LossCurve.empty());
    }

    /** The losses of a run, of which some are known already; the same object where there are no more. */
    public LossCurve losses(long id, LossCurve known) throws RunHistoryException {
        return with(open -> new RunQueries(open).losses(id, known));
    }

    /**
     * The runs a person means: a number, "last", or a name, in upper or lower case.
     *
     * @return those that fit, the newest first; none where there is none
     */
    public List<RunSummary> find(String words) throws RunHistoryException {
        List<RunSummary> all = list();
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        if (wanted.equals("last")) {
            return all.isEmpty() ? List.of() : List.of(all.get(0));
        }
        List<RunSummary> found = new ArrayList<>();
        for (RunSummary run : all) {
            if (Long.toString(run.id()).equals(wanted)) {
                return List.of(run);
            }
            if (run.name().toLowerCase(Locale.ROOT).equals(wanted)) {
                found.add(run);
            }
        }
        return found;
    }

    public void rename(long id, String name) throws RunHistoryException {
        edit(id, "name", name);
    }

    public void note(long id, String notes) throws RunHistoryException {
        edit(id, "notes", notes);
    }

    public void star(long id, boolean starred) throws RunHistoryException {
        edit(id, "starred", starred);
    }

    public void colour(long id, int colour) throws RunHistoryException {
        edit(id, "colour", colour);
    }

    /** Remembers where the model of a run was saved. */
    public void modelSaved(long id, Path file) throws RunHistoryException {
        edit(id, "model_file", file.toAbsolutePath().toString());
    }

    private void edit(long id, String column, Object value) throws RunHistoryException {
        update("UPDATE run SET changed = " + RunWriter.NEXT_CHANGE + ", " + column + " = ? WHERE id = ?", value, id);
    }

    /** Deletes runs; {@link #restore} brings them back for a week. */
    public void delete(Collection<Long> ids) throws RunHistoryException {
        for (long id : ids) {
            edit(id, "deleted", System.currentTimeMillis());
        }
    }

    /**
     * Brings deleted runs back.
     *
     * @return the numbers of those that were there to bring back
     */
    public List<Long> restore(Collection<Long> ids) throws RunHistoryException {
        List<Long> restored = new ArrayList<>();
        for (long id : ids) {
            if (update("UPDATE run SET changed = " + RunWriter.NEXT_CHANGE
                    + ", deleted = NULL WHERE id = ? AND deleted IS NOT NULL", id) > 0) {
                restored.add(id);
            }
        }
        return restored;
    }

    /**
     * What is to be done when a program starts: runs whose process has gone become interrupted, and what was deleted over
     * a week ago goes for good.
     *
     * @return the runs found interrupted now
     */
    public List<RunSummary> tidy() throws RunHistoryException {
        List<RunSummary> interrupted = new ArrayList<>();
        for (long id : orphans()) {
            update("UPDATE run SET changed = " + RunWriter.NEXT_CHANGE
                    + ", state = 'INTERRUPTED' WHERE id = ? AND state IN ('RUNNING', 'PAUSED')", id);
            with(open -> new RunQueries(open).summary(id)).ifPresent(interrupted::add);
        }
        update("DELETE FROM run WHERE deleted < ? AND state NOT IN ('RUNNING', 'PAUSED')",
                System.currentTimeMillis() - KEPT_AFTER_DELETION.toMillis());
        return interrupted;
    }

    private List<Long> orphans() throws RunHistoryException {
        return with(open -> {
            List<Long> orphans = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement(
                            "SELECT id, process, process_started FROM run WHERE state IN ('RUNNING', 'PAUSED')");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!new ProcessMark(row.getLong(2), row.getLong(3)).alive()) {
                        orphans.add(row.getLong(1));
                    }
                }
            }
            return orphans;
        });
    }

    @Override
    public synchronized void close() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException e) {
                notices.accept(database.explain(e).getMessage());
            }
            connection = null;
        }
    }
}
