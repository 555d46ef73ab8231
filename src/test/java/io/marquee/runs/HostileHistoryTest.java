package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.model.Preset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A history that somebody else has written: it is read as far as it makes sense, or refused with a sentence. */
class HostileHistoryTest {

    private static final List<String> COLUMNS = List.of("run.name", "run.state", "run.created", "run.seed", "run.clipped",
            "run.fingerprint", "run.split", "run.epochs_planned", "run.epochs_finished", "run.batches", "run.seconds",
            "run.last_test_mse", "run.best_epoch", "run.notes", "run.colour", "run.model_file", "run.process", "run.deleted",
            "run.key", "run_detail.request", "run_detail.started", "run_detail.machine", "run_detail.measures", "losses.first",
            "losses.seconds", "losses.points", "epoch.epoch", "epoch.batches", "epoch.result", "queued.request",
            "queued.place");
    private static final List<Object> VALUES = Arrays.asList(-1L, 0L, Long.MAX_VALUE, Long.MIN_VALUE, 1e308, Double.NaN, "",
            "null", "[]", "{}", "{\"hyperparameters\":null}", "[".repeat(5000), "../../..", new byte[0], new byte[3],
            new byte[1 << 16], null);

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void rowsThatMakeNoSense() throws Exception {
        SplittableRandom random = new SplittableRandom(7);
        try (RunHistory history = new RunHistory(folder.resolve("whole"), notices::add)) {
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            RunScript.recordWith(history, Preset.LECTURE.hyperparameters(), 2);
            history.enqueue(RunScript.request(), "Matinee 100k");
        }
        for (int round = 0; round < 250; round++) {
            Path data = copy(round);
            String column = COLUMNS.get(random.nextInt(COLUMNS.size()));
            Object value = VALUES.get(random.nextInt(VALUES.size()));
            try (RunHistory history = new RunHistory(data, notices::add)) {
                if (put(history.file(), column, value)) {
                    readAll(history, "round " + round + ": " + column + " = " + value);
                }
            }
        }
    }

    @Test
    void oneRowThatMakesNoSenseDoesNotHideTheOthers() throws Exception {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            long other = RunScript.recordWith(history, Preset.LECTURE.hyperparameters(), 2);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                    PreparedStatement update = connection.prepareStatement("UPDATE run SET state = 'ON FIRE' WHERE id <> ?")) {
                update.setLong(1, other);
                update.executeUpdate();
            }
            assertThat(history.list()).extracting(RunSummary::id).containsExactly(other);
        }
    }

    @Test
    void aFormThatIsNoneIsBroughtToTheNewest() throws Exception {
        Path file = Files.createDirectory(folder.resolve("runs")).resolve("history.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = -5");
        }
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            assertThat(history.list()).isEmpty();
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 1);
            assertThat(history.list()).hasSize(1);
        }
    }

    private Path copy(int round) throws IOException {
        Path data = Files.createDirectories(folder.resolve("round-" + round).resolve("runs")).getParent();
        Files.copy(folder.resolve("whole/runs/history.db"), data.resolve("runs/history.db"));
        return data;
    }

    /** Whether the database let itself be changed so. */
    private static boolean put(Path file, String column, Object value) {
        String table = column.substring(0, column.indexOf('.'));
        String name = column.substring(column.indexOf('.') + 1);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                PreparedStatement update = connection.prepareStatement("UPDATE " + table + " SET " + name
                        + " = ? WHERE rowid = (SELECT max(rowid) FROM " + table + ")")) {
            update.setObject(1, value);
            return update.executeUpdate() > 0;
        } catch (SQLException e) {
            return false;
        }
    }

    private interface Question {
        void ask() throws IOException;
    }

    private static void readAll(RunHistory history, String what) {
        List<Long> ids = new ArrayList<>();
        ask(what, () -> history.list().forEach(run -> ids.add(run.id())));
        for (long id = 1; id <= 2; id++) {
            long run = id;
            ask(what, () -> {
                if (history.details(run).isPresent()) {
                    history.resuming(history.details(run).get());
                }
            });
            ask(what, () -> history.losses(run));
        }
        ask(what, history::queue);
        ask(what, () -> history.find("last"));
        ask(what, history::tidy);
    }

    private static void ask(String what, Question question) {
        try {
            question.ask();
        } catch (IOException e) {
            assertThat(e.getMessage()).as(what).isNotBlank();
        } catch (RuntimeException | Error e) {
            throw new AssertionError(what + " was not refused in order", e);
        }
    }
}
