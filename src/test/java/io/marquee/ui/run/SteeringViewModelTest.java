package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SteeringViewModelTest {

    private final ScriptedTraining training = new ScriptedTraining();
    private final RunViewModel run = new RunViewModel(training, () -> 1);
    private final SteeringViewModel steering = new SteeringViewModel(run);

    @Test
    void whatIsTypedBecomesACommandToTheRun() {
        start();
        steering.learningRateProperty().set(" 0.003 ");
        steering.setLearningRate();
        steering.epochsProperty().set("7");
        steering.addEpochs();
        steering.evaluateNow();

        assertThat(training.asked()).containsExactly("start", new TrainingCommand.SetLearningRate(0.003).toString(),
                new TrainingCommand.AddEpochs(7).toString(), new TrainingCommand.EvaluateNow().toString());
        assertThat(steering.errorProperty().get()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fast", "0", "11", "NaN"})
    void nonsenseIsExplainedAndNotSent(String text) {
        start();
        steering.learningRateProperty().set(text);
        steering.setLearningRate();
        assertThat(steering.errorProperty().get())
                .isEqualTo("Learning rate must be a number above 0, at most 10, not “" + text + "”.");

        steering.epochsProperty().set("1.5");
        steering.addEpochs();
        assertThat(steering.errorProperty().get()).startsWith("Epochs must be a whole number");
        assertThat(training.asked()).containsExactly("start");
    }

    @Test
    void withoutARunThereIsNothingToSteer() {
        steering.evaluateNow();

        assertThat(training.asked()).isEmpty();
        assertThat(run.activeProperty().get()).isFalse();
    }

    @Test
    void whatCommandsBringAboutIsSaidAndEpochsAreCountedAnew() {
        start();
        training.sendStarted(4);
        training.send(new TrainingEvent.EpochsAdded(20));
        training.send(new TrainingEvent.LearningRateSet(0.003, 2, 16));
        run.poll();

        assertThat(run.snapshotProperty().get().note()).isEqualTo("Learning rate 0.003 since batch 17 of epoch 2.");
        assertThat(run.snapshotProperty().get().epochsPlanned()).isEqualTo(20);
        assertThat(run.statusProperty().get().where()).endsWith("of 20");
    }

    @Test
    void eachThingThatHappensHasItsSentence() {
        assertThat(List.of(
                new TrainingEvent.RunRestored(List.of(ScriptedTraining.result(1), ScriptedTraining.result(2))),
                new TrainingEvent.EpochsAdded(30),
                new TrainingEvent.Evaluated(2, 17, true, 0.7),
                new TrainingEvent.StoppedEarly(9, 6, 0.69),
                new TrainingEvent.CheckpointFailed("The disk is full.", 1),
                new TrainingEvent.CheckpointSaved(Path.of("a"), 1),
                new TrainingEvent.TestMeasured(6, 0.7, 0.84)))
                .extracting(event -> RunNotes.of(event).orElse(""))
                .containsExactly("Goes on from the checkpoint of epoch 2.", "The run now has 30 epochs.",
                        "Validation MSE 0.7000 after batch 17 of epoch 2.",
                        "Stopped early after epoch 9: the validation MSE no longer falls. Epoch 6 is kept, with 0.6900.",
                        "The disk is full.", "",
                        "Test MSE 0.7000, RMSE 0.8400 (epoch 6), measured once, at the end.");
    }

    private void start() {
        run.start(new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1),
                Preset.QUICK_LOOK.hyperparameters(), "cpu"), SmallData.ofRatings(400));
    }
}
