package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunHistoryTest {

    @TempDir
    Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private RunHistory history;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, notices::add);
    }

    @AfterEach
    void close() {
        history.close();
    }

    @Test
    void anEmptyHistoryHasNoRuns() throws IOException {
        assertThat(history.list()).isEmpty();
        assertThat(history.details(1)).isEmpty();
        assertThat(history.find("last")).isEmpty();
    }

    @Test
    void runsAreRenamedStarredColouredAndAnnotated() throws IOException {
        long id = RunScript.record(history, 1);

        history.rename(id, "Wide");
        history.star(id, true);
        history.colour(id, 5);
        history.note(id, "Too slow.\nTry 128.");
        history.modelSaved(id, Path.of("/tmp/wide.marquee"));

        RunSummary run = history.list().get(0);
        assertThat(run.name()).isEqualTo("Wide");
        assertThat(run.starred()).isTrue();
        assertThat(run.colour()).isEqualTo(5);
        assertThat(run.notes()).isEqualTo("Too slow.\nTry 128.");
        assertThat(run.modelFile()).contains("/tmp/wide.marquee");
    }

    @Test
    void runsAreFoundByNumberByNameAndAsTheLast() throws IOException {
        long first = RunScript.record(history, 1);
        long second = RunScript.record(history, 1);
        history.rename(first, "Wide");

        assertThat(history.find(Long.toString(first))).extracting(RunSummary::id).containsExactly(first);
        assertThat(history.find(" wide ")).extracting(RunSummary::id).containsExactly(first);
        assertThat(history.find("last")).extracting(RunSummary::id).containsExactly(second);
        assertThat(history.find("narrow")).isEmpty();
    }

    @Test
    void deletedRunsComeBack() throws IOException {
        long first = RunScript.record(history, 1);
        long second = RunScript.record(history, 2);

        history.delete(List.of(first, second));
        assertThat(history.list()).isEmpty();
        history.tidy();

        assertThat(history.restore(List.of(first, 99L))).containsExactly(first);
        assertThat(history.list()).extracting(RunSummary::id).containsExactly(first);
        assertThat(history.losses(first).batches()).isEqualTo(40);
    }

    @Test
    void changesTellOnlyWhatIsNew() throws IOException {
        long first = RunScript.record(history, 1);
        RunChanges all = history.changesSince(-1);
        assertThat(all.runs()).extracting(RunSummary::id).containsExactly(first);
        assertThat(history.changesSince(all.upTo()).runs()).isEmpty();

        long second = RunScript.record(history, 1);
        history.delete(List.of(first));
        RunChanges news = history.changesSince(all.upTo());
        assertThat(news.runs()).extracting(RunSummary::id).containsExactly(second);
        assertThat(news.deleted()).containsExactly(first);
    }

    @Test
    void twoHistoriesOnOneFolderSeeEachOthersRuns() throws IOException {
        try (RunHistory other = new RunHistory(folder, notices::add)) {
            long first = RunScript.record(history, 1);
            long second = RunScript.record(other, 1);

            assertThat(other.list()).extracting(RunSummary::id).containsExactly(second, first);
            assertThat(history.list()).extracting(RunSummary::id).containsExactly(second, first);
        }
    }

    @Test
    void aRunOfThisProcessIsNotTakenForInterrupted() throws IOException {
        RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
        RunScript.play(RunScript.request(), 1, recorder);

        assertThat(history.tidy()).isEmpty();

        recorder.accept(new TrainingEvent.RunFinished(false, 1, 1));
        RunScript.await(recorder);
        assertThat(history.list().get(0).state()).isEqualTo(RecordedState.FINISHED);
    }

    @Test
    void aFileThatIsNoDatabaseIsKeptAndSaidSo() throws IOException {
        Files.createDirectories(folder.resolve("runs"));
        Files.writeString(history.file(), "Dear Sir or Madam, ".repeat(500));

        long id = RunScript.record(history, 1);

        assertThat(history.list()).extracting(RunSummary::id).containsExactly(id);
        assertThat(notices).hasSize(1);
        assertThat(notices.get(0)).contains("was damaged", "history-damaged-", "a new history has begun");
        assertThat(keptFiles()).hasSize(1);
        assertThat(keptFiles().get(0)).content().startsWith("Dear Sir");
    }

    @Test
    void damageFoundLateIsSaidAndSetAsideAtTheNextStart() throws Exception {
        for (int i = 0; i < 30; i++) {
            RunScript.record(history, 3);
        }
        history.close();
        overwriteMiddle();
        assertThatThrownBy(() -> {
            for (long id = 1; id <= 30; id++) {
                history.details(id);
                history.losses(id);
            }
        }).isInstanceOf(RunHistoryException.class).hasMessageContaining("is damaged");
        history.close();

        assertThat(history.list()).isEmpty();
        assertThat(keptFiles()).hasSize(1);
    }

    private void overwriteMiddle() throws IOException {
        byte[] bytes = Files.readAllBytes(history.file());
        for (int i = bytes.length / 4; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        Files.write(history.file(), bytes);
    }

    private List<Path> keptFiles() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("runs"))) {
            return files.filter(file -> file.getFileName().toString().matches("history-damaged-.*\\.db")).toList();
        }
    }

    @Test
    void anOlderFormIsBroughtUpToDateAndKeepsItsRuns() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        sql(script("001-runs.sql"), "PRAGMA user_version = 1", """
                INSERT INTO run (key, changed, name, state, created, dataset, settings, device, seed, clipped,
                    epochs_planned, process, process_started)
                VALUES ('k', 1, 'Old', 'FINISHED', 0, 'd', 's', 'cpu', 1, 0, 3, 1, 1)""",
                "INSERT INTO run_detail (run, request, machine) VALUES (1, '{\"hyperparameters\":{}}', '{}')");

        assertThat(history.list()).extracting(RunSummary::name).containsExactly("Old");
        assertThat(history.details(1).orElseThrow().request()).isNotNull();
        RunScript.record(history, 1);
        assertThat(history.list()).hasSize(2);
        assertThat(notices).isEmpty();
    }

    @Test
    void aNewerFormIsLeftAloneAndSaidSo() throws Exception {
        Files.createDirectories(folder.resolve("runs"));
        sql("PRAGMA user_version = 99");

        assertThatThrownBy(() -> history.list()).isInstanceOf(RunHistoryException.class)
                .hasMessageContaining("newer Marquee").hasMessageContaining("Update");
        RunScript.record(history, 1);
        assertThat(notices).hasSize(1);
        assertThat(keptFiles()).isEmpty();
    }

    private void sql(String... commands) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                Statement statement = connection.createStatement()) {
            for (String command : commands) {
                for (String single : command.split(";\\s*\n")) {
                    statement.execute(single);
                }
            }
        }
    }

    private static String script(String name) throws IOException {
        try (InputStream in = RunHistory.class.getResourceAsStream("/io/marquee/runs/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
