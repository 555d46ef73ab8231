package io.marquee.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.FilteringDatasets;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.ui.data.FilterViewModel.Field;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.SmallData;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;

class FilterViewModelTest {

    private final DatasetViewModel dataset = new DatasetViewModel(
            new FilteringDatasets((spec, progress) -> SmallData.ofRatings(600)), spec -> Optional.empty(), HeldTasks.inLine(), (sentence, cause) -> { });
    private final ObjectProperty<SplitSpec> split = new SimpleObjectProperty<>(new SplitSpec(0.2, 42));
    private final FilterViewModel filter =
            new FilterViewModel(dataset, split, HeldTasks.inLine(), (sentence, cause) -> { });

    @Test
    void whatIsTypedIsAppliedAndSaysWhatRemains() {
        dataset.open(DatasetSpec.of("x"));
        assertThat(filter.titleProperty().get()).isEqualTo("Filter: none");
        filter.text(Field.MIN_RATING).set("3");
        filter.text(Field.MIN_USER_RATINGS).set("5");
        filter.apply();

        assertThat(dataset.choiceProperty().get().spec().filter())
                .contains(new FilterSpec(5, 0, 3.0, null, null, null, 0, 42));
        assertThat(dataset.choiceProperty().get().label()).isEqualTo("x, filtered");
        assertThat(filter.titleProperty().get()).isEqualTo("Filter: ratings from 3, at least 5 ratings per user "
                + "in the train part");
        assertThat(filter.remainsProperty().get().lines()).hasSize(2).allMatch(line -> line.contains(" remain"));
        assertThat(filter.text(Field.MIN_RATING).get()).isEqualTo("3");

        filter.clear();
        assertThat(dataset.choiceProperty().get().spec()).isEqualTo(DatasetSpec.of("x"));
        assertThat(filter.remainsProperty().get()).isEmpty();
    }

    @Test
    void whatNumbersOfRatingsLeaveFollowsTheSplit() {
        dataset.open(DatasetSpec.of("x"));
        filter.text(Field.MIN_USER_RATINGS).set("4");
        filter.apply();
        String random = filter.remainsProperty().get();
        Split expected = dataset.datasetProperty().get().split(new SplitSpec(0.2, 42));
        assertThat(random).startsWith(expected.filterStep().orElseThrow().inWords())
                .endsWith(String.format(Locale.ROOT, ": %,d to train on, %,d to test on", expected.trainSize(),
                        expected.testSize()));

        split.set(new SplitSpec(0.5, 42).withValidation(0.2));
        assertThat(filter.remainsProperty().get()).isNotEqualTo(random).contains(" to validate on");

        split.set(null);
        assertThat(filter.remainsProperty().get()).isEmpty();

        filter.text(Field.MIN_USER_RATINGS).set("4000");
        filter.apply();
        split.set(new SplitSpec(0.2, 42));
        assertThat(filter.errorProperty().get()).contains("leaves nothing");
    }

    @Test
    void nonsenseIsSaidAndNothingIsOpened() {
        dataset.open(DatasetSpec.of("x"));
        filter.text(Field.MIN_RATING).set("high");
        filter.apply();
        assertThat(filter.errorProperty().get()).isEqualTo("Ratings from must be a rating such as 3.5, not “high”.");

        filter.text(Field.MIN_RATING).set("");
        filter.text(Field.SAMPLE_USERS).set("some");
        filter.apply();
        assertThat(filter.errorProperty().get()).startsWith("Users drawn must be a whole number");

        filter.text(Field.SAMPLE_USERS).set("");
        filter.text(Field.FROM).set("soon");
        filter.apply();
        assertThat(filter.errorProperty().get()).contains("\"soon\" is no day");
        assertThat(dataset.choiceProperty().get().spec()).isEqualTo(DatasetSpec.of("x"));
    }
}
