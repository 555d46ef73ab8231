package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.InvalidHyperparameterException;
import io.marquee.model.LearningRateSchedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person can change while a run is under way. */
class SteeringTest {


    private final Dataset dataset = TinyData.twoTastes(40, 30, 1);

    @TempDir
    Path folder;

    @Test
    void aRateSetByHandHoldsFromTheNextBatchOnInPlaceOfTheSchedule() throws InterruptedException {
        Hyperparameters hyperparameters =
                Runs.small().toBuilder().schedule(new LearningRateSchedule.Cosine(0)).epochs(4).build();
        List<TrainingEvent> events = steered(request(hyperparameters), (run, event) -> {
            if (event instanceof TrainingEvent.EpochFinished epoch && epoch.result().epoch() == 2) {
                run.send(new TrainingCommand.SetLearningRate(1e-30));
            }
        });

        List<EpochResult> epochs = Runs.epochs(events);
        assertThat(epochs.get(2).testMse()).as("nothing moves at such a rate").isEqualTo(epochs.get(1).testMse());
        assertThat(epochs.get(3).testMse()).isEqualTo(epochs.get(1).testMse());
        assertThat(epochs.get(1).testMse()).isNotEqualTo(epochs.get(0).testMse());
        assertThat(events).filteredOn(TrainingEvent.LearningRateSet.class::isInstance).singleElement()
                .extracting(event -> ((TrainingEvent.LearningRateSet) event).learningRate()).isEqualTo(1e-30);
    }

    @Test
    void aRateSetByHandOutlastsABreak() throws InterruptedException {
        TrainingRequest request = request(Runs.small().toBuilder().epochs(3).build());
        steered(request.savingTo(folder), (run, event) -> {
            if (event instanceof TrainingEvent.EpochFinished epoch && epoch.result().epoch() == 1) {
                run.send(new TrainingCommand.SetLearningRate(1e-30));
            } else if (event instanceof TrainingEvent.CheckpointSaved saved && saved.epoch() == 2) {
                run.stop();
            }
        });

        List<EpochResult> rest = Runs.epochs(Runs.events(dataset, request.resumingFrom(folder)));
        List<EpochResult> again = Runs.epochs(Runs.events(dataset, request.resumingFrom(folder)));

        assertThat(rest).extracting(EpochResult::epoch).containsExactly(3);
        assertThat(again).isEmpty();
        assertThat(rest.get(0).testMse()).isEqualTo(
                Runs.epochs(Runs.events(dataset, request)).get(0).testMse());
    }

    @Test
    void epochsCanBeAddedUntilTheEnd() throws InterruptedException {
        List<TrainingEvent> events = steered(request(Runs.small()), (run, event) -> {
            if (event instanceof TrainingEvent.EpochFinished epoch && epoch.result().epoch() == 3) {
                run.send(new TrainingCommand.AddEpochs(2));
            }
        });

        assertThat(Runs.epochs(events)).hasSize(5);
        assertThat(events).contains(new TrainingEvent.EpochsAdded(5));
        assertThat(events.get(events.size() - 1)).isInstanceOfSatisfying(TrainingEvent.RunFinished.class,
                end -> assertThat(end.stopped()).isFalse());
        assertThat(Runs.epochs(events)).extracting(EpochResult::testMse).isEqualTo(Runs.epochs(Runs.events(dataset,
                request(Runs.small().toBuilder().epochs(5).build()))).stream().map(EpochResult::testMse).toList());
    }

    @Test
    void theErrorCanBeMeasuredWithinAnEpochWithoutChangingTheRun() throws InterruptedException {
        List<TrainingEvent> events = steered(request(Runs.small()), (run, event) -> {
            if (event instanceof TrainingEvent.RunStarted) {
                run.send(new TrainingCommand.EvaluateNow());
            }
        });

        TrainingEvent.Evaluated found = (TrainingEvent.Evaluated) events.stream()
                .filter(TrainingEvent.Evaluated.class::isInstance).findFirst().orElseThrow();
        assertThat(found.epoch()).isEqualTo(1);
        assertThat(found.validation()).isFalse();
        double variance = dataset.split(new SplitSpec(0.2, 3)).trainStatistics().standardDeviation();
        assertThat(found.mse()).as("a network that has learnt nothing").isCloseTo(variance * variance, within(1.0));
        assertThat(Runs.epochs(events)).extracting(EpochResult::testMse).isEqualTo(
                Runs.epochs(Runs.events(dataset, request(Runs.small()))).stream().map(EpochResult::testMse).toList());
    }

    @Test
    void aScheduleChangesTheCurve() throws InterruptedException {
        Hyperparameters constant = Runs.small();
        Hyperparameters step = constant.toBuilder().schedule(new LearningRateSchedule.Step(1, 1e-30)).build();

        List<EpochResult> falling = Runs.epochs(Runs.events(dataset, request(step)));
        List<EpochResult> level = Runs.epochs(Runs.events(dataset, request(constant)));

        assertThat(falling.get(0).testMse()).isEqualTo(level.get(0).testMse());
        assertThat(falling.get(1).testMse()).isEqualTo(falling.get(0).testMse());
        assertThat(level.get(1).testMse()).isNotEqualTo(level.get(0).testMse());
    }

    @Test
    void commandsOutOfRangeAreRefusedWithASentence() {
        assertThatThrownBy(() -> new TrainingCommand.SetLearningRate(0))
                .isInstanceOf(InvalidHyperparameterException.class).hasMessageContaining("Learning rate must be");
        assertThatThrownBy(() -> new TrainingCommand.AddEpochs(0))
                .isInstanceOf(InvalidHyperparameterException.class).hasMessageContaining("Epochs must be");
    }

    private static TrainingRequest request(Hyperparameters hyperparameters) {
        return Runs.request(hyperparameters, LocalDevices.CPU).withThreads(1);
    }

    /** Trains with a hand on the run: told of each event, on the training thread. */
    private List<TrainingEvent> steered(TrainingRequest request, BiConsumer<TrainingRun, TrainingEvent> hand)
            throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        List<TrainingRun> run = new ArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            synchronized (run) {
                run.add(service.start(request, dataset, event -> {
                    events.add(event);
                    synchronized (run) {
                        hand.accept(run.get(0), event);
                    }
                }));
            }
            run.get(0).await();
        }
        return events;
    }
}
