package io.marquee.runs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/** Brings a database to the newest form: numbered scripts, of which it remembers how many it has had. */
final class Schema {

    /** In order; a script that was released is never changed, a new one is added instead. */
    private static final List<String> SCRIPTS =
            List.of("001-runs.sql", "002-queue.sql", "003-validation.sql", "004-measures.sql",
            "005-steering.sql", "006-searches.sql", "007-deleted-searches.sql");

    /** What each table must have for the program to work with it. */
    private static final List<String> LOOKS = List.of(
            "SELECT id, key, changed, name, state, created, dataset, settings, device, seed, clipped, fingerprint, split, "
                    + "epochs_planned, epochs_finished, batches, seconds, last_train_mse, last_test_mse, best_test_mse, "
                    + "best_epoch, failure, notes, starred, colour, model_file, process, process_started, deleted FROM run",
            "SELECT run, request, started, machine, measures FROM run_detail",
            "SELECT run, first, seconds, points FROM losses",
            "SELECT run, epoch, batches, seconds, train_mse, validation_mse, test_mse, result FROM epoch",
            "SELECT id, place, dataset, settings, request, added FROM queued",
            "SELECT id, run, batch, words FROM steering",
            "SELECT id, state, created, dataset, fingerprint, plan, seconds, note, process, process_started, deleted FROM search",
            "SELECT search, number, settings, state, rung, epochs, validation_mse, test_mse, seconds, failure, run, kept "
                    + "FROM trial");

    private Schema() {}

    /** The form this program writes. */
    static int version() {
        return SCRIPTS.size();
    }

    /** The form a database has; 0 for a new one. */
    static int versionOf(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("PRAGMA user_version")) {
            // Below 0 in a file that this program did not write.
            return Math.max(0, rows.getInt(1));
        }
    }

    /** Runs the scripts that a database has not had. Another process may do the same at the same time. */
    static void migrate(Connection connection) throws SQLException {
        if (versionOf(connection) >= version()) {
            return;
        }
        try (Statement statement = connection.createStatement()) {
            statement.execute("BEGIN IMMEDIATE");
            try {
                for (int next = versionOf(connection); next < version(); next++) {
                    for (String command : script(SCRIPTS.get(next)).split(";\\s*\n")) {
                        if (!command.isBlank()) {
                            statement.execute(command);
                        }
                    }
                    statement.execute("PRAGMA user_version = " + (next + 1));
                }
                statement.execute("COMMIT");
            } catch (SQLException e) {
                statement.execute("ROLLBACK");
                throw e;
            }
        }
    }

    /**
     * Looks whether all tables and columns are there; reads no rows.
     *
     * @throws SQLException where one is missing
     */
    static void check(Connection connection) throws SQLException {
        for (String look : LOOKS) {
            // Preparing it finds every name.
            connection.prepareStatement(look).close();
        }
    }

    private static String script(String name) {
        try (InputStream in = Schema.class.getResourceAsStream("/io/marquee/runs/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own script " + name + " cannot be read", e);
        }
    }
}
