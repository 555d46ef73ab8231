package io.marquee.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitMethod;
import io.marquee.data.SplitSpec;
import io.marquee.model.EarlyStopping;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.LearningRateSchedule;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.fake.SmallData;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FormViewModelTest {

    private final FormViewModel form = new FormViewModel();

    @Test
    void aFirstStartOffersQuickLook() {
        assertThat(form.presetProperty().get()).isEqualTo(Preset.QUICK_LOOK);
        assertThat(form.firstError()).isEmpty();
        assertThat(form.customKeptProperty().get()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aPresetFillsTheFormWithItsValues(Preset preset) {
        form.apply(preset);

        assertThat(form.presetProperty().get()).isEqualTo(preset);
        assertThat(form.hyperparameters()).hasValueSatisfying(values -> assertThat(
                values.toBuilder().momentum(preset.hyperparameters().momentum()).build())
                .isEqualTo(preset.hyperparameters()));
    }

    @Test
    void anEditedValueIsCustomUntilItMatchesAgain() {
        String epochs = text(FormField.EPOCHS);
        type(FormField.EPOCHS, "777");
        assertThat(form.presetProperty().get()).isNull();

        type(FormField.EPOCHS, epochs);
        assertThat(form.presetProperty().get()).isEqualTo(Preset.QUICK_LOOK);
    }

    @Test
    void customValuesCanBeComeBackTo() {
        type(FormField.EPOCHS, "777");
        form.optimizerProperty().set(OptimizerKind.SGD);
        form.apply(Preset.LECTURE);

        form.applyCustom();

        assertThat(text(FormField.EPOCHS)).isEqualTo("777");
        assertThat(form.optimizerProperty().get()).isEqualTo(OptimizerKind.SGD);
        assertThat(form.presetProperty().get()).isNull();
    }

    @Test
    void anErrorIsShownWhenTheFieldIsLeftNotWhileTyping() {
        FieldModel field = form.field(FormField.LEARNING_RATE);
        field.textProperty().set("0.");
        assertThat(field.shownErrorProperty().get()).isEmpty();

        field.reveal();
        assertThat(field.shownErrorProperty().get())
                .isEqualTo("Learning rate must be a number above 0, at most 10, not “0.”.");

        field.textProperty().set("0.1");
        assertThat(field.shownErrorProperty().get()).isEmpty();
        field.textProperty().set("x");
        assertThat(field.shownErrorProperty().get()).isEmpty();
    }

    @Test
    void momentumMattersForNesterovOnly() {
        type(FormField.MOMENTUM, "nonsense");
        assertThat(form.field(FormField.MOMENTUM).enabledProperty().get()).isFalse();
        assertThat(form.firstError()).isEmpty();
        assertThat(form.hyperparameters()).isPresent();

        form.optimizerProperty().set(OptimizerKind.NESTEROVS);
        assertThat(form.firstError()).contains(FormField.MOMENTUM);
        assertThat(form.hyperparameters()).isEmpty();
    }

    @Test
    void aBatchLargerThanTheTrainPartIsAnErrorThatFollowsDatasetAndSplit() {
        form.setDataset(SmallData.ofRatings(600));
        assertThat(form.field(FormField.BATCH_SIZE).shownErrorProperty().get())
                .isEqualTo("Batch size 512 is larger than the train part of this dataset, 480 ratings.");

        type(FormField.TEST_FRACTION, "0.1");
        assertThat(form.firstError()).isEmpty();

        form.setDataset(SmallData.published(100, 5000));
        assertThat(form.firstError()).contains(FormField.BATCH_SIZE);

        form.setDataset(null);
        assertThat(form.firstError()).isEmpty();
    }

    @Test
    void aPublishedSplitLeavesNothingToChoose() {
        form.setDataset(SmallData.published(4000, 1000));
        type(FormField.TEST_FRACTION, "nonsense");

        assertThat(form.field(FormField.TEST_FRACTION).enabledProperty().get()).isFalse();
        assertThat(form.field(FormField.SPLIT_SEED).enabledProperty().get()).isFalse();
        assertThat(form.request(DatasetSpec.pair("a", "b"), "cpu")).isPresent();
    }

    @ParameterizedTest
    @EnumSource(SplitMethod.class)
    void nonsenseInEveryFieldGivesAnErrorInEveryFieldThatMattersAndNoRequest(SplitMethod method) {
        form.split().methodProperty().set(method);
        form.optimizerProperty().set(OptimizerKind.NESTEROVS);
        form.rules().stopsEarlyProperty().set(true);
        for (FormField field : FormField.values()) {
            type(field, "nonsense");
        }
        form.revealErrors();

        assertThat(form.request(DatasetSpec.of("matinee"), "cpu")).isEmpty();
        assertThat(form.firstError().map(FormField::group)).contains(FormField.Group.SPLIT);
        assertThat(FormField.values()).allSatisfy(field ->
                assertThat(form.field(field).shownErrorProperty().get().isEmpty())
                        .isEqualTo(!form.field(field).enabledProperty().get()));
        assertThat(FormField.values()).filteredOn(field -> field.group() != FormField.Group.SPLIT)
                .allMatch(field -> form.field(field).enabledProperty().get());
    }

    @Test
    void theRequestHoldsWhatWasTyped() {
        type(FormField.TEST_FRACTION, "0.25");
        type(FormField.SPLIT_SEED, "9");
        type(FormField.EMBEDDING_SIZE, "16");
        type(FormField.HIDDEN_LAYERS, "128, 32");
        type(FormField.EMBEDDING_SCALE, "0.05");
        form.optimizerProperty().set(OptimizerKind.NESTEROVS);
        type(FormField.LEARNING_RATE, "1e-2");
        type(FormField.MOMENTUM, "0.8");
        type(FormField.BATCH_SIZE, "256");
        type(FormField.EPOCHS, "3");
        type(FormField.L2, "1e-5");
        type(FormField.SEED, "77");
        form.clipProperty().set(false);
        form.standardizeProperty().set(true);
        form.embeddingUpdatesProperty().set(EmbeddingUpdates.DENSE);

        TrainingRequest request = form.request(DatasetSpec.of("matinee"), "cpu").orElseThrow();

        assertThat(request.split().testFraction()).isEqualTo(0.25);
        assertThat(request.split().seed()).isEqualTo(9);
        assertThat(request.hyperparameters()).isEqualTo(new Hyperparameters(16, List.of(128, 32),
                OptimizerKind.NESTEROVS, 0.01, 0.8, 1e-5, 256, 3, 0.05, 77, false, true, EmbeddingUpdates.DENSE));
    }

    @Test
    void aScheduleIsCheckedAndDrawn() {
        assertThat(form.rules().curveProperty().get()).as("constant").isEmpty();
        type(FormField.SCHEDULE, "cosine:0.1");
        List<Double> curve = form.rules().curveProperty().get();
        assertThat(curve.get(0)).isEqualTo(1);
        assertThat(curve.get(curve.size() - 1)).isCloseTo(0.1, within(1e-9));
        assertThat(form.hyperparameters().orElseThrow().schedule()).isEqualTo(new LearningRateSchedule.Cosine(0.1));

        type(FormField.SCHEDULE, "cosine:x");
        assertThat(form.firstError()).contains(FormField.SCHEDULE);
        assertThat(form.rules().curveProperty().get()).isEmpty();
    }

    @Test
    void stoppingEarlyAsksForAValidationPart() {
        form.rules().stopsEarlyProperty().set(true);
        type(FormField.PATIENCE, "4");
        type(FormField.MINIMUM_GAIN, "0.001");
        assertThat(form.field(FormField.VALIDATION_FRACTION).shownErrorProperty().get())
                .contains("type a share above 0, such as 0.1");
        assertThat(form.request(DatasetSpec.of("matinee"), "cpu")).isEmpty();

        type(FormField.VALIDATION_FRACTION, "0.1");
        assertThat(form.request(DatasetSpec.of("matinee"), "cpu").orElseThrow().hyperparameters().earlyStopping())
                .contains(new EarlyStopping(4, 0.001));

        Map<String, String> values = form.values();
        form.reset();
        assertThat(form.hyperparameters().orElseThrow().earlyStopping()).isEmpty();
        form.restore(values);
        assertThat(form.hyperparameters().orElseThrow().earlyStopping()).contains(new EarlyStopping(4, 0.001));
    }

    @Test
    void onlyTheFieldsOfTheChosenSplitMatter() {
        form.split().methodProperty().set(SplitMethod.LEAVE_LAST);
        type(FormField.TEST_FRACTION, "nonsense");
        type(FormField.LAST_RATINGS, "3");
        type(FormField.VALIDATION_FRACTION, "0.1");

        assertThat(enabledSplitFields()).containsExactly(FormField.LAST_RATINGS, FormField.VALIDATION_FRACTION);
        assertThat(form.request(DatasetSpec.of("matinee"), "cpu").orElseThrow().split())
                .isEqualTo(new SplitSpec(SplitMethod.LEAVE_LAST, 0, 3, 0, 0, 0.1, 42));

        form.split().methodProperty().set(SplitMethod.FOLDS);
        type(FormField.FOLDS, "10");
        assertThat(enabledSplitFields())
                .containsExactly(FormField.FOLDS, FormField.VALIDATION_FRACTION, FormField.SPLIT_SEED);
        assertThat(form.request(DatasetSpec.of("matinee"), "cpu").orElseThrow().split())
                .isEqualTo(SplitSpec.fold(1, 10, 42).withValidation(0.1));
    }

    private List<FormField> enabledSplitFields() {
        return Stream.of(FormField.values()).filter(field -> field.group() == FormField.Group.SPLIT
                && form.field(field).enabledProperty().get()).toList();
    }

    @Test
    void whatIsSetAsideForValidationMakesTheTrainPartSmaller() {
        form.setDataset(SmallData.ofRatings(1280));
        type(FormField.VALIDATION_FRACTION, "0.5");
        assertThat(form.firstError()).isEmpty();

        type(FormField.VALIDATION_FRACTION, "0.5");
        form.setDataset(SmallData.ofRatings(1000));
        assertThat(form.field(FormField.BATCH_SIZE).shownErrorProperty().get()).contains("400 ratings");

        form.split().methodProperty().set(SplitMethod.BY_TIME);
        assertThat(form.firstError()).isEmpty();
    }

    @Test
    void aPublishedSplitCanHaveAValidationPart() {
        form.setDataset(SmallData.published(4000, 1000));
        form.split().methodProperty().set(SplitMethod.FOLDS);
        type(FormField.VALIDATION_FRACTION, "0.1");

        assertThat(form.request(DatasetSpec.pair("a", "b"), "cpu").orElseThrow().split())
                .isEqualTo(new SplitSpec(0.2, 42).withValidation(0.1));
    }

    @Test
    void rememberedValuesComeBackEvenWhereTheyAreWrong() {
        type(FormField.EPOCHS, "many");
        type(FormField.SEED, "5");
        form.standardizeProperty().set(true);
        form.split().methodProperty().set(SplitMethod.PER_USER);
        form.optimizerProperty().set(OptimizerKind.SGD);

        FormViewModel later = new FormViewModel();
        later.restore(form.values());

        assertThat(later.values()).isEqualTo(form.values());
        assertThat(later.field(FormField.EPOCHS).shownErrorProperty().get()).contains("many");
    }

    @Test
    void unknownOrMissingRememberedValuesAreLeftOut() {
        form.restore(Map.of("OPTIMIZER", "MAGIC", "SOMETHING", "else", "EPOCHS", "3"));

        assertThat(form.optimizerProperty().get()).isEqualTo(OptimizerKind.ADAM);
        assertThat(text(FormField.EPOCHS)).isEqualTo("3");
        assertThat(text(FormField.SEED)).isEqualTo("42");
    }

    @Test
    void resetGoesBackToTheFirstStart() {
        Map<String, String> first = form.values();
        type(FormField.SPLIT_SEED, "8");
        form.apply(Preset.LECTURE);

        form.reset();

        assertThat(form.values()).isEqualTo(first);
    }

    @Test
    void eachFieldExplainsItself() {
        assertThat(FormField.values()).allSatisfy(field ->
                assertThat(field.help()).hasSizeGreaterThan(80).contains("Allowed: "));
    }

    private void type(FormField field, String text) {
        form.field(field).textProperty().set(text);
    }

    private String text(FormField field) {
        return form.field(field).textProperty().get();
    }
}
