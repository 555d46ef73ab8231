package io.marquee.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.model.Json;
import io.marquee.train.Checkpoints;
import io.marquee.train.TrainingRequest;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Every run of this person, in an SQLite database. Opened when first used; all methods but {@link #recorder} read or write
 * the disk, so they are called off the window's thread. Thread-safe; several processes may use one folder.
 */
public final class RunHistory implements AutoCloseable {

    private static final int LISTED = 5;

    /** How long what was deleted can be brought back. */
    public static final Duration KEPT_AFTER_DELETION = Duration.ofDays(7);

    private final RunDatabase database;
    private final RunFolders folders;
    private final Consumer<String> notices;
    private final Set<String> told = new HashSet<>();
    private Connection connection;

    /**
     * @param data the person's data folder; the history is in {@code runs} inside it
     * @param notices gets what a person should know that stops nothing, as sentences, from any thread
     */
    public RunHistory(Path data, Consumer<String> notices) {
        Path folder = data.resolve("runs");
        this.notices = notices;
        this.database = new RunDatabase(folder, notices);
        this.folders = new RunFolders(folder);
    }

    /** Something to be done with the database. */
    public interface Work<T> {
        T on(Connection connection) throws SQLException;
    }

    /**
     * Does something with the database, for rooms that keep in it what belongs to runs.
     *
     * @throws RunHistoryException with a sentence where that fails
     */
    public synchronized <T> T with(Work<T> work) throws RunHistoryException {
        if (connection == null) {
            connection = database.connect();
        }
        try {
            return work.on(connection);
        } catch (SQLException e) {
            throw database.explain(e);
        }
    }

    /**
     * Tells the person, once, what was left out since it cannot be read.
     *
     * @param what a noun in the singular, such as "run"
     * @param ids their numbers
     */
    public synchronized void leftOut(String what, List<Long> ids) {
        if (!ids.isEmpty() && told.add(what)) {
            String numbers = ids.stream().limit(LISTED).map(String::valueOf).collect(Collectors.joining(", "));
            notices.accept(String.format(Locale.ROOT, "The history of runs in %s holds %,d %s%s that this version of Marquee "
                    + "cannot read (number %s%s). What is left out here stays there.", file(), ids.size(), what,
                    plural(what, ids.size()), numbers, ids.size() > LISTED ? ", …" : ""));
        }
    }

    private static String plural(String noun, int count) {
        return count == 1 ? "" : noun.endsWith("h") ? "es" : "s";
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

    /**
     * What to ask for to go on with a run from its newest checkpoint.
     *
     * @throws RunHistoryException if it left none
     */
    public TrainingRequest resuming(RunDetails run) throws IOException {
        String name = run.summary().name();
        TrainingRequest request = run.request().orElseThrow(() -> new RunHistoryException(
                "Another version of Marquee wrote the settings of " + name + "; this one cannot resume it.", null));
        Path checkpoints = request.checkpoints().map(Checkpoints::folder)
                .orElseGet(() -> folders.checkpoints(run.summary().key()));
        if (!new CheckpointFolder(checkpoints).holdsCheckpoints()) {
            throw new RunHistoryException(name + " has no checkpoint to go on from: it ended before its first epoch did, or "
                    + "its checkpoints were removed to save room. Start anew with its settings.", null);
        }
        return request.resumingFrom(checkpoints);
    }

    /** Begins to record a run; gives the listener for its events. */
    public RunRecorder recorder(TrainingRequest request, String dataset) {
        RunRecorder recorder = new RunRecorder(database, RunTicket.of(request, dataset, folders), notices, System::nanoTime);
        recorder.start();
        return recorder;
    }

    /** All runs, the newest first. */
    public List<RunSummary> list() throws RunHistoryException {
        return changesSince(-1).runs();
    }

    /** Runs that have changed since {@link RunChanges#upTo}; -1 for all there are. */
    public RunChanges changesSince(long change) throws RunHistoryException {
        return with(open -> {
            RunQueries queries = new RunQueries(open);
            RunChanges changes = queries.changesSince(change);
            leftOut("run", queries.leftOut());
            return changes;
        });
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

    /** Keeps what was measured of the model of a run, and of baselines beside it. */
    public void keepMeasures(long id, RunMeasures measures) throws RunHistoryException {
        try {
            update("UPDATE run_detail SET measures = ? WHERE run = ?", Json.mapper().writeValueAsString(measures), id);
        } catch (JsonProcessingException e) {
            throw new RunHistoryException("What was measured of run " + id + " cannot be kept: " + e.getMessage(), e);
        }
        update("UPDATE run SET changed = " + RunWriter.NEXT_CHANGE + " WHERE id = ?", id);
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

    /** The runs that wait for their turn, in their order. */
    public List<QueuedRun> queue() throws RunHistoryException {
        return with(open -> new RunQueue(open).list());
    }

    /** Adds a run behind those that wait. */
    public void enqueue(TrainingRequest request, String dataset) throws RunHistoryException {
        with(open -> {
            new RunQueue(open).add(request, dataset);
            return true;
        });
    }

    /** Takes a run out of those that wait; false where another process was quicker. */
    public boolean dequeue(long id) throws RunHistoryException {
        return with(open -> new RunQueue(open).remove(id));
    }

    /** @param forward whether a waiting run changes places with the one before it, otherwise with the one behind */
    public void moveQueued(long id, boolean forward) throws RunHistoryException {
        with(open -> {
            new RunQueue(open).move(id, forward);
            return true;
        });
    }

    /**
     * What is to be done when a program starts: runs whose process has gone become interrupted, what was deleted over a
     * week ago goes for good, and so do checkpoints that are not kept any more.
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
        for (String key : longDeleted()) {
            update("DELETE FROM run WHERE key = ?", key);
            folders.remove(key);
        }
        folders.prune(list(), with(open -> new RunQueries(open).neededBySearches()));
        return interrupted;
    }

    private List<String> longDeleted() throws RunHistoryException {
        return with(open -> {
            List<String> keys = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement(
                    "SELECT key FROM run WHERE deleted < ? AND state NOT IN ('RUNNING', 'PAUSED')")) {
                query.setLong(1, System.currentTimeMillis() - KEPT_AFTER_DELETION.toMillis());
                try (ResultSet row = query.executeQuery()) {
                    while (row.next()) {
                        keys.add(row.getString(1));
                    }
                }
            }
            return keys;
        });
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
