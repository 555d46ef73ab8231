package io.marquee.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.device.Backend;
import io.marquee.device.DeviceGoneException;
import io.marquee.device.DeviceRuntime;
import io.marquee.device.LocalDevices;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRun;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a training process does, the run ends with a sentence. */
@Timeout(120)
class MisbehavingChildTest {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(700);
    private static final Patience PATIENT = new Patience(LONG, LONG, LONG, LONG, LONG);

    private final Dataset dataset = TinyData.twoTastes(20, 20, 1);

    @TempDir
    Path logs;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "dies at once | exit code 3): There is no libgomp here.",
        "other version | protocol 99",
        "other program | Marquee 17.4",
        "refuses | ND4J did not start.",
        "line without end | a line is longer than",
        "chatters without end | it sends more than can be taken in",
        "talks nonsense | what it says is not understood",
        "tells nothing | what it says is not understood",
        "greets twice | out of its turn"
    })
    void aRunEndsWithASentence(String mode, String sentence) throws InterruptedException {
        assertThat(run(mode, Backend.CPU, PATIENT).message()).contains(sentence);
        assertNoProcessIsLeft();
    }

    @Test
    void aProcessThatSaysNothingIsEnded() throws InterruptedException {
        TrainingEvent.RunFailed failed = run("says nothing", Backend.CPU, new Patience(SHORT, LONG, LONG, LONG, LONG));
        assertThat(failed.message()).contains("did not start within 700 ms").contains("start the run again");
        assertThat(failed.interrupted()).isTrue();
        assertNoProcessIsLeft();
    }

    @Test
    void aProcessThatHangsIsEnded() throws InterruptedException {
        TrainingEvent.RunFailed failed = run("hangs", Backend.CPU, new Patience(LONG, LONG, SHORT, LONG, LONG));
        assertThat(failed.message()).contains("hangs").contains("700 ms");
        assertThat(failed.interrupted()).isTrue();
        assertNoProcessIsLeft();
    }

    @Test
    void aProcessThatLivesAndGetsNowhereIsEnded() throws InterruptedException {
        TrainingEvent.RunFailed failed = run("does not stop", Backend.CPU, new Patience(LONG, LONG, LONG, SHORT, LONG));
        assertThat(failed.message()).contains("gets nowhere").contains("700 ms");
        assertThat(failed.interrupted()).isTrue();
        assertNoProcessIsLeft();
    }

    @Test
    void whyCudaDidNotStartIsTold() throws InterruptedException {
        assertThat(run("has no driver", Backend.CUDA, PATIENT).message())
                .contains("computes by CPU").contains(
                        "(libcuda.so.1: cannot open shared object file: No such file or directory)");
        assertNoProcessIsLeft();
    }

    @Test
    void aCpuThatAnswersForAGpuIsAnError() throws InterruptedException {
        assertThat(run("hangs", Backend.CUDA, PATIENT).message())
                .contains("was to train on gpu0 by CUDA").contains("computes by CPU").contains("nvidia-smi must list the GPU");
        assertNoProcessIsLeft();
    }

    @Test
    void aProcessThatDoesNotSeeEveryGpuIsAnError() throws InterruptedException {
        assertThat(run("sees one of two GPUs", Backend.CUDA, PATIENT).message())
                .contains("was to train on gpu0, of compute capability 8.9 and 8.6")
                .contains("sees RTX 4090, compute capability 8.9.").contains("check the driver");
        assertNoProcessIsLeft();
    }

    @Test
    void aSearchForALearningRateEndsWithASentenceToo() {
        assertThatThrownBy(() -> findRate("refuses")).isInstanceOf(TrainingException.class)
                .hasMessage("ND4J did not start.");
        assertThatThrownBy(() -> findRate("dies at once")).isInstanceOf(TrainingException.class)
                .hasMessageContaining("There is no libgomp here.");
    }

    private void findRate(String mode) throws TrainingException, InterruptedException {
        try (LocalTrainingService service = service(mode, Backend.CPU, PATIENT)) {
            service.findRate(Runs.request(Runs.small(), LocalDevices.CPU).isolated(true), dataset, Progress.NONE);
        }
    }

    @Test
    void aProcessThatFloodsItsLogTrainsOn() throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = service("floods its log", Backend.CPU, PATIENT)) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU).isolated(true), dataset, events::add).await();
        }
        assertThat(events).containsExactly(new TrainingEvent.RunFinished(false, 3, 1));
    }

    @Test
    void aProcessThatDoesNotStopIsEnded() throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = service("does not stop", Backend.CPU, new Patience(LONG, LONG, LONG, LONG, SHORT))) {
            TrainingRun run = service.start(
                    Runs.request(Runs.small(), LocalDevices.CPU).isolated(true), dataset, events::add);
            awaitStart();
            run.stop();
            run.await();
        }
        assertThat(events).singleElement().isInstanceOfSatisfying(TrainingEvent.RunFailed.class,
                failed -> assertThat(failed.message()).contains("did not stop within 700 ms"));
        assertNoProcessIsLeft();
    }

    @Test
    void aRunThatIsStoppedBeforeItsProcessSpokeIsStopped() throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = service("says nothing", Backend.CPU, PATIENT)) {
            TrainingRun run = service.start(
                    Runs.request(Runs.small(), LocalDevices.CPU).isolated(true), dataset, events::add);
            run.stop();
            run.await();
        }
        assertThat(events).singleElement().isInstanceOfSatisfying(TrainingEvent.RunFinished.class,
                finished -> assertThat(finished.stopped()).isTrue());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aProcessThatCrashesLeavesAReport() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "there is no /bin/kill here");
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = service("does not stop", Backend.CPU, PATIENT)) {
            TrainingRun run = service.start(
                    Runs.request(Runs.small(), LocalDevices.CPU).isolated(true), dataset, events::add);
            awaitStart();
            long child = JavaChildren.alive().findAny().orElseThrow().pid();
            new ProcessBuilder("/bin/kill", "-SEGV", Long.toString(child)).start().waitFor();
            run.await();
        }
        assertThat(events).singleElement().isInstanceOfSatisfying(TrainingEvent.RunFailed.class, failed -> {
            assertThat(failed.message()).contains("crashed in native code").contains("hs_err_pid");
            assertThat(failed.interrupted()).isTrue();
        });
        try (Stream<Path> reports = Files.list(logs)) {
            assertThat(reports).anyMatch(report -> report.getFileName().toString().startsWith("hs_err_pid"));
        }
    }

    private LocalTrainingService service(String mode, Backend wanted, Patience patience) {
        List<Path> classPath = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator)).map(Path::of)
                .toList();
        return new LocalTrainingService(new ChildRuns(
                device -> new DeviceRuntime(device, wanted, wanted == Backend.CPU ? List.of() : List.of("8.9", "8.6"), classPath, Map.of(
                        FakeChild.MODE, mode, FakeChild.MARK, logs.resolve("started").toString())),
                new ChildCommand(FakeChild.class.getName(), 64 << 20, 64 << 20, logs), patience));
    }

    private TrainingEvent.RunFailed run(String mode, Backend wanted, Patience patience) throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = service(mode, wanted, patience)) {
            String device = wanted == Backend.CUDA ? "gpu0" : LocalDevices.CPU;
            TrainingRun run = service.start(Runs.request(Runs.small(), device).isolated(true), dataset, events::add);
            run.await();
            assertThat(run.state()).isEqualTo(TrainingRun.State.FAILED);
        }
        assertThat(events).hasSize(1);
        return (TrainingEvent.RunFailed) events.get(0);
    }

    @Test
    void aRunWhoseDeviceHasGoneIsInterruptedAndKeepsWhatItHad() throws Exception {
        Path checkpoints = logs.resolve("checkpoints");
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService(new ChildRuns(device -> {
            throw new DeviceGoneException("There is no device gpu0 here any more. Look for devices again.");
        }, new ChildCommand(FakeChild.class.getName(), 64 << 20, 64 << 20, logs), PATIENT))) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU).withEpochs(2).savingTo(checkpoints), dataset, event -> { }).await();
            service.start(Runs.request(Runs.small(), "gpu0").withEpochs(4).resumingFrom(checkpoints), dataset, events::add).await();
            service.start(Runs.request(Runs.small(), "gpu0"), dataset, events::add).await();
        }

        assertThat(events).containsExactly(
                new TrainingEvent.RunFailed("There is no device gpu0 here any more. Look for devices again. Epoch 2 and its model are "
                        + "kept; the run can be resumed from there.", 2, true),
                new TrainingEvent.RunFailed("There is no device gpu0 here any more. Look for devices again. No epoch was finished: "
                        + "start the run again.", 0, true));
    }

    private void awaitStart() throws InterruptedException {
        while (!Files.exists(logs.resolve("started"))) {
            Thread.sleep(20);
        }
    }

    private static void assertNoProcessIsLeft() throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (JavaChildren.alive().findAny().isPresent() && System.nanoTime() < deadline) {
            Thread.sleep(20);
        }
        assertThat(JavaChildren.alive()).isEmpty();
    }
}
