package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.model.TrainedModel;
import io.marquee.train.EpochResult;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.checkpoint.Checkpoint;
import io.marquee.train.checkpoint.CheckpointFolder;
import io.marquee.train.checkpoint.RunSoFar;
import io.marquee.ui.fake.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResumedRunTest {

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
        assertThat(notices).isEmpty();
    }

    @Test
    void aResumedRunGoesOnInItsOwnRecordAndWhatCameLaterIsVoid() throws IOException {
        RunRecorder first = history.recorder(RunScript.request(), "Matinee 100k");
        RunScript.play(RunScript.request(), 3, first);
        first.accept(new TrainingEvent.RunFinished(true, 3, 6));
        RunScript.await(first);
        List<EpochResult> before = List.of(RunScript.result(1, RunScript.testMse(1)), RunScript.result(2, RunScript.testMse(2)));

        TrainingRequest resuming = first.request().resumingFrom(first.request().checkpoints().orElseThrow().folder());
        RunRecorder second = history.recorder(resuming.withEpochs(20), "Matinee 100k");
        second.accept(RunScript.started(resuming));
        second.accept(new TrainingEvent.RunRestored(before));
        RunScript.epoch(3).forEach(second);
        RunScript.epoch(4).forEach(second);
        second.accept(new TrainingEvent.RunFinished(false, 4, 8));
        RunScript.await(second);

        assertThat(second.id()).isEqualTo(first.id());
        assertThat(history.list()).hasSize(1);
        RunDetails run = history.details(first.id()).orElseThrow();
        assertThat(run.summary().state()).isEqualTo(RecordedState.FINISHED);
        assertThat(run.summary().epochsPlanned()).isEqualTo(20);
        assertThat(run.epochs()).extracting(epoch -> epoch.result().epoch()).containsExactly(1, 2, 3, 4);
        assertThat(run.epochs()).extracting(RecordedEpoch::seconds).isSorted();
        assertThat(run.request().orElseThrow().checkpoints().orElseThrow().resume()).isFalse();
        LossCurve curve = history.losses(first.id());
        assertThat(curve.batches()).isEqualTo(160);
        for (int batch = 1; batch <= 160; batch++) {
            assertThat(curve.losses()[batch - 1]).isEqualTo(RunScript.loss(batch));
        }
    }

    @Test
    void whoKnowsTheLossesOfBeforeGetsThoseOfTheResumedRun() throws IOException {
        RunRecorder first = history.recorder(RunScript.request(), "Matinee 100k");
        RunScript.play(RunScript.request(), 2, first);
        first.accept(new TrainingEvent.BatchProgress(3, 7, RunScript.BATCHES_PER_EPOCH, List.of(9f, 9f, 9f, 9f, 9f, 9f, 9f), 9, 50_000));
        first.accept(new TrainingEvent.RunFinished(true, 2, 6));
        RunScript.await(first);
        LossCurve known = history.losses(first.id());
        assertThat(known.batches()).isEqualTo(87);
        assertThat(history.losses(first.id(), known)).isSameAs(known);

        TrainingRequest resuming = first.request().resumingFrom(first.request().checkpoints().orElseThrow().folder());
        RunRecorder second = history.recorder(resuming, "Matinee 100k");
        second.accept(RunScript.started(resuming));
        second.accept(new TrainingEvent.RunRestored(
                List.of(RunScript.result(1, RunScript.testMse(1)), RunScript.result(2, RunScript.testMse(2)))));
        RunScript.epoch(3).forEach(second);
        second.accept(new TrainingEvent.RunFinished(true, 3, 8));
        RunScript.await(second);

        assertThat(history.losses(first.id(), known).losses()).isEqualTo(history.losses(first.id()).losses()).hasSize(120);
    }

    @Test
    void aStoppedRunIsResumedToTheCurveOfAnUnbrokenOne() throws Exception {
        Dataset dataset = SmallData.ofRatings(2000);
        TrainingRequest request = new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1),
                Preset.QUICK_LOOK.hyperparameters().toBuilder().embeddingSize(4).hiddenLayers(List.of(8)).batchSize(64)
                        .epochs(4).build(), "cpu").withThreads(1);
        try (RecordingTrainingService service = new RecordingTrainingService(new LocalTrainingService(), history)) {
            long unbroken = train(service, request, dataset);
            long broken = train(service, request.withEpochs(2), dataset);

            TrainingRequest resuming = history.resuming(history.details(broken).orElseThrow()).withEpochs(4);
            assertThat(train(service, resuming, dataset)).isEqualTo(broken);

            assertThat(history.losses(broken).losses()).isEqualTo(history.losses(unbroken).losses());
            assertThat(errors(broken)).isEqualTo(errors(unbroken)).hasSize(4);
            TrainedModel model = CheckpointModels.load(history.resuming(history.details(broken).orElseThrow()), dataset);
            assertThat(model.result().epoch()).isEqualTo(4);
            assertThat(model.result().testMse()).isEqualTo(history.details(unbroken).orElseThrow().summary().lastTestMse());
        }
    }

    @Test
    void theModelOfARunOnAGpuOpensWithoutTheGpu() throws Exception {
        Dataset dataset = SmallData.ofRatings(2000);
        for (Map.Entry<String, String> device : Map.of("cpu-nd4j", "gpu0", "cpu-parallel", "gpu0,gpu1").entrySet()) {
            TrainingRequest here = new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1),
                    Preset.QUICK_LOOK.hyperparameters().toBuilder().embeddingSize(4).hiddenLayers(List.of(8)).batchSize(512)
                            .epochs(2).build(), device.getKey()).withThreads(1);
            Path trained = folder.resolve(device.getKey());
            TrainedModel expected;
            try (LocalTrainingService service = new LocalTrainingService()) {
                TrainingRun run = service.start(here.savingTo(trained), dataset, event -> { });
                run.await();
                expected = run.model().orElseThrow();
            }
            // What the run would have left behind on a GPU: the same arrays, under another device's name.
            Checkpoint left = new CheckpointFolder(trained).latest();
            TrainingRequest onGpu = new TrainingRequest(here.dataset(), here.split(), here.hyperparameters(),
                    device.getValue()).withThreads(1).savingTo(folder.resolve(device.getValue()));
            new CheckpointFolder(folder.resolve(device.getValue())).save(new Checkpoint(new RunSoFar(
                    left.run().marqueeVersion(), onGpu, left.run().datasetFingerprint(), left.run().epochs(), 1,
                    OptionalDouble.empty(), Optional.of("ND4J operations (RTX 4090)")), left.state()));

            TrainedModel model = CheckpointModels.load(onGpu.resumingFrom(folder.resolve(device.getValue())), dataset);
            assertThat(model.weights().users().values()).isEqualTo(expected.weights().users().values());
            assertThat(model.result()).isEqualTo(expected.result());
            assertThat(model.protocol().device()).isEqualTo(device.getValue());
            assertThat(model.protocol().engine()).isEqualTo("ND4J operations (RTX 4090)");
        }
    }

    private List<Double> errors(long id) throws IOException {
        return history.details(id).orElseThrow().epochs().stream().map(epoch -> epoch.result().testMse()).toList();
    }

    private long train(RecordingTrainingService service, TrainingRequest request, Dataset dataset) throws Exception {
        TrainingRun run = service.start(request, dataset, event -> { });
        run.await();
        RecordedRun recorded = (RecordedRun) run;
        for (int i = 0; i < 3000 && (recorded.id().isEmpty()
                || history.details(recorded.id().getAsLong()).orElseThrow().summary().state().active()); i++) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
        return recorded.id().getAsLong();
    }

    @Test
    void aRunWithoutCheckpointSaysSo() throws IOException {
        long id = RunScript.record(history, 1);

        assertThatThrownBy(() -> history.resuming(history.details(id).orElseThrow()))
                .isInstanceOf(RunHistoryException.class).hasMessageContaining("Run 1 has no checkpoint to go on from");
    }

    @Test
    void checkpointsOfTheNewestAndTheStarredRunsAreKept() throws IOException {
        for (int i = 0; i < 25; i++) {
            RunRecorder recorder = history.recorder(RunScript.request(), "Matinee 100k");
            recorder.accept(new TrainingEvent.RunFinished(false, 0, 0));
            RunScript.await(recorder);
            Path checkpoints = recorder.request().checkpoints().orElseThrow().folder();
            Files.createDirectories(checkpoints);
            Files.writeString(checkpoints.resolve("epoch-00001.checkpoint"), "bytes");
        }
        history.star(1, true);

        history.tidy();

        try (Stream<Path> files = Files.walk(folder)) {
            assertThat(files.filter(file -> file.toString().endsWith(".checkpoint"))).hasSize(21);
        }
    }
}
