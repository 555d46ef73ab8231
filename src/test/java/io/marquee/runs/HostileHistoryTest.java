package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** The folder of a run is deleted with it: nothing else may be, wherever a row leads. */
    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "../precious", "../../precious", "/", "a/../../precious", "..\\precious", "x y"})
    void aRunWhoseKeyLeadsElsewhereTakesNothingWithIt(String key) throws Exception {
        Path precious = Files.createDirectories(folder.resolve("precious/checkpoints")).resolve("mine");
        Files.createFile(precious);
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            long bad = RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            long other = RunScript.recordWith(history, Preset.LECTURE.hyperparameters(), 2);
            Path checkpoint = Files.createDirectories(folder.resolve("runs").resolve(history.list().get(0).key())
                    .resolve("checkpoints")).resolve("mine");
            Files.createFile(checkpoint);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                    PreparedStatement update = connection.prepareStatement("UPDATE run SET key = ?, deleted = 1 WHERE id = ?")) {
                update.setString(1, key);
                update.setLong(2, bad);
                update.executeUpdate();
            }

            history.tidy();

            assertThat(precious).exists();
            assertThat(checkpoint).exists();
            assertThat(history.file()).exists();
            assertThat(history.list()).extracting(RunSummary::id).containsExactly(other);
        }
    }

    /** A table or column that another program took away: found when the file is opened, not where it is first missed. */
    @ParameterizedTest
    @ValueSource(strings = {"ALTER TABLE run DROP COLUMN notes", "DROP TABLE losses", "ALTER TABLE epoch DROP COLUMN result",
        "DROP TABLE trial", "ALTER TABLE search DROP COLUMN plan", "DROP TABLE queued", "ALTER TABLE steering DROP COLUMN words",
        "PRAGMA user_version = 0", "PRAGMA user_version = 3"})
    void whatMissesATableOrColumnIsSetAside(String damage) throws Exception {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 1);
        }
        execute(damage);
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            assertThat(history.list()).isEmpty();
            assertThat(notices).singleElement().asString().contains("was damaged", "history-damaged-");
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 1);
            assertThat(history.list()).hasSize(1);
        }
    }

    @Test
    void aHistoryThatIsEmptyBesideFoldersOfRunsIsSaidSo() throws Exception {
        Path file = Files.createDirectories(folder.resolve("runs")).resolve("history.db");
        Files.createDirectories(folder.resolve("runs/20261130-171621-590858a0/checkpoints"));
        Files.createFile(file);
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            assertThat(history.list()).isEmpty();
        }
        assertThat(notices).singleElement().asString().contains("was empty", "a new one has begun", "--resume FOLDER");
    }

    @Test
    void aFolderInItsPlaceIsSaidSo() throws Exception {
        Files.createDirectories(folder.resolve("runs/history.db"));
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            assertThatThrownBy(history::list).isInstanceOf(RunHistoryException.class)
                    .hasMessageContaining("that is a folder, so runs are not recorded. Give the folder another name.");
        }
    }

    @Test
    void rowsThatAreLeftOutAreToldOfOnce() throws Exception {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            RunScript.recordWith(history, Preset.LECTURE.hyperparameters(), 2);
            execute("UPDATE run SET state = 'ON FIRE'");
            assertThat(history.list()).isEmpty();
            assertThat(history.list()).isEmpty();
        }
        assertThat(notices).singleElement().asString()
                .contains("holds 2 runs that this version of Marquee cannot read (number 2, 1)");
    }

    /** SQLite reads a 0 out of text, which would be the best error of all. */
    @Test
    void errorsThatAreNoNumbersAreNotShownAsZero() throws Exception {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            long id = RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            execute("UPDATE run SET last_test_mse = 'NaN', best_test_mse = 9e999, last_train_mse = x'00'");
            RunSummary run = history.details(id).orElseThrow().summary();
            assertThat(run.lastTestMse()).isNaN();
            assertThat(run.bestTestMse()).isNaN();
            assertThat(run.lastTrainMse()).isNaN();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UPDATE run_detail SET request = '[[['", "DELETE FROM run_detail",
        "UPDATE run_detail SET request = 'null', started = 'null', machine = 'null', measures = 'null'"})
    void aRunWhoseSettingsCannotBeReadIsShownWithoutThem(String damage) throws Exception {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            long id = RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 2);
            execute(damage);
            RunDetails run = history.details(id).orElseThrow();
            assertThat(run.request()).isEmpty();
            assertThat(run.epochs()).hasSize(2);
            assertThatThrownBy(() -> history.resuming(run)).isInstanceOf(RunHistoryException.class)
                    .hasMessageContaining("Another version of Marquee wrote the settings");
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("runs/history.db"));
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
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
