package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.EarlyStopping;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Runs by DL4J's ParallelWrapper, on the CPU with two workers. */
@Timeout(120)
class ParallelRunTest {

    private final Dataset dataset = TinyData.twoTastes(60, 40, 1);

    @Test
    void aRunOfTwoWorkersIsTheRunOfOneNetworkUpToRounding() throws InterruptedException {
        Hyperparameters hyperparameters = Runs.small().toBuilder().optimizer(OptimizerKind.NESTEROVS).batchSize(64).build();
        List<TrainingEvent> one = Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU_STOCK));
        List<TrainingEvent> two = Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU_PARALLEL));

        assertThat(((TrainingEvent.RunStarted) two.get(0)).protocol().engine())
                .contains("ParallelWrapper").contains("2 workers").contains("averaged after each batch");
        assertThat(Runs.epochs(two)).hasSameSizeAs(Runs.epochs(one));
        for (int epoch = 0; epoch < hyperparameters.epochs(); epoch++) {
            assertThat(Runs.epochs(two).get(epoch).testMse())
                    .isCloseTo(Runs.epochs(one).get(epoch).testMse(), within(1e-3));
        }
    }

    @Test
    void itStopsEarlyMeasuresPausesAndStops() throws InterruptedException {
        EarlyStopping rule = new EarlyStopping(1, 0.9);
        Hyperparameters early = Runs.small().toBuilder().epochs(50).earlyStopping(Optional.of(rule)).build();
        List<TrainingEvent> events = Runs.events(dataset,
                Runs.request(early, LocalDevices.CPU_PARALLEL).with(new SplitSpec(0.2, 3).withValidation(0.2)));
        assertThat(events).hasAtLeastOneElementOfType(TrainingEvent.StoppedEarly.class)
                .hasAtLeastOneElementOfType(TrainingEvent.TestMeasured.class);

        BlockingQueue<TrainingEvent> told = new LinkedBlockingQueue<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(Runs.request(Runs.small().toBuilder().epochs(10_000).build(),
                    LocalDevices.CPU_PARALLEL), dataset, told::add);
            await(told, TrainingEvent.EpochFinished.class);
            run.pause();
            await(told, TrainingEvent.RunPaused.class);
            run.send(new TrainingCommand.SetLearningRate(0.002));
            run.send(new TrainingCommand.EvaluateNow());
            run.resume();
            assertThat(await(told, TrainingEvent.Evaluated.class).mse()).isPositive();
            await(told, TrainingEvent.EpochFinished.class);
            run.stop();
            run.await();
            assertThat(run.model()).isPresent();
            assertThat(await(told, TrainingEvent.RunFinished.class).stopped()).isTrue();
        }
        // ParallelWrapper tells its threads to end and does not wait for them; the time limit of this class does.
        while (Thread.getAllStackTraces().keySet().stream().map(Thread::getName).anyMatch(name ->
                name.startsWith("marquee-parallel") || name.startsWith("ParallelWrapper training thread"))) {
            Thread.sleep(10);
        }
    }

    @Test
    void aLearningRateIsFoundOnIt() throws Exception {
        assertThat(new LearningRateFinder(dataset, Runs.request(Runs.small(), LocalDevices.CPU_PARALLEL)).run(Progress.NONE)
                .suggestion()).isBetween(1e-6, 1.0);
    }

    private static <T extends TrainingEvent> T await(BlockingQueue<TrainingEvent> told, Class<T> kind)
            throws InterruptedException {
        while (true) {
            TrainingEvent event = told.poll(60, TimeUnit.SECONDS);
            if (kind.isInstance(event)) {
                return kind.cast(event);
            }
            assertThat(event).isNotNull().isNotInstanceOf(TrainingEvent.RunFailed.class);
        }
    }
}
