package io.marquee.runs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import io.marquee.train.TrainingRequest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs that wait, in order, in the database of the history: they are there after a crash, too. */
final class RunQueue {

    private static final Logger LOG = LoggerFactory.getLogger(RunQueue.class);

    private final Connection connection;
    private final JsonMapper json = Json.mapper();

    RunQueue(Connection connection) {
        this.connection = connection;
    }

    void add(TrainingRequest request, String dataset) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO queued (place, dataset, settings, request, "
                + "added) VALUES ((SELECT coalesce(max(place), 0) + 1 FROM queued), ?, ?, ?, ?)")) {
            insert.setString(1, dataset);
            insert.setString(2, SettingsWords.of(request.hyperparameters()));
            insert.setString(3, json.writeValueAsString(request));
            insert.setLong(4, System.currentTimeMillis());
            insert.executeUpdate();
        } catch (JsonProcessingException e) {
            throw new SQLException("A run cannot be written as JSON", e);
        }
    }

    List<QueuedRun> list() throws SQLException {
        List<QueuedRun> runs = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(
                        "SELECT id, dataset, settings, request FROM queued ORDER BY place");
                ResultSet row = query.executeQuery()) {
            while (row.next()) {
                read(row).ifPresent(runs::add);
            }
        }
        return runs;
    }

    /** Empty where another version wrote what this one cannot read. */
    private Optional<QueuedRun> read(ResultSet row) throws SQLException {
        try {
            TrainingRequest request = json.readValue(row.getString(4), TrainingRequest.class);
            // "null" is JSON too.
            return request == null ? Optional.empty()
                    : Optional.of(new QueuedRun(row.getLong(1), row.getString(2), row.getString(3), request));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            LOG.warn("A queued run cannot be read and is left out", e);
            return Optional.empty();
        }
    }

    /** Takes a run out; false where another process was quicker. */
    boolean remove(long id) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM queued WHERE id = ?")) {
            delete.setLong(1, id);
            return delete.executeUpdate() > 0;
        }
    }

    /** Changes places with the run before it, or with the one behind. */
    void move(long id, boolean forward) throws SQLException {
        List<QueuedRun> runs = list();
        for (int i = 0; i < runs.size(); i++) {
            int other = forward ? i - 1 : i + 1;
            if (runs.get(i).id() == id && other >= 0 && other < runs.size()) {
                swap(id, runs.get(other).id());
            }
        }
    }

    private void swap(long one, long other) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                UPDATE queued SET place = (SELECT sum(place) FROM queued WHERE id IN (?1, ?2)) - place
                WHERE id IN (?1, ?2)""")) {
            update.setLong(1, one);
            update.setLong(2, other);
            update.executeUpdate();
        }
    }
}
