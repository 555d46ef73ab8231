package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.SplitMethod;
import io.marquee.data.SplitSpec;
import io.marquee.model.EarlyStopping;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Json;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import io.marquee.train.Checkpoints;
import io.marquee.train.EngineState;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.checkpoint.Checkpoint;
import io.marquee.train.checkpoint.CheckpointFolder;
import io.marquee.train.checkpoint.RunSoFar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrainCommandTest {

    private static final TrainingEvent DONE = new TrainingEvent.RunFinished(false, 2, 5);

    private final ScriptedTraining training =
            new ScriptedTraining(ScriptedTraining.epoch(1, 0.81), ScriptedTraining.epoch(2, 0.64), DONE);

    @TempDir
    Path folder;

    @Test
    void withoutOptionsTrainsTheQuickLookOnTheBuiltInData() {
        Terminal.run(FakeServices.with(training), "train");

        assertThat(training.asked.dataset()).isEqualTo(DatasetSpec.of("matinee"));
        assertThat(training.asked.hyperparameters()).isEqualTo(Preset.QUICK_LOOK.hyperparameters());
        assertThat(training.asked.split().testFraction()).isEqualTo(0.2);
        assertThat(training.asked.device()).isEqualTo("cpu");
    }

    @Test
    void optionsChangeSingleValuesOfThePreset() {
        Terminal.run(FakeServices.with(training), "train", "--preset", "lecture", "--embedding", "8", "--hidden",
                "512,256", "--optimizer", "adam", "--learning-rate", "0.01", "--momentum", "0.5", "--l2", "1e-5",
                "--batch", "64", "--epochs", "3", "--embedding-scale", "0.1", "--embedding-updates", "dense", "--seed",
                "-7", "--clip", "--standardize", "--test-fraction", "0.1");

        assertThat(training.asked.hyperparameters()).isEqualTo(new Hyperparameters(8, List.of(512, 256),
                OptimizerKind.ADAM, 0.01, 0.5, 1e-5, 64, 3, 0.1, -7, true, true, EmbeddingUpdates.DENSE));
        assertThat(training.asked.split().testFraction()).isEqualTo(0.1);
        assertThat(training.asked.split().seed()).isEqualTo(-7);
    }

    @Test
    void clippingCanBeTurnedOff() {
        Terminal.run(FakeServices.with(training), "train", "--no-clip");

        assertThat(training.asked.hyperparameters().clipPredictions()).isFalse();
    }

    @Test
    void anotherOptimizerBringsALearningRateThatSuitsIt() {
        Terminal.run(FakeServices.with(training), "train", "--optimizer", "nesterovs");

        assertThat(training.asked.hyperparameters().learningRate())
                .isEqualTo(Preset.LECTURE.hyperparameters().learningRate());
    }

    @Test
    void aPublishedSplitIsAPairOfFiles() {
        Terminal.run(FakeServices.with(training), "train", "--train", "a.csv", "--test", "b.csv");

        assertThat(training.asked.dataset()).isEqualTo(DatasetSpec.pair("a.csv", "b.csv"));
    }

    @ParameterizedTest
    @MethodSource("splits")
    void theSplitCanBeChosen(SplitSpec expected, String options) {
        Terminal.run(FakeServices.with(training), ("train --seed 7 " + options).split(" "));

        assertThat(training.asked.split()).isEqualTo(expected);
    }

    static Stream<Arguments> splits() {
        return Stream.of(
                Arguments.of(SplitSpec.perUser(0.1, 7), "--split per-user --test-fraction 0.1"),
                Arguments.of(new SplitSpec(SplitMethod.BY_TIME, 0.2, 0, 0, 0, 0.1, 7),
                        "--split time --validation-fraction 0.1"),
                Arguments.of(new SplitSpec(SplitMethod.LEAVE_LAST, 0, 1, 0, 0, 0, 7), "--split leave-last"),
                Arguments.of(new SplitSpec(SplitMethod.LEAVE_LAST, 0, 5, 0, 0, 0, 7), "--split leave-last --last 5"),
                Arguments.of(SplitSpec.fold(3, 10, 7), "--folds 10 --fold 3"),
                Arguments.of(new SplitSpec(0.2, 7).withValidation(0.25),
                        "--train a.csv --test b.csv --validation-fraction 0.25"));
    }

    @Test
    void aPublishedSplitAndAFilterGoWithTheDataset() {
        Terminal.run(FakeServices.with(training), "train", "--data", "x", "--split", "u1", "--seed", "7",
                "--min-movie-ratings", "1", "--sample-users", "2");

        assertThat(training.asked.dataset()).isEqualTo(DatasetSpec.of("x").withSplit("u1")
                .withFilter(new FilterSpec(0, 1, null, null, null, null, 2, 7)));
    }

    @Test
    void whatAFilterLeavesIsSaid() {
        Terminal terminal = Terminal.run(FakeServices.with(training), "train", "--min-rating", "3");

        assertThat(terminal.err()).contains("Filter: ratings from 3: 2 ratings by 1 user of 2 movies remain.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--split u1 --test-fraction 0.1", "--folds 5 --split u1",
        "--from yesterday", "--min-rating 5 --max-rating 1", "--min-user-ratings -1", "--folds 1", "--fold 2", "--folds 5 --fold 6", "--folds 5 --split time",
        "--folds 5 --test-fraction 0.1", "--last 3", "--split leave-last --test-fraction 0.1", "--folds 5 --save m.marquee",
        "--validation-fraction 0.9", "--train a.csv --test b.csv --split time", "--train a.csv --test b.csv --folds 3",
        "--split leave-last --last 0"})
    void splitsThatMakeNoSenseAreWrongUsage(String options) {
        Terminal terminal = Terminal.run(FakeServices.with(training), ("train " + options).split(" "));

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(terminal.err().strip()).isNotEmpty();
        assertThat(training.asked).isNull();
    }

    @Test
    void printsALineAnEpochUnderAHeadingAndASummaryWithTheProtocol() {
        Terminal terminal = Terminal.run(FakeServices.with(training), "train");

        assertThat(terminal.out().lines())
                .contains("Epoch  Train MSE  Test MSE  Test RMSE   Seconds  Ratings/s",
                        "    1     0.9000    0.8100     0.9000      2.50     40,000",
                        "    2     0.9000    0.6400     0.8000      2.50     40,000");
        assertThat(terminal.out())
                .contains("Split     random 80/20, seed 42: 80 train, 20 test (1 user and 2 items occur in the test part only)")
                .contains("Engine    scripted engine on cpu")
                .contains("lowest reachable test MSE 0.6100")
                .contains("Done after 2 epochs in 5.0 s: test MSE 0.6400, RMSE 0.8000 (epoch 2).")
                .contains("Protocol: ");
        assertThat(terminal.err()).contains("Note: 1 rating came twice; the last one counts.", "3 of 4 rows are kept");
    }

    @Test
    void theReportOnStandardOutputIsAllThatIsThere() throws IOException {
        Terminal terminal = Terminal.run(FakeServices.with(training), "train", "--json", "-");

        JsonNode report = terminal.json();
        assertThat(report.path("protocol").path("split").asText()).isEqualTo("random 80/20, seed 42");
        assertThat(report.path("hyperparameters").path("embeddingSize").asInt()).isEqualTo(10);
        assertThat(report.path("failure").isNull()).isTrue();
        JsonNode epoch = report.path("epochs").path(1);
        assertThat(epoch.fieldNames()).toIterable().contains("epoch", "trainMse", "testMse", "testRmse", "seconds",
                "dataSeconds", "trainSeconds", "evaluationSeconds", "ratingsPerSecond");
        assertThat(epoch.path("epoch").asInt()).isEqualTo(2);
        assertThat(epoch.path("testMse").asDouble()).isEqualTo(0.64);
        assertThat(epoch.path("evaluationSeconds").asDouble()).isEqualTo(0.5);
        assertThat(terminal.err()).contains("Test RMSE");
    }

    @Test
    void theReportCanGoToAFile() throws IOException {
        Path file = folder.resolve("report.json");

        Terminal terminal = Terminal.run(FakeServices.with(training), "train", "--json", file.toString());

        assertThat(Json.mapper().readTree(Files.readString(file)).path("epochs")).hasSize(2);
        assertThat(terminal.out()).contains("Test RMSE");
    }

    @Test
    void aFailedRunIsSaidInItsOwnWordsAndReported() throws IOException {
        ScriptedTraining diverging = new ScriptedTraining(ScriptedTraining.epoch(1, 0.8),
                new TrainingEvent.RunFailed("The loss became NaN in epoch 2, batch 7. Lower the learning rate.", 1));

        Terminal terminal = Terminal.run(FakeServices.with(diverging), "train", "--json", "-");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("The loss became NaN in epoch 2, batch 7. Lower the learning rate.");
        assertThat(terminal.json().path("failure").asText()).startsWith("The loss became NaN");
        assertThat(terminal.json().path("epochs")).hasSize(1);
    }

    @Test
    void whereTheResultCannotBeWrittenNothingIsTrained() {
        Terminal missing = Terminal.run(FakeServices.with(training), "train", "--save",
                folder.resolve("no/such/model.marquee").toString());
        Terminal isFolder = Terminal.run(FakeServices.with(training), "train", "--json", folder.toString());

        assertThat(training.asked).isNull();
        assertThat(missing.err()).contains("there is no folder " + folder.resolve("no/such"));
        assertThat(isFolder.err()).contains("is a folder: add a file name.");
        assertThat(missing.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(isFolder.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aDeviceThatIsHereAndCannotBeUsedSaysWhy() {
        Terminal terminal = Terminal.run(FakeServices.with(training), "train", "--device", "cuda:0");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err())
                .isEqualToIgnoringNewLines(
                        "NVIDIA H100 cannot be used: its binaries hold no code for this GPU.");
    }

    @Test
    void checkpointsGoToTheFolderThatIsGiven() {
        Terminal.run(FakeServices.with(training), "train", "--checkpoint", folder.resolve("run").toString(), "--threads",
                "1");

        assertThat(training.asked.checkpoints()).contains(new Checkpoints(folder.resolve("run"), false));
        assertThat(training.asked.threads()).isEqualTo(1);
    }

    @Test
    void aRunGoesOnWithItsOwnSettingsAndMoreEpochs() throws IOException {
        TrainingRequest begun = new TrainingRequest(DatasetSpec.of("matinee"), new SplitSpec(0.1, 3),
                Preset.LECTURE.hyperparameters(), "cpu").withThreads(1).savingTo(folder);
        EpochResult first = ((TrainingEvent.EpochFinished) ScriptedTraining.epoch(1, 0.9)).result();
        new CheckpointFolder(folder).save(new Checkpoint(
                new RunSoFar("1", begun, "0", List.of(first), 1, OptionalDouble.empty(), Optional.empty()), new EngineState(1, Map.of())));

        Terminal.run(FakeServices.with(training), "train", "--resume", folder.toString(), "--epochs", "40");
        Terminal other = Terminal.run(FakeServices.with(training), "train", "--resume", folder.toString(), "--hidden", "9");

        assertThat(training.asked).isEqualTo(begun.withEpochs(40).resumingFrom(folder));
        assertThat(other.exitCode()).isEqualTo(ExitCode.USAGE);
        assertThat(other.err()).contains("--hidden cannot stand beside --resume");
    }

    @Test
    void aFolderWithoutCheckpointsCannotBeResumed() {
        Terminal terminal = Terminal.run(FakeServices.with(training), "train", "--resume", folder.toString());

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("There is no checkpoint in " + folder);
    }

    @Test
    void theEpochsBeforeAreShownAndReportedWhenARunGoesOn() throws IOException {
        EpochResult first = ((TrainingEvent.EpochFinished) ScriptedTraining.epoch(1, 0.81)).result();
        ScriptedTraining resumed = new ScriptedTraining(new TrainingEvent.RunRestored(List.of(first)),
                new TrainingEvent.CheckpointFailed("The disk is full. Training goes on.", 2),
                ScriptedTraining.epoch(2, 0.64), DONE);

        Terminal terminal = Terminal.run(FakeServices.with(resumed), "train", "--json", "-");

        assertThat(terminal.json().path("epochs").findValuesAsText("testMse")).containsExactly("0.81", "0.64");
        assertThat(terminal.err()).contains("    1     0.9000    0.8100", "Goes on from the checkpoint of epoch 1.",
                "The disk is full. Training goes on.");
    }

    @Test
    void theSummaryOfARunWithAValidationPartTellsTheErrorsApart() {
        ScriptedTraining validated = ScriptedTraining.validating(ScriptedTraining.validated(1, 0.7), ScriptedTraining.validated(2, 0.8),
                new TrainingEvent.StoppedEarly(2, 1, 0.7), new TrainingEvent.TestMeasured(1, 0.81, 0.9), DONE);

        Terminal terminal = Terminal.run(FakeServices.with(validated), "train", "--validation-fraction", "0.1",
                "--early-stopping", "1");

        assertThat(terminal.out()).contains("Train MSE  Val. MSE  Val. RMSE", "    2     0.9000    0.8000",
                "test MSE 0.8100, RMSE 0.9000 (epoch 1). The lowest validation MSE was 0.7000 after epoch 1.",
                "measured once, at the end");
        assertThat(terminal.err()).contains("Stopped early: the validation MSE no longer falls. Epoch 1 is kept, with 0.7000.");
        assertThat(training.asked).isNull();
        assertThat(validated.asked.hyperparameters().earlyStopping()).contains(new EarlyStopping(1, 0));
    }
}
