package io.marquee.isolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.MatineeDataset;
import io.marquee.data.Progress;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.device.LocalRuntimes;
import io.marquee.kernel.DenseWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.TrainedModel;
import io.marquee.train.EpochResult;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import java.io.BufferedReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Runs in real processes of their own. */
@Timeout(120)
class IsolatedTrainingTest {

    private static final Hyperparameters NETWORK = Runs.small().toBuilder().batchSize(1024).build();

    @TempDir
    Path folder;

    private final BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();

    private LocalTrainingService isolating() {
        return new LocalTrainingService(new ChildRuns(new LocalRuntimes(),
                new ChildCommand(TrainingChild.class.getName(), 512 << 20, 512 << 20, folder), Patience.USUAL));
    }

    private static TrainingRequest request(int epochs) {
        return new TrainingRequest(DatasetSpec.of("matinee"), new SplitSpec(0.2, 3),
                NETWORK.toBuilder().epochs(epochs).build(), LocalDevices.CPU).withThreads(2);
    }

    private static Dataset matinee() throws Exception {
        return MatineeDataset.open("", Progress.NONE);
    }

    @Test
    void anIsolatedRunIsTheRunInThisProcessBitForBitAndSurvivesAKill() throws Exception {
        Dataset dataset = matinee();
        List<TrainingEvent> here = new ArrayList<>();
        TrainedModel expected;
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(request(3), dataset, here::add);
            run.await();
            expected = run.model().orElseThrow();
        }
        Path checkpoints = folder.resolve("checkpoints");
        try (LocalTrainingService service = isolating()) {
            TrainingRun run = service.start(
                    request(10_000).savingTo(checkpoints).isolated(true), dataset, events::add);
            await(TrainingEvent.CheckpointSaved.class);
            assertThat(run.model().orElseThrow().result().epoch()).isPositive();
            JavaChildren.alive().findAny().orElseThrow().destroyForcibly();
            run.await();
            TrainingEvent.RunFailed failed = await(TrainingEvent.RunFailed.class);
            assertThat(failed.message()).contains("was killed (signal 9)").contains("can be resumed from there");
            assertThat(failed.interrupted()).isTrue();

            events.clear();
            TrainingRun resumed = service.start(
                    request(failed.epochsFinished() + 2).resumingFrom(checkpoints), dataset, events::add);
            resumed.await();
            List<EpochResult> epochs = new ArrayList<>();
            for (TrainingEvent event : events) {
                if (event instanceof TrainingEvent.RunRestored restored) {
                    epochs.addAll(restored.epochs());
                }
            }
            epochs.addAll(Runs.epochs(List.copyOf(events)));
            assertThat(epochs).hasSize(failed.epochsFinished() + 2);
            // The first epoch was trained before the kill, the last after it.
            assertThat(errors(epochs).subList(0, 3)).isEqualTo(errors(Runs.epochs(here)));
        }

        events.clear();
        try (LocalTrainingService service = isolating()) {
            TrainingRun run = service.start(request(3).isolated(true), dataset, events::add);
            run.await();
            TrainedModel model = run.model().orElseThrow();
            assertThat(losses(List.copyOf(events))).isEqualTo(losses(here));
            assertThat(errors(Runs.epochs(List.copyOf(events)))).isEqualTo(errors(Runs.epochs(here)));
            assertThat(model.protocol()).isEqualTo(expected.protocol());
            assertThat(model.result()).isEqualTo(expected.result());
            assertThat(model.weights().users().values()).isEqualTo(expected.weights().users().values());
            assertThat(model.weights().items().values()).isEqualTo(expected.weights().items().values());
            for (int i = 0; i < expected.weights().layers().size(); i++) {
                DenseWeights layer = expected.weights().layers().get(i);
                assertThat(model.weights().layers().get(i).weights()).isEqualTo(layer.weights());
                assertThat(model.weights().layers().get(i).bias()).isEqualTo(layer.bias());
            }
            assertThat(model.history().count(0)).isEqualTo(expected.history().count(0));
        }
    }

    @Test
    void severalWorkersTrainThereAsTheyDoHere() throws Exception {
        Dataset dataset = matinee();
        TrainingRequest request = new TrainingRequest(DatasetSpec.of("matinee"), new SplitSpec(0.2, 3),
                NETWORK.toBuilder().batchSize(8192).epochs(2).build(), LocalDevices.CPU_PARALLEL).withThreads(2);
        List<TrainingEvent> here = Runs.events(dataset, request);
        try (LocalTrainingService service = isolating()) {
            service.start(request.isolated(true), dataset, events::add).await();
        }
        assertThat(losses(List.copyOf(events))).isNotEmpty().isEqualTo(losses(here));
        assertThat(errors(Runs.epochs(List.copyOf(events)))).hasSize(2).isEqualTo(errors(Runs.epochs(here)));
    }

    @Test
    void aLearningRateIsFoundThereAsItIsHere() throws Exception {
        Dataset dataset = matinee();
        List<String> told = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = isolating()) {
            LearningRateCurve here = service.findRate(request(1), dataset, Progress.NONE);
            assertThat(service.findRate(request(1).isolated(true), dataset, (fraction, what) -> told.add(what)))
                    .isEqualTo(here);
            assertThat(told).contains("trying learning rates");
            assertThatThrownBy(() -> service.findRate(request(1).isolated(true), TinyData.twoTastes(20, 20, 1), Progress.NONE))
                    .isInstanceOf(TrainingException.class).hasMessageContaining("have changed on the disk");
            assertThatThrownBy(() -> service.findRate(request(1).isolated(true), dataset, new Cancelled()))
                    .isInstanceOf(CancellationException.class);
        }
    }

    private static final class Cancelled implements Progress {
        @Override
        public void report(double fraction, String what) {
            // Nobody looks.
        }

        @Override
        public boolean cancelled() {
            return true;
        }
    }

    @Test
    void commandsReachTheProcess() throws Exception {
        try (LocalTrainingService service = isolating()) {
            TrainingRun run = service.start(request(10_000).isolated(true), matinee(), events::add);
            run.pause();
            await(TrainingEvent.RunPaused.class);
            assertThat(run.state()).isEqualTo(TrainingRun.State.PAUSED);
            run.send(new TrainingCommand.SetLearningRate(0.004));
            run.send(new TrainingCommand.EvaluateNow());
            run.resume();
            await(TrainingEvent.RunResumed.class);
            assertThat(await(TrainingEvent.LearningRateSet.class).learningRate()).isEqualTo(0.004);
            assertThat(await(TrainingEvent.Evaluated.class).mse()).isPositive();
            run.stop();
            run.await();
            assertThat(await(TrainingEvent.RunFinished.class).stopped()).isTrue();
            assertThat(run.state()).isEqualTo(TrainingRun.State.FINISHED);
        }
    }

    @Test
    void ratingsThatChangedSinceTheyWereOpenedAreNoticed() throws Exception {
        try (LocalTrainingService service = isolating()) {
            service.start(request(3).isolated(true), TinyData.twoTastes(20, 20, 1), events::add).await();
        }
        assertThat(await(TrainingEvent.RunFailed.class).message()).contains("have changed on the disk");
    }

    @Test
    void theProcessEndsWhenTheOneThatStartedItIsKilled() throws Exception {
        Process parent = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"), ParentProcess.class.getName(),
                folder.toString()).redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader lines = parent.inputReader(StandardCharsets.UTF_8)) {
            ProcessHandle child = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
            assertThat(child.isAlive()).isTrue();
            parent.toHandle().destroyForcibly();
            child.onExit().get(30, TimeUnit.SECONDS);
        } finally {
            parent.destroyForcibly();
        }
    }

    private <T extends TrainingEvent> T await(Class<T> kind) throws InterruptedException {
        while (true) {
            TrainingEvent event = events.poll(60, TimeUnit.SECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            assertThat(event).isNotNull().isNotInstanceOf(TrainingEvent.RunFailed.class);
        }
    }

    private static List<Float> losses(List<TrainingEvent> of) {
        List<Float> losses = new ArrayList<>();
        for (TrainingEvent event : of) {
            if (event instanceof TrainingEvent.BatchProgress progress) {
                losses.addAll(progress.losses());
            }
        }
        return losses;
    }

    private static List<List<Double>> errors(List<EpochResult> epochs) {
        return epochs.stream().map(epoch -> List.of(epoch.trainMse(), epoch.testMse(), epoch.testRmse())).toList();
    }
}
