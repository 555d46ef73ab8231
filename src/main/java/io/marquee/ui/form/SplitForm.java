package io.marquee.ui.form;

import io.marquee.data.Dataset;
import io.marquee.data.SplitMethod;
import io.marquee.data.SplitSpec;
import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;

/** The part of the form that says how ratings are divided. A field is enabled where it belongs to the chosen method. */
public final class SplitForm {

    private static final List<FormField> CHANGE_THE_TRAIN_PART =
            List.of(FormField.TEST_FRACTION, FormField.FOLDS, FormField.VALIDATION_FRACTION);
    private static final List<FormField> CHANGE_THE_SPLIT = List.of(FormField.TEST_FRACTION, FormField.LAST_RATINGS,
            FormField.FOLDS, FormField.VALIDATION_FRACTION, FormField.SPLIT_SEED);
    private static final String DEFAULT_TEST_FRACTION = "0.2";
    private static final String DEFAULT_LAST_RATINGS = "1";
    private static final String DEFAULT_FOLDS = "5";
    private static final String DEFAULT_VALIDATION_FRACTION = "0";
    private static final long DEFAULT_SEED = 42;

    private final Function<FormField, FieldModel> fields;
    private final ObjectProperty<SplitMethod> method = new SimpleObjectProperty<>(SplitMethod.RANDOM);
    private final ReadOnlyBooleanWrapper published = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<SplitSpec> asked = new ReadOnlyObjectWrapper<>();

    private Dataset dataset;

    /** @param trainPartChanged called when the size of the train part may have changed */
    SplitForm(Function<FormField, FieldModel> fields, Runnable trainPartChanged) {
        this.fields = fields;
        enable(FormField.TEST_FRACTION, SplitMethod.RANDOM, SplitMethod.PER_USER, SplitMethod.BY_TIME);
        enable(FormField.LAST_RATINGS, SplitMethod.LEAVE_LAST);
        enable(FormField.FOLDS, SplitMethod.FOLDS);
        enable(FormField.SPLIT_SEED, SplitMethod.RANDOM, SplitMethod.PER_USER, SplitMethod.FOLDS);
        CHANGE_THE_TRAIN_PART.forEach(
                field -> fields.apply(field).textProperty().addListener(change -> trainPartChanged.run()));
        method.addListener(change -> trainPartChanged.run());
        CHANGE_THE_SPLIT.forEach(field -> fields.apply(field).textProperty().addListener(change -> ask()));
        method.addListener(change -> ask());
        published.addListener(change -> ask());
    }

    private void ask() {
        try {
            asked.set(spec());
        } catch (IllegalArgumentException fieldsSayWhy) {
            asked.set(null);
        }
    }

    private void enable(FormField field, SplitMethod... methods) {
        fields.apply(field).enabledProperty().bind(Bindings.createBooleanBinding(
                () -> !published.get() && List.of(methods).contains(method.get()), published, method));
    }

    /** How the test part is chosen, unless the dataset comes divided. */
    public ObjectProperty<SplitMethod> methodProperty() {
        return method;
    }

    /** Whether the dataset comes divided, so that there is nothing to choose. */
    public ReadOnlyBooleanProperty publishedProperty() {
        return published.getReadOnlyProperty();
    }

    /** What is asked for, of cross-validation the first fold; null while a field has an error. */
    public ReadOnlyObjectProperty<SplitSpec> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    void setDataset(Dataset opened) {
        dataset = opened;
        published.set(opened != null && opened.publishedTrainRows().isPresent());
    }

    void reset() {
        method.set(SplitMethod.RANDOM);
        type(FormField.TEST_FRACTION, DEFAULT_TEST_FRACTION);
        type(FormField.LAST_RATINGS, DEFAULT_LAST_RATINGS);
        type(FormField.FOLDS, DEFAULT_FOLDS);
        type(FormField.VALIDATION_FRACTION, DEFAULT_VALIDATION_FRACTION);
        type(FormField.SPLIT_SEED, Long.toString(DEFAULT_SEED));
    }

    /** Fills in how another run divided its ratings. */
    void write(SplitSpec spec) {
        method.set(spec.method());
        if (spec.method().hasTestFraction()) {
            type(FormField.TEST_FRACTION, Double.toString(spec.testFraction()));
        } else if (spec.method() == SplitMethod.LEAVE_LAST) {
            type(FormField.LAST_RATINGS, Integer.toString(spec.lastRatings()));
        } else {
            type(FormField.FOLDS, Integer.toString(spec.folds()));
        }
        type(FormField.VALIDATION_FRACTION, Double.toString(spec.validationFraction()));
        type(FormField.SPLIT_SEED, Long.toString(spec.seed()));
    }

    private void type(FormField field, String text) {
        fields.apply(field).textProperty().set(text);
    }

    /**
     * What was asked for; of cross-validation the first fold.
     *
     * @throws IllegalArgumentException if an enabled field has an error
     */
    SplitSpec spec() {
        SplitMethod chosen = published.get() ? SplitMethod.RANDOM : method.get();
        return new SplitSpec(chosen,
                number(FormField.TEST_FRACTION, DEFAULT_TEST_FRACTION),
                (int) number(FormField.LAST_RATINGS, DEFAULT_LAST_RATINGS),
                (int) number(FormField.FOLDS, DEFAULT_FOLDS),
                1,
                number(FormField.VALIDATION_FRACTION, DEFAULT_VALIDATION_FRACTION),
                enabled(FormField.SPLIT_SEED) ? FieldParser.seed(FormField.SPLIT_SEED, text(FormField.SPLIT_SEED))
                        : DEFAULT_SEED);
    }

    private double number(FormField field, String otherwise) {
        return FieldParser.number(field, enabled(field) ? text(field) : otherwise);
    }

    private boolean enabled(FormField field) {
        return fields.apply(field).enabledProperty().get();
    }

    private String text(FormField field) {
        return fields.apply(field).textProperty().get();
    }

    /**
     * The size of the train part as {@link io.marquee.data.Split} divides at random, and no less than that otherwise;
     * without a dataset there is no bound.
     */
    long mostTrainRatings() {
        if (dataset == null) {
            return Long.MAX_VALUE;
        }
        long size = dataset.ratings().size();
        long train = published.get() ? dataset.publishedTrainRows().getAsInt() : size;
        try {
            SplitSpec spec = spec();
            if (!published.get() && spec.method() == SplitMethod.RANDOM) {
                train = size - share(size, spec.testFraction());
            } else if (spec.method() == SplitMethod.FOLDS) {
                train = size - size / spec.folds();
            }
            return spec.method() == SplitMethod.RANDOM && spec.validationFraction() > 0
                    ? train - share(train, spec.validationFraction()) : train;
        } catch (IllegalArgumentException fieldsSayWhy) {
            return train;
        }
    }

    private static long share(long size, double fraction) {
        return Math.max(1, Math.min(size - 1, Math.round(size * fraction)));
    }
}
