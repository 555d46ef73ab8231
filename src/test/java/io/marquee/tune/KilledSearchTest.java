package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes while they search, as a crash or a power cut would. */
class KilledSearchTest {

    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    @Timeout(180)
    void aSearchKilledAtRandomMomentsEndsBitForBitWhereAnUnbrokenOneEnds() throws Exception {
        SplittableRandom random = new SplittableRandom();
        Path broken = Files.createDirectories(folder.resolve("broken"));
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child(broken);
            awaitProgress(child, broken);
            Thread.sleep(random.nextInt(150));
            child.destroyForcibly().waitFor();
            assertInterrupted(broken);
        }
        Search resumed = search(broken);
        Search whole = search(Files.createDirectories(folder.resolve("whole")));

        assertThat(resumed.state()).isEqualTo(SearchState.FINISHED);
        assertThat(resumed.trials()).extracting(Trial::settings, Trial::state, Trial::epochs, Trial::validationMse, Trial::testMse)
                .containsExactlyElementsOf(whole.trials().stream().map(trial -> tuple(trial.settings(), trial.state(),
                        trial.epochs(), trial.validationMse(), trial.testMse())).toList());
        assertThat(resumed.best().orElseThrow().testMse()).isPositive();
    }

    private static void assertInterrupted(Path data) throws IOException {
        try (RunHistory history = new RunHistory(data, System.err::println)) {
            SearchStore store = new SearchStore(history);
            List<Search> found = store.tidy();
            assertThat(found).singleElement().satisfies(search -> {
                assertThat(search.state()).isEqualTo(SearchState.INTERRUPTED);
                assertThat(search.trials()).isNotEmpty();
            });
            assertThat(store.list()).hasSize(1);
        }
    }

    /** Waits for an epoch that was not there when the child began. */
    private static void awaitProgress(Process child, Path data) throws Exception {
        try (RunHistory history = new RunHistory(data, System.err::println)) {
            int before = epochs(history);
            while (epochs(history) <= before + 40) {
                assertThat(child.isAlive()).as("the child ended by itself").isTrue();
                Thread.sleep(5);
            }
        }
    }

    private static int epochs(RunHistory history) throws IOException {
        return history.list().stream().mapToInt(run -> run.epochsFinished()).sum();
    }

    private Process child(Path data) throws IOException {
        return new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--add-modules", "jdk.incubator.vector", "-Xmx512m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(), data.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    /** Carries the search of a folder out, or goes on with it. */
    private static Search search(Path data) throws Exception {
        try (RunHistory history = new RunHistory(data, System.err::println);
                RecordingTrainingService training = new RecordingTrainingService(new LocalTrainingService(), history)) {
            SearchStore store = new SearchStore(history);
            store.tidy();
            history.tidy();
            List<Search> searches = store.list();
            SearchRun run = searches.isEmpty()
                    ? SearchRun.begin(TinySearches.plan(new SuccessiveHalving(2, 2),
                            Runs.small().toBuilder().epochs(120).hiddenLayers(List.of(32)).batchSize(16).build(), 4,
                            "learning-rate=0.001..0.01:log"), history, training, TinySearches.data())
                    : SearchRun.resume(searches.get(0), history, training, TinySearches.data());
            run.await();
            assertThat(run.problem()).isEmpty();
            return store.list().get(0);
        }
    }

    /** The process that is killed. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            search(Path.of(arguments[0]));
            System.exit(0);
        }
    }
}
