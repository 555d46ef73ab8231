package io.marquee.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.train.EpochResult;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that goes on from a checkpoint ends where one ends that was never broken off. */
class ResumeTest {

    private final Dataset dataset = TinyData.twoTastes(40, 30, 1);

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"cpu, ADAM, 1", "cpu, NESTEROVS, 2", "cpu, SGD, 1", "cpu-dl4j, ADAM, 1", "cpu-dl4j, NESTEROVS, 1",
        "cpu-dl4j, SGD, 1", "cpu-nd4j, ADAM, 1", "cpu-parallel, ADAM, 1", "cpu-parallel, NESTEROVS, 1"})
    void aStoppedRunGoesOnBitForBit(String device, OptimizerKind optimizer, int threads)
            throws InterruptedException, IOException {
        Hyperparameters hyperparameters = Runs.small().toBuilder()
                .optimizer(optimizer).hiddenLayers(List.of(20, 9)).l2(0.001).epochs(5).build();
        TrainingRequest request = Runs.request(hyperparameters, device).withThreads(threads);
        List<TrainingEvent> whole = Runs.events(dataset, request.savingTo(folder.resolve("whole")));

        runUntilEpoch(2, request.savingTo(folder.resolve("broken")));
        TrainingRequest rest = new CheckpointFolder(folder.resolve("broken")).run().request();
        List<TrainingEvent> resumed = Runs.events(dataset, rest.resumingFrom(folder.resolve("broken")));

        assertThat(resumed.get(1)).isInstanceOf(TrainingEvent.RunRestored.class);
        List<EpochResult> all = new ArrayList<>(((TrainingEvent.RunRestored) resumed.get(1)).epochs());
        all.addAll(Runs.epochs(resumed));
        for (Function<EpochResult, Object> value : List.<Function<EpochResult, Object>>of(
                EpochResult::epoch, EpochResult::trainMse, EpochResult::testMse)) {
            assertThat(all).extracting(value).isEqualTo(Runs.epochs(whole).stream().map(value).toList());
        }
        assertSameState(folder.resolve("whole"), folder.resolve("broken"));
        assertThat(resumed.get(resumed.size() - 1)).isInstanceOfSatisfying(TrainingEvent.RunFinished.class,
                end -> assertThat(end.epochsFinished()).isEqualTo(5));
    }

    @Test
    void aFinishedRunCanHaveMoreEpochs() throws InterruptedException, IOException {
        TrainingRequest five = Runs.request(Runs.small().toBuilder().epochs(5).build(), LocalDevices.CPU);
        Runs.events(dataset, five.savingTo(folder.resolve("five")));

        Runs.events(dataset, five.withEpochs(3).savingTo(folder.resolve("three")));
        Runs.events(dataset, five.withEpochs(5).resumingFrom(folder.resolve("three")));

        assertSameState(folder.resolve("five"), folder.resolve("three"));
    }

    @Test
    void aFinishedRunThatIsResumedHasItsModelAtOnce() throws InterruptedException {
        TrainingRequest request = Runs.request(Runs.small(), LocalDevices.CPU);
        Runs.events(dataset, request.savingTo(folder));

        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(request.resumingFrom(folder), dataset, event -> {});
            run.await();

            assertThat(run.state()).isEqualTo(TrainingRun.State.FINISHED);
            assertThat(run.model().orElseThrow().result().epoch()).isEqualTo(3);
        }
    }

    @Test
    void eachEpochTellsOfItsCheckpoint() throws InterruptedException {
        List<TrainingEvent> events =
                Runs.events(dataset, Runs.request(Runs.small(), LocalDevices.CPU).savingTo(folder));

        assertThat(events).filteredOn(TrainingEvent.CheckpointSaved.class::isInstance).containsExactly(
                new TrainingEvent.CheckpointSaved(folder.resolve("epoch-00001.checkpoint"), 1),
                new TrainingEvent.CheckpointSaved(folder.resolve("epoch-00002.checkpoint"), 2),
                new TrainingEvent.CheckpointSaved(folder.resolve("epoch-00003.checkpoint"), 3));
    }

    @Test
    void aDiskThatFailsDoesNotEndTheRun() throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(Runs.request(Runs.small(), LocalDevices.CPU).savingTo(folder.resolve("run")), dataset, event -> {
                events.add(event);
                if (event instanceof TrainingEvent.CheckpointSaved saved) {
                    putAFileInPlaceOfTheFolder(saved.file());
                }
            }).await();
        }

        assertThat(events).filteredOn(TrainingEvent.CheckpointFailed.class::isInstance).hasSize(2)
                .allSatisfy(event -> assertThat(((TrainingEvent.CheckpointFailed) event).message())
                        .contains("could not be saved in", "Training goes on."));
        assertThat(Runs.epochs(events)).hasSize(3);
    }

    private static void putAFileInPlaceOfTheFolder(Path checkpoint) {
        try {
            Files.delete(checkpoint);
            Files.delete(checkpoint.getParent());
            Files.writeString(checkpoint.getParent(), "no folder");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void whatIsNoFolderIsRefusedBeforeTraining() throws InterruptedException, IOException {
        Path file = Files.writeString(folder.resolve("file"), "no folder");

        assertThat(failure(dataset, Runs.request(Runs.small(), LocalDevices.CPU).savingTo(file)))
                .contains(file + " cannot be used for checkpoints");
    }

    @Test
    void checkpointsOfAnotherRunAreNotOverwritten() throws InterruptedException {
        TrainingRequest request = Runs.request(Runs.small(), LocalDevices.CPU);
        Runs.events(dataset, request.savingTo(folder));

        assertThat(failure(dataset, request.savingTo(folder))).contains("holds checkpoints of another run");
    }

    @Test
    void otherRatingsAndOtherSettingsAreRefused() throws InterruptedException {
        TrainingRequest request = Runs.request(Runs.small(), LocalDevices.CPU);
        Runs.events(dataset, request.savingTo(folder));

        assertThat(failure(TinyData.twoTastes(40, 30, 2), request.resumingFrom(folder)))
                .contains("The ratings are not those");
        TrainingRequest wider = Runs.request(Runs.small().toBuilder().embeddingSize(5).build(), LocalDevices.CPU);
        assertThat(failure(dataset, wider.resumingFrom(folder))).contains("was trained with other settings");
        assertThat(failure(dataset, request.resumingFrom(folder.resolve("none"))))
                .contains("There is no checkpoint in");
    }

    private static String failure(Dataset data, TrainingRequest request) throws InterruptedException {
        List<TrainingEvent> events = Runs.events(data, request);
        return ((TrainingEvent.RunFailed) events.get(events.size() - 1)).message();
    }

    private void runUntilEpoch(int epoch, TrainingRequest request) throws InterruptedException {
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun[] run = new TrainingRun[1];
            synchronized (run) {
                run[0] = service.start(request, dataset, event -> {
                    if (event instanceof TrainingEvent.CheckpointSaved saved && saved.epoch() == epoch) {
                        synchronized (run) {
                            run[0].stop();
                        }
                    }
                });
            }
            run[0].await();
        }
    }

    static void assertSameState(Path expected, Path actual) throws IOException {
        Checkpoint one = new CheckpointFolder(expected).latest();
        Checkpoint other = new CheckpointFolder(actual).latest();
        assertThat(other.run().epoch()).isEqualTo(one.run().epoch());
        assertThat(other.state().steps()).isEqualTo(one.state().steps());
        for (Map.Entry<String, float[]> array : one.state().arrays().entrySet()) {
            assertThat(other.state().arrays().get(array.getKey())).as(array.getKey()).isEqualTo(array.getValue());
        }
    }
}
