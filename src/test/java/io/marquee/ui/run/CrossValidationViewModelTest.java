package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import org.junit.jupiter.api.Test;

class CrossValidationViewModelTest {

    private final ScriptedTraining training = new ScriptedTraining();
    private final RunViewModel run = new RunViewModel(training, () -> 0);
    private final CrossValidationViewModel validation = new CrossValidationViewModel(run);
    private final TrainingRequest request = new TrainingRequest(DatasetSpec.of("matinee"), SplitSpec.fold(1, 3, 42),
            Preset.QUICK_LOOK.hyperparameters(), "cpu");

    @Test
    void foldsAreTrainedOneAfterTheOtherAndSummedUp() {
        validation.start(request, SmallData.ofRatings(600));
        for (int fold = 1; fold <= 3; fold++) {
            assertThat(training.request().split()).isEqualTo(SplitSpec.fold(fold, 3, 42));
            assertThat(validation.summaryProperty().get()).startsWith("Cross-validation, fold " + fold + " of 3");
            runThrough(new TrainingEvent.RunFinished(false, 1, 2));
        }

        assertThat(training.asked()).containsExactly("start", "start", "start");
        assertThat(validation.summaryProperty().get()).isEqualTo("Cross-validation, 3 folds: test MSE 0.7500 ± 0.0000, "
                + "RMSE 0.8660 ± 0.0000 (mean ± standard deviation over the folds)");
        assertThat(validation.detailsProperty().get()).contains("Fold 3: test MSE 0.7500, RMSE 0.8660 after epoch 1");
    }

    @Test
    void aStoppedFoldEndsItAndTheFinishedOnesCount() {
        validation.start(request, SmallData.ofRatings(600));
        runThrough(new TrainingEvent.RunFinished(false, 1, 2));
        runThrough(new TrainingEvent.RunFinished(true, 1, 2));

        assertThat(training.asked()).containsExactly("start", "start");
        assertThat(validation.summaryProperty().get()).isEqualTo(
                "Cross-validation, 1 of 3 folds: test MSE 0.7500, RMSE 0.8660");

        poll();
        assertThat(training.asked()).containsExactly("start", "start");
    }

    @Test
    void aFailedFirstFoldLeavesNothingToSumUp() {
        validation.start(request, SmallData.ofRatings(600));
        runThrough(new TrainingEvent.RunFailed("diverged", 1));

        assertThat(validation.summaryProperty().get()).isEqualTo("Cross-validation, none of 3 folds was finished");
        validation.clear();
        assertThat(validation.summaryProperty().get()).isEmpty();
    }

    private void runThrough(TrainingEvent ending) {
        training.sendStarted(10);
        training.sendEpoch(1);
        training.send(ending);
        poll();
    }

    private void poll() {
        run.poll();
        validation.poll();
    }
}
