package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.EarlyStopping;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs with a validation part: the test part is kept for the end. */
class ValidationTest {

    private final Dataset dataset = TinyData.twoTastes(40, 30, 1);

    @TempDir
    Path folder;

    /** A network that learns by heart within some epochs. */
    private static Hyperparameters learningByHeart() {
        return Runs.small().toBuilder().embeddingSize(16).hiddenLayers(List.of(64)).epochs(60)
                .earlyStopping(Optional.of(new EarlyStopping(3, 0))).build();
    }

    private static TrainingRequest request(Hyperparameters hyperparameters, double validation) {
        return new TrainingRequest(DatasetSpec.of("tiny"), new SplitSpec(0.2, 3).withValidation(validation),
                hyperparameters, LocalDevices.CPU).withThreads(1);
    }

    @Test
    void theTestPartIsMeasuredOnceAtTheEnd() throws InterruptedException {
        Outcome outcome = run(request(Runs.small(), 0.2));

        assertThat(Runs.epochs(outcome.events)).hasSize(3).allSatisfy(epoch -> {
            assertThat(epoch.validationMse()).isPositive();
            assertThat(epoch.testMse()).isNaN();
        });
        TrainingEvent.TestMeasured test = outcome.only(TrainingEvent.TestMeasured.class);
        assertThat(test.epoch()).isEqualTo(3);
        assertThat(outcome.model.result().testMse()).isEqualTo(test.mse());
        assertThat(outcome.model.protocol().testRule()).isEqualTo("measured once, at the end");
    }

    @Test
    void aRunStopsEarlyAndKeepsItsBestEpoch() throws InterruptedException {
        Outcome outcome = run(request(learningByHeart(), 0.2));

        List<EpochResult> epochs = Runs.epochs(outcome.events);
        TrainingEvent.StoppedEarly early = outcome.only(TrainingEvent.StoppedEarly.class);
        double lowest = epochs.stream().mapToDouble(EpochResult::validationMse).min().orElseThrow();
        assertThat(epochs.size()).isLessThan(60);
        assertThat(early.epoch()).isEqualTo(epochs.size());
        assertThat(early.bestEpoch()).isEqualTo(epochs.size() - 3);
        assertThat(early.validationMse()).isEqualTo(lowest);
        assertThat(outcome.model.result().epoch()).isEqualTo(early.bestEpoch());
        assertThat(outcome.only(TrainingEvent.RunFinished.class).stopped()).isFalse();
        assertThat(outcome.model.protocol().epochRule())
                .isEqualTo("lowest validation MSE, stopped early after 3 epochs without a gain");
        Outcome untilBest = run(request(learningByHeart().toBuilder().earlyStopping(Optional.empty())
                .epochs(early.bestEpoch()).build(), 0.2));
        assertSame(untilBest.model.weights(), outcome.model.weights());
    }

    @Test
    void aBrokenRunStillFindsTheBestEpochOfBefore() throws InterruptedException {
        TrainingRequest request = request(learningByHeart(), 0.2);
        Outcome whole = run(request);
        int last = Runs.epochs(whole.events).size();

        run(request.savingTo(folder), last - 1);
        Outcome rest = run(request.resumingFrom(folder));

        assertThat(Runs.epochs(rest.events)).hasSize(1);
        assertThat(rest.only(TrainingEvent.StoppedEarly.class)).isEqualTo(
                whole.only(TrainingEvent.StoppedEarly.class));
        assertThat(rest.only(TrainingEvent.TestMeasured.class)).isEqualTo(
                whole.only(TrainingEvent.TestMeasured.class));
        assertSame(whole.model.weights(), rest.model.weights());
    }

    @Test
    void withoutAValidationPartThereIsNothingToStopBy() throws InterruptedException {
        Outcome outcome = run(request(learningByHeart(), 0));

        assertThat(outcome.only(TrainingEvent.RunFailed.class).message())
                .contains("Early stopping looks at a validation part, and this run has none.");
    }

    private static void assertSame(NetworkWeights expected, NetworkWeights actual) {
        assertThat(actual.users().values()).isEqualTo(expected.users().values());
        assertThat(actual.items().values()).isEqualTo(expected.items().values());
        for (int i = 0; i < expected.layers().size(); i++) {
            assertThat(actual.layers().get(i).weights()).isEqualTo(expected.layers().get(i).weights());
        }
    }

    private record Outcome(List<TrainingEvent> events, TrainedModel model) {
        <E extends TrainingEvent> E only(Class<E> kind) {
            List<E> found = events.stream().filter(kind::isInstance).map(kind::cast).toList();
            assertThat(found).as(kind.getSimpleName()).hasSize(1);
            return found.get(0);
        }
    }

    private Outcome run(TrainingRequest request) throws InterruptedException {
        return run(request, Integer.MAX_VALUE);
    }

    /** @param lastEpoch epoch after which the run is stopped */
    private Outcome run(TrainingRequest request, int lastEpoch) throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun[] run = new TrainingRun[1];
            synchronized (run) {
                run[0] = service.start(request, dataset, event -> {
                    events.add(event);
                    if (event instanceof TrainingEvent.EpochFinished epoch && epoch.result().epoch() == lastEpoch) {
                        synchronized (run) {
                            run[0].stop();
                        }
                    }
                });
            }
            run[0].await();
            return new Outcome(events, run[0].model().orElse(null));
        }
    }
}
