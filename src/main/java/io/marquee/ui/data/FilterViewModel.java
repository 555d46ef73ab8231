package io.marquee.ui.data;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.FilterStep;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.OneAtATime;
import io.marquee.ui.task.ProblemSink;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;

/**
 * Which part of the dataset to use, as a person types it, and what each step of it left. Numbers of ratings are counted in
 * the train part, so what they leave follows the split that is asked for.
 */
public final class FilterViewModel {

    /** The fields of a filter. An empty field keeps everything. */
    public enum Field {
        MIN_RATING("Ratings from", "The lowest rating to keep, such as 4."),
        MAX_RATING("Ratings up to", "The highest rating to keep, such as 5."),
        FROM("Days from", "The first day to keep (UTC), such as 2005-01-31."),
        UNTIL("Days until", "The last day to keep (UTC), such as 2010-12-31."),
        SAMPLE_USERS("Users drawn", "So many users, drawn at random with seed 42."),
        MIN_USER_RATINGS("Ratings per user", "Keep users with at least so many ratings in the train part, repeated "
                + "with the movies until all have theirs (k-core)."),
        MIN_MOVIE_RATINGS("Ratings per movie", "Keep movies with at least so many ratings in the train part, "
                + "repeated with the users until all have theirs (k-core).");

        private final String label;
        private final String help;

        Field(String label, String help) {
            this.label = label;
            this.help = help;
        }

        public String label() {
            return label;
        }

        public String help() {
            return help;
        }
    }

    private static final long SEED = 42;

    private final DatasetViewModel dataset;
    private final ObservableValue<SplitSpec> split;
    private final OneAtATime counting;
    private final ProblemSink problems;
    private final Map<Field, StringProperty> texts = new EnumMap<>(Field.class);
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("Filter: none");
    private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper remains = new ReadOnlyStringWrapper("");

    /**
     * @param dataset opens what is to be filtered
     * @param split how it is to be divided; null while nobody can tell
     */
    public FilterViewModel(DatasetViewModel dataset, ObservableValue<SplitSpec> split, BackgroundTasks tasks,
            ProblemSink problems) {
        this.dataset = dataset;
        this.split = split;
        this.counting = new OneAtATime(tasks);
        this.problems = problems;
        for (Field field : Field.values()) {
            texts.put(field, new SimpleStringProperty(this, field.name(), ""));
        }
        dataset.choiceProperty().addListener((property, before, now) -> show(now == null ? null : now.spec()));
        dataset.datasetProperty().addListener(change -> showSteps());
        split.addListener(change -> showSteps());
        show(dataset.choiceProperty().get() == null ? null : dataset.choiceProperty().get().spec());
        showSteps();
    }

    private void show(DatasetSpec spec) {
        FilterSpec filter = spec == null ? FilterSpec.NONE : spec.filter().orElse(FilterSpec.NONE);
        title.set(filter.keepsAll() ? "Filter: none" : "Filter: " + filter.inWords());
        error.set("");
        text(Field.MIN_RATING).set(number(filter.minRating()));
        text(Field.MAX_RATING).set(number(filter.maxRating()));
        text(Field.FROM).set(filter.from() == null ? "" : filter.from());
        text(Field.UNTIL).set(filter.to() == null ? "" : filter.to());
        text(Field.SAMPLE_USERS).set(count(filter.sampleUsers()));
        text(Field.MIN_USER_RATINGS).set(count(filter.minUserRatings()));
        text(Field.MIN_MOVIE_RATINGS).set(count(filter.minItemRatings()));
    }

    private void showSteps() {
        counting.forget();
        Dataset opened = dataset.datasetProperty().get();
        String ofRows = opened == null ? "" : opened.filterSteps().stream().map(FilterStep::inWords)
                .collect(Collectors.joining("\n"));
        if (opened == null || opened.core().keepsAll() || split.getValue() == null) {
            remains.set(ofRows);
            return;
        }
        String before = ofRows.isEmpty() ? "" : ofRows + "\n";
        remains.set(before + opened.core().inWords() + ": counting");
        SplitSpec asked = split.getValue();
        counting.run(() -> left(opened.split(asked)), left -> {
            error.set("");
            remains.set(before + left);
        }, failure -> {
            remains.set(ofRows);
            if (failure instanceof IllegalArgumentException) {
                error.set(failure.getMessage());
            } else {
                problems.report("What the filter leaves could not be counted.", failure);
            }
        });
    }

    private static String left(Split split) {
        String validation = split.validationSize() == 0 ? ""
                : String.format(Locale.ROOT, "%,d to validate on, ", split.validationSize());
        return split.filterStep().map(FilterStep::inWords).orElse("") + String.format(Locale.ROOT,
                ": %,d to train on, %s%,d to test on", split.trainSize(), validation, split.testSize());
    }

    private static String number(Double value) {
        return value == null ? "" : value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value)
                : Double.toString(value);
    }

    private static String count(int value) {
        return value == 0 ? "" : Integer.toString(value);
    }

    /** The text of a field. */
    public StringProperty text(Field field) {
        return texts.get(field);
    }

    /** Opens the chosen dataset again with what was typed, or says what is wrong with it. */
    public void apply() {
        if (dataset.choiceProperty().get() == null) {
            return;
        }
        try {
            FilterSpec filter = new FilterSpec(whole(Field.MIN_USER_RATINGS), whole(Field.MIN_MOVIE_RATINGS),
                    rating(Field.MIN_RATING), rating(Field.MAX_RATING), text(Field.FROM).get(), text(Field.UNTIL).get(),
                    whole(Field.SAMPLE_USERS), SEED);
            error.set("");
            dataset.open(dataset.choiceProperty().get().spec().withFilter(filter));
        } catch (IllegalArgumentException e) {
            error.set(e.getMessage());
        }
    }

    /** Opens the chosen dataset whole. */
    public void clear() {
        texts.values().forEach(text -> text.set(""));
        apply();
    }

    private int whole(Field field) {
        String text = text(field).get().strip();
        if (text.isEmpty()) {
            return 0;
        }
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            boolean tooLarge = text.matches("[0-9]+");
            throw new IllegalArgumentException(field.label() + " must be a whole number "
                    + (tooLarge ? String.format(Locale.ROOT, "of at most %,d", Integer.MAX_VALUE) : "such as 20") + ", not “" + text + "”"
                    + (tooLarge ? ", which is too large." : "."), e);
        }
    }

    private Double rating(Field field) {
        String text = text(field).get().strip();
        if (text.isEmpty()) {
            return null;
        }
        try {
            double value = Double.parseDouble(text);
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException noNumber) {
            throw new IllegalArgumentException(
                    field.label() + " must be a rating such as 3.5, not “" + text + "”.", noNumber);
        }
        throw new IllegalArgumentException(field.label() + " must be a rating such as 3.5, not “" + text + "”.");
    }

    /** What is kept, in words. */
    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /** What is wrong with what was typed; empty otherwise. */
    public ReadOnlyStringProperty errorProperty() {
        return error.getReadOnlyProperty();
    }

    /** What each step left, one a line; empty without a filter. */
    public ReadOnlyStringProperty remainsProperty() {
        return remains.getReadOnlyProperty();
    }
}
