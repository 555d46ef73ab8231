package io.marquee.tune;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Json;
import io.marquee.runs.ProcessMark;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunHistoryException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The searches of this person, in the database of the runs. Each change is on the disk when a method returns. All methods
 * read or write the disk; thread-safe.
 */
public final class SearchStore {

    private static final Logger LOG = LoggerFactory.getLogger(SearchStore.class);

    private final RunHistory history;
    private final JsonMapper json = Json.mapper();

    /** @param history the runs of this person */
    public SearchStore(RunHistory history) {
        this.history = history;
    }

    /** A new search, which this process runs. */
    Search begin(SearchPlan plan, String dataset, String fingerprint) throws RunHistoryException {
        Instant now = Instant.now();
        ProcessMark process = ProcessMark.ofThis();
        long id = history.with(open -> {
            try (PreparedStatement insert = open.prepareStatement("INSERT INTO search (state, created, dataset, fingerprint, "
                    + "plan, process, process_started) VALUES (?, ?, ?, ?, ?, ?, ?) RETURNING id")) {
                set(insert, SearchState.RUNNING.name(), now.toEpochMilli(), dataset, fingerprint, write(plan), process.pid(),
                        process.started());
                try (ResultSet row = insert.executeQuery()) {
                    return row.getLong(1);
                }
            }
        });
        return new Search(id, SearchState.RUNNING, now, dataset, fingerprint, plan, 0, "", List.of());
    }

    /**
     * Takes a search over into this process, to go on with it.
     *
     * @return false where a process runs it already
     */
    boolean claim(Search search) throws RunHistoryException {
        ProcessMark process = ProcessMark.ofThis();
        return history.with(open -> update(open, "UPDATE search SET state = ?, plan = ?, note = '', process = ?, "
                        + "process_started = ? WHERE id = ? AND state <> ?", SearchState.RUNNING.name(), write(search.plan()),
                process.pid(), process.started(), search.id(), SearchState.RUNNING.name())) > 0;
    }

    /** Writes where a search is, and the trials named; all of it or nothing. */
    void save(Search search, Trial... trials) throws RunHistoryException {
        history.with(open -> {
            open.setAutoCommit(false);
            try {
                write(open, search);
                for (Trial trial : trials) {
                    write(open, search, trial);
                }
                open.commit();
            } catch (SQLException e) {
                open.rollback();
                throw e;
            } finally {
                open.setAutoCommit(true);
            }
            return true;
        });
    }

    /** Writes where a search is, and all of its trials. */
    void saveAll(Search search) throws RunHistoryException {
        save(search, search.trials().toArray(Trial[]::new));
    }

    private static void write(Connection open, Search search) throws SQLException {
        update(open, "UPDATE search SET state = ?, seconds = ?, note = ? WHERE id = ?", search.state().name(),
                search.seconds(), search.note(), search.id());
    }

    /** The run of a trial is written by the recorder of the run. */
    private void write(Connection open, Search search, Trial trial) throws SQLException {
        update(open, """
                INSERT INTO trial (search, number, settings, state, rung, epochs, validation_mse, test_mse, seconds, failure, kept)
                VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
                ON CONFLICT (search, number) DO UPDATE SET state = ?4, rung = ?5, epochs = ?6, validation_mse = ?7,
                    test_mse = ?8, seconds = ?9, failure = ?10, kept = ?11""",
                search.id(), trial.number(), write(trial.settings()), trial.state().name(), trial.rung(), trial.epochs(),
                measured(trial.validationMse()), measured(trial.testMse()), trial.seconds(), trial.failure(),
                search.needs(trial));
    }

    /** A database knows no NaN. */
    private static Double measured(double error) {
        return Double.isNaN(error) ? null : error;
    }

    /** All searches, the newest first. */
    public List<Search> list() throws RunHistoryException {
        return read("SELECT id FROM search WHERE deleted IS NULL");
    }

    /** The search of a number; empty where there is none. */
    public Optional<Search> find(long id) throws RunHistoryException {
        return read("SELECT id FROM search WHERE deleted IS NULL AND id = " + id).stream().findFirst();
    }

    /**
     * Deletes a search; {@link #restore} brings it back for a week. The runs of its trials stay in the history.
     *
     * @return false where it is under way or not there
     */
    public boolean delete(long id) throws RunHistoryException {
        return history.with(open -> update(open, "UPDATE search SET deleted = ? WHERE id = ? AND deleted IS NULL AND state <> ?",
                System.currentTimeMillis(), id, SearchState.RUNNING.name())) > 0;
    }

    /**
     * Brings a deleted search back.
     *
     * @return false where there is none to bring back
     */
    public boolean restore(long id) throws RunHistoryException {
        return history.with(open ->
                update(open, "UPDATE search SET deleted = NULL WHERE id = ? AND deleted IS NOT NULL", id)) > 0;
    }

    /**
     * Searches whose process has gone become interrupted, and what was deleted over a week ago goes for good.
     *
     * @return those found so now
     */
    public List<Search> tidy() throws RunHistoryException {
        long weekAgo = System.currentTimeMillis() - RunHistory.KEPT_AFTER_DELETION.toMillis();
        history.with(open -> update(open, "DELETE FROM search WHERE deleted < ?", weekAgo));
        List<Long> orphans = history.with(SearchStore::orphans);
        List<Search> interrupted = new ArrayList<>();
        for (long id : orphans) {
            history.with(open -> {
                update(open, "UPDATE search SET state = ? WHERE id = ? AND state = ?", SearchState.INTERRUPTED.name(), id,
                        SearchState.RUNNING.name());
                return update(open, "UPDATE trial SET state = ? WHERE search = ? AND state = ?", TrialState.PAUSED.name(), id,
                        TrialState.RUNNING.name());
            });
            find(id).ifPresent(interrupted::add);
        }
        return interrupted;
    }

    private static List<Long> orphans(Connection open) throws SQLException {
        List<Long> orphans = new ArrayList<>();
        try (PreparedStatement query = open.prepareStatement("SELECT id, process, process_started FROM search WHERE state = ?")) {
            query.setString(1, SearchState.RUNNING.name());
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    if (!new ProcessMark(row.getLong(2), row.getLong(3)).alive()) {
                        orphans.add(row.getLong(1));
                    }
                }
            }
        }
        return orphans;
    }

    private List<Search> read(String ids) throws RunHistoryException {
        return history.with(open -> {
            List<Search> searches = new ArrayList<>();
            List<Long> leftOut = new ArrayList<>();
            try (PreparedStatement query = open.prepareStatement("SELECT id, state, created, dataset, fingerprint, plan, "
                            + "seconds, note FROM search WHERE id IN (" + ids + ") ORDER BY id DESC");
                    ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long id = row.getLong(1);
                    search(open, row).ifPresentOrElse(searches::add, () -> leftOut.add(id));
                }
            }
            history.leftOut("search", leftOut);
            return searches;
        });
    }

    /** Empty where another version wrote what this one cannot read. */
    private Optional<Search> search(Connection open, ResultSet row) throws SQLException {
        try {
            return Optional.of(new Search(row.getLong(1), SearchState.valueOf(row.getString(2)),
                    Instant.ofEpochMilli(row.getLong(3)), row.getString(4), row.getString(5),
                    parsed(row.getString(6), SearchPlan.class), row.getDouble(7), row.getString(8),
                    trials(open, row.getLong(1))));
        } catch (JsonProcessingException | IllegalArgumentException | NullPointerException e) {
            LOG.warn("Search {} cannot be read and is left out", row.getLong(1), e);
            return Optional.empty();
        }
    }

    private List<Trial> trials(Connection open, long search) throws SQLException, JsonProcessingException {
        List<Trial> trials = new ArrayList<>();
        try (PreparedStatement query = open.prepareStatement("SELECT number, settings, state, rung, epochs, validation_mse, "
                + "test_mse, seconds, failure, run, (SELECT min(epoch.validation_mse) FROM epoch WHERE epoch.run = trial.run) "
                + "FROM trial WHERE search = ? ORDER BY number")) {
            query.setLong(1, search);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    long run = row.getLong(10);
                    trials.add(new Trial(row.getInt(1), parsed(row.getString(2), Hyperparameters.class),
                            TrialState.valueOf(row.getString(3)), count(row, 4), count(row, 5), number(row, 6), number(row, 11),
                            number(row, 7), row.getDouble(8), row.getString(9),
                            run == 0 ? OptionalLong.empty() : OptionalLong.of(run)));
                }
            }
        }
        return trials;
    }

    /** @throws IllegalArgumentException for text such as "null", which is JSON too */
    private <T> T parsed(String text, Class<T> type) throws JsonProcessingException {
        T value = json.readValue(text, type);
        if (value == null) {
            throw new IllegalArgumentException("there is no " + type.getSimpleName());
        }
        return value;
    }

    private static int count(ResultSet row, int column) throws SQLException {
        if (row.getObject(column) instanceof Number number && number.longValue() >= 0) {
            return row.getInt(column);
        }
        throw new IllegalArgumentException("\"" + row.getString(column) + "\" is no count");
    }

    /** NaN where there is none: SQLite reads 0 out of text. */
    private static double number(ResultSet row, int column) throws SQLException {
        return row.getObject(column) instanceof Number number && Double.isFinite(number.doubleValue())
                ? number.doubleValue() : Double.NaN;
    }

    private String write(Object value) throws SQLException {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new SQLException("A search cannot be written as JSON", e);
        }
    }

    private static int update(Connection open, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = open.prepareStatement(sql)) {
            set(statement, values);
            return statement.executeUpdate();
        }
    }

    private static void set(PreparedStatement statement, Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }
}
