package io.marquee.ui.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.SmallData;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RateFinderViewModelTest {

    private final HeldTasks tasks = HeldTasks.held();
    private final List<String> problems = new ArrayList<>();
    private final RateFinderViewModel finder =
            new RateFinderViewModel(new LocalTrainingService(), tasks, (sentence, cause) -> problems.add(sentence));

    @Test
    void aRateIsFoundInTheBackground() {
        finder.find(SmallData.ofRatings(2000), request(64));
        assertThat(finder.searchingProperty().get()).isTrue();

        tasks.finishAll();

        assertThat(finder.searchingProperty().get()).isFalse();
        assertThat(finder.curveProperty().get().suggestion()).isPositive();
    }

    @Test
    void whatDoesNotFitTheDataIsSaid() {
        finder.find(SmallData.ofRatings(100), request(512));
        tasks.finishAll();

        assertThat(finder.failureProperty().get()).contains("is larger than the train part");
        assertThat(problems).isEmpty();
    }

    @Test
    void aSearchThatIsCancelledFindsNothing() {
        finder.find(SmallData.ofRatings(2000), request(64));
        finder.cancel();
        tasks.finishAll();

        assertThat(finder.curveProperty().get()).isNull();
        assertThat(finder.failureProperty().get()).isEmpty();
    }

    private static TrainingRequest request(int batch) {
        return new TrainingRequest(DatasetSpec.of("small"), new SplitSpec(0.2, 1),
                Preset.QUICK_LOOK.hyperparameters().toBuilder().batchSize(batch).hiddenLayers(List.of(16)).build(), "cpu");
    }
}
