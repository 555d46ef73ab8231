package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.device.ThreadPriority;
import io.marquee.model.OptimizerKind;
import io.marquee.model.TrainedModel;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class LocalTrainingServiceTest {

    private final Dataset dataset = TinyData.twoTastes(40, 30, 1);

    @ParameterizedTest
    @ValueSource(strings = {LocalDevices.CPU, LocalDevices.CPU_STOCK, LocalDevices.CPU_ARRAYS, LocalDevices.CPU_PARALLEL})
    void eventsComeInTheOrderPromised(String device) throws InterruptedException {
        List<TrainingEvent> events = Runs.events(dataset, Runs.request(Runs.small(), device));

        assertThat(events.get(0)).isInstanceOf(TrainingEvent.RunStarted.class);
        assertThat(events.get(events.size() - 1)).isEqualTo(new TrainingEvent.RunFinished(false, 3,
                ((TrainingEvent.RunFinished) events.get(events.size() - 1)).seconds()));
        assertThat(Runs.epochs(events)).extracting(EpochResult::epoch).containsExactly(1, 2, 3);
        int batches = ((TrainingEvent.RunStarted) events.get(0)).batchesPerEpoch();
        List<Float> losses = new ArrayList<>();
        for (TrainingEvent event : events) {
            if (event instanceof TrainingEvent.BatchProgress progress) {
                losses.addAll(progress.losses());
            }
            if (event instanceof TrainingEvent.EpochFinished finished) {
                assertThat(losses).as("losses of epoch %s", finished.result().epoch()).hasSize(batches);
                losses.clear();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {LocalDevices.CPU, LocalDevices.CPU_STOCK, LocalDevices.CPU_ARRAYS, LocalDevices.CPU_PARALLEL})
    void sameSeedGivesTheSameLossCurve(String device) throws InterruptedException {
        TrainingRequest request = Runs.request(Runs.small(), device);

        List<EpochResult> first = Runs.epochs(Runs.events(dataset, request));
        List<EpochResult> second = Runs.epochs(Runs.events(dataset, request));

        assertThat(first).extracting(EpochResult::trainMse)
                .isEqualTo(second.stream().map(EpochResult::trainMse).toList());
        assertThat(first).extracting(EpochResult::testMse)
                .isEqualTo(second.stream().map(EpochResult::testMse).toList());
    }

    @Test
    void anotherSeedGivesAnotherLossCurve() throws InterruptedException {
        var other = Runs.small().toBuilder().seed(8).build();

        assertThat(Runs.epochs(Runs.events(dataset, Runs.request(Runs.small(), LocalDevices.CPU))).get(0).trainMse())
                .isNotEqualTo(Runs.epochs(Runs.events(dataset, Runs.request(other, LocalDevices.CPU))).get(0).trainMse());
    }

    @ParameterizedTest
    @EnumSource(OptimizerKind.class)
    void eachOptimizerLearnsThePlantedTastes(OptimizerKind optimizer) throws InterruptedException {
        double rate = optimizer == OptimizerKind.ADAM ? 0.01 : 0.05;
        var hyperparameters =
                Runs.small().toBuilder().optimizer(optimizer).learningRate(rate).epochs(40).batchSize(16).build();

        List<EpochResult> epochs =
                Runs.epochs(Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU)));

        double variance = Math.pow(dataset.split(new io.marquee.data.SplitSpec(0.2, 3))
                .trainStatistics().standardDeviation(), 2);
        assertThat(epochs.get(39).testMse()).isLessThan(0.6 * variance);
    }

    @Test
    void standardisedTargetsAreScaledBackBeforeAnyMetric() throws InterruptedException {
        var plain = Runs.small().toBuilder().epochs(30).build();
        var standardised = plain.toBuilder().standardize(true).build();

        double plainMse = last(plain).testMse();
        double standardisedMse = last(standardised).testMse();

        assertThat(standardisedMse / plainMse).isBetween(0.5, 2.0);
    }

    private EpochResult last(io.marquee.model.Hyperparameters hyperparameters) throws InterruptedException {
        List<EpochResult> epochs = Runs.epochs(Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU)));
        return epochs.get(epochs.size() - 1);
    }

    @Test
    void aPausedRunHoldsUntilItIsResumed() throws InterruptedException {
        BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(endless(), dataset, events::add);
            await(events, TrainingEvent.EpochFinished.class);
            run.pause();
            await(events, TrainingEvent.RunPaused.class);
            assertThat(run.state()).isEqualTo(TrainingRun.State.PAUSED);
            assertThat(events.poll(300, TimeUnit.MILLISECONDS)).as("event while paused").isNull();
            run.resume();
            await(events, TrainingEvent.RunResumed.class);
            await(events, TrainingEvent.EpochFinished.class);
            run.stop();
            run.await();
        }
    }

    @Test
    void aStoppedRunLeavesTheModelOfItsLastFinishedEpoch() throws InterruptedException {
        BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(endless(), dataset, events::add);
            await(events, TrainingEvent.EpochFinished.class);
            run.stop();
            run.await();
            TrainingEvent.RunFinished finished = await(events, TrainingEvent.RunFinished.class);
            assertThat(finished.stopped()).isTrue();
            assertThat(run.state()).isEqualTo(TrainingRun.State.FINISHED);
            assertThat(run.model().orElseThrow().result().epoch()).isEqualTo(finished.epochsFinished());
        }
    }

    @Test
    void aPausedRunCanBeStopped() throws InterruptedException {
        BlockingQueue<TrainingEvent> events = new LinkedBlockingQueue<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(endless(), dataset, events::add);
            await(events, TrainingEvent.EpochFinished.class);
            run.pause();
            await(events, TrainingEvent.RunPaused.class);
            run.stop();
            run.await();
            assertThat(run.state()).isEqualTo(TrainingRun.State.FINISHED);
        }
    }

    @Test
    void aDivergingRunSaysWhereAndKeepsNothingBroken() throws InterruptedException {
        var wild = Runs.small().toBuilder().optimizer(OptimizerKind.SGD).learningRate(10).epochs(50)
                .embeddingScale(5).build();
        List<TrainingEvent> events = Runs.events(dataset, Runs.request(wild, LocalDevices.CPU));

        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(TrainingEvent.RunFailed.class, failed ->
                assertThat(failed.message())
                        .contains("diverged")
                        .containsPattern("epoch \\d+")
                        .contains("lower learning rate"));
        assertThat(Runs.epochs(events)).allSatisfy(epoch -> assertThat(epoch.testMse()).isFinite());
    }

    @Test
    void aBatchLargerThanTheTrainPartIsRefusedWithASentence() throws InterruptedException {
        var large = Runs.small().toBuilder().batchSize(100_000).build();

        assertThat(Runs.events(dataset, Runs.request(large, LocalDevices.CPU)))
                .singleElement()
                .isInstanceOfSatisfying(TrainingEvent.RunFailed.class,
                        failed -> assertThat(failed.message()).contains("100000").contains("smaller batch size"));
    }

    @Test
    void anUnknownDeviceIsRefusedWithASentence() throws InterruptedException {
        assertThat(Runs.events(dataset, Runs.request(Runs.small(), "abacus")))
                .singleElement()
                .isInstanceOfSatisfying(TrainingEvent.RunFailed.class,
                        failed -> assertThat(failed.message()).contains("abacus").contains("cpu"));
    }

    @Test
    void aDatasetOfOneUserTrains() throws InterruptedException {
        Dataset oneUser = TinyData.twoTastes(1, 200, 4);

        TrainedModel model = Runs.model(oneUser, Runs.small().toBuilder().batchSize(8).build());

        assertThat(model.result().testMse()).isFinite();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void trainingGivesWayToTheDesktop() throws InterruptedException {
        Path caller = Path.of("/proc/thread-self");
        int before = niceness(caller, "").orElseThrow();
        List<Integer> niceness = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU).withThreads(2), dataset, event -> {
                if (event instanceof TrainingEvent.EpochFinished) {
                    niceness.addAll(nicenessOfThreads("marquee-training", "marquee-worker", "marquee-batches"));
                }
            }).await();
        }

        assertThat(niceness).hasSizeGreaterThanOrEqualTo(3 * 3).containsOnly(Math.max(before, ThreadPriority.NICE));
        assertThat(niceness(caller, "")).contains(before);
    }

    private static List<Integer> nicenessOfThreads(String... names) {
        List<Integer> niceness = new ArrayList<>();
        File[] threads = new File("/proc/self/task").listFiles();
        for (File thread : threads) {
            niceness(thread.toPath(), names).ifPresent(niceness::add);
        }
        return niceness;
    }

    /** As Linux tells it: field 19 of a thread's stat, the 17th after the name in brackets. Names are cut to 15 letters. */
    private static Optional<Integer> niceness(Path thread, String... names) {
        try {
            String stat = Files.readString(thread.resolve("stat"));
            String name = stat.substring(stat.indexOf('(') + 1, stat.lastIndexOf(')'));
            boolean wanted = Stream.of(names).anyMatch(
                    each -> name.startsWith(each.substring(0, Math.min(14, each.length()))));
            return wanted
                    ? Optional.of(Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[16]))
                    : Optional.empty();
        } catch (IOException e) {
            // Threads come and go.
            return Optional.empty();
        }
    }

    @Test
    void aRunCanFollowAnother() throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU), dataset, events::add);
            service.start(Runs.request(Runs.small(), LocalDevices.CPU), dataset, events::add).await();
        }
        assertThat(events.stream().filter(TrainingEvent.RunFinished.class::isInstance)).hasSize(2);
        assertThat(Runs.epochs(events)).extracting(EpochResult::epoch).containsExactly(1, 2, 3, 1, 2, 3);
    }

    @Test
    void aRunAfterPreparationIsTheSameRun() throws InterruptedException {
        List<TrainingEvent> prepared = new CopyOnWriteArrayList<>();
        List<TrainingEvent> plain = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.prepare();
            service.start(Runs.request(Runs.small(), LocalDevices.CPU), dataset, prepared::add).await();
        }
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU), dataset, plain::add).await();
        }
        assertThat(Runs.epochs(prepared)).extracting(EpochResult::testMse).isNotEmpty()
                .isEqualTo(Runs.epochs(plain).stream().map(EpochResult::testMse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {LocalDevices.CPU, LocalDevices.CPU_STOCK, LocalDevices.CPU_ARRAYS, LocalDevices.CPU_PARALLEL})
    void dl4jListenersHearOfEachIterationAndEpoch(String device) throws InterruptedException {
        CountingListener listener = new CountingListener();
        try (LocalTrainingService service = new LocalTrainingService(List.of(listener))) {
            List<TrainingEvent> events = new CopyOnWriteArrayList<>();
            service.start(Runs.request(Runs.small(), device), dataset, events::add).await();
            int batches = ((TrainingEvent.RunStarted) events.get(0)).batchesPerEpoch();
            assertThat(listener.iterations).isEqualTo(3 * batches);
            assertThat(listener.epochStarts).isEqualTo(3);
            assertThat(listener.epochEnds).isEqualTo(3);
            assertThat(listener.lastScore).isFinite().isPositive();
        }
    }

    @Test
    void phasesAddUpToTheEpoch() throws InterruptedException {
        var slow = Runs.small().toBuilder().hiddenLayers(List.of(256)).epochs(2).build();
        List<EpochResult> epochs = Runs.epochs(Runs.events(dataset, Runs.request(slow, LocalDevices.CPU)));

        assertThat(epochs).allSatisfy(epoch -> {
            PhaseSeconds phases = epoch.phases();
            assertThat(phases.arithmetic()).isPositive();
            assertThat(phases.arithmetic() + phases.waiting() + phases.evaluation())
                    .isLessThanOrEqualTo(epoch.seconds() * 1.05 + 0.01);
        });
    }

    private static TrainingRequest endless() {
        return Runs.request(Runs.small().toBuilder().epochs(10_000).build(), LocalDevices.CPU);
    }

    private static <T extends TrainingEvent> T await(BlockingQueue<TrainingEvent> events, Class<T> kind)
            throws InterruptedException {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (System.nanoTime() < deadline) {
            TrainingEvent event = events.poll(1, TimeUnit.SECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            assertThat(event).isNotInstanceOf(TrainingEvent.RunFailed.class);
        }
        throw new AssertionError("No " + kind.getSimpleName() + " came");
    }

    private static final class CountingListener extends BaseTrainingListener {
        private int iterations;
        private int epochStarts;
        private int epochEnds;
        private double lastScore;

        @Override
        public void iterationDone(Model model, int iteration, int epoch) {
            iterations++;
            lastScore = model.score();
        }

        @Override
        public void onEpochStart(Model model) {
            epochStarts++;
        }

        @Override
        public void onEpochEnd(Model model) {
            epochEnds++;
        }
    }
}
