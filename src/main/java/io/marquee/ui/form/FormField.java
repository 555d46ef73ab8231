package io.marquee.ui.form;

import io.marquee.model.EarlyStopping;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Range;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fields a person types into, with the words that explain them: the table the form is made from. */
public enum FormField {
    TEST_FRACTION(Group.SPLIT, "Test share", Range.TEST_FRACTION, null, """
            Share of the ratings that is kept out of training and only used to measure.
            Usual: 0.2, so 80 % train and 20 % test."""),
    LAST_RATINGS(Group.SPLIT, "Ratings kept out", Range.LAST_RATINGS, null, """
            How many ratings of each user, their latest, are the test part. Users with no more than that keep all
            of theirs in the train part. Usual: 1 to 10."""),
    FOLDS(Group.SPLIT, "Folds", Range.FOLDS, null, """
            How many equal parts. Training runs once for each, with that part as the test part, and the errors of
            all runs give a mean and a spread. Usual: 5 or 10."""),
    VALIDATION_FRACTION(Group.SPLIT, "Validation share", Range.VALIDATION_FRACTION, null, """
            Share of the train part that is set aside to choose by, such as when to stop, so that the test part
            stays untouched. 0 for none. Usual: 0 or 0.1."""),
    SPLIT_SEED(Group.SPLIT, "Split seed", null, null, """
            Decides which ratings go into the test part. Same seed, same split:
            only results on the same split can be compared."""),

    EMBEDDING_SIZE(Group.NETWORK, "Embedding size", Range.EMBEDDING_SIZE,
            h -> number(h.embeddingSize()), """
            How many numbers describe each user and each movie. The network learns them.
            More can tell more apart but learn the train part by heart sooner.
            Usual: 8 to 64; the lecture uses 10."""),
    HIDDEN_LAYERS(Group.NETWORK, "Hidden layers", Range.HIDDEN_SIZE,
            h -> h.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", ")), """
            Outputs of each hidden layer (ReLU), separated by commas: 1024 is one layer, 512, 256 are two.
            Time grows with the size. Usual: 64 to look, 1024 in the lecture."""),
    EMBEDDING_SCALE(Group.NETWORK, "Initial scale", Range.EMBEDDING_SCALE,
            h -> number(h.embeddingScale()), """
            Standard deviation of the random numbers that embeddings start from.
            Too large and the first epochs unlearn noise. Usual: 0.01 to 0.1."""),

    LEARNING_RATE(Group.TRAINING, "Learning rate", Range.LEARNING_RATE,
            h -> number(h.learningRate()), """
            How far each step goes. Too high and the loss grows or becomes NaN; too low and nothing moves.
            Usual: 0.001 to 0.003 for Adam, 0.05 to 0.1 for SGD and Nesterov momentum."""),
    SCHEDULE(Group.TRAINING, "Schedule", null,
            h -> h.schedule().text(), """
            How the learning rate changes during the run. constant: not at all. step:10,0.5: times 0.5 every 10 epochs.
            exponential:0.9: times 0.9 an epoch. cosine:0.01: down to that part of it. one-cycle: up, then down to
            almost nothing. warm-up:1: grown to in the first epoch; warm-up:1+cosine:0.01: and then falling."""),
    MOMENTUM(Group.TRAINING, "Momentum", Range.MOMENTUM,
            h -> number(h.momentum()), """
            How much of the last step is kept in the next one. Only Nesterov momentum uses it.
            Usual: 0.9."""),
    BATCH_SIZE(Group.TRAINING, "Batch size", Range.BATCH_SIZE,
            h -> number(h.batchSize()), """
            Ratings averaged in one step. Larger batches make smoother but fewer steps.
            Usual: 512 to 4096."""),
    EPOCHS(Group.TRAINING, "Epochs", Range.EPOCHS,
            h -> number(h.epochs()), """
            How often the whole train part is gone through. When test MSE rises while train MSE falls,
            the network learns by heart: stop earlier. Usual: 5 to 30."""),

    PATIENCE(Group.ADVANCED, "Patience", Range.PATIENCE,
            h -> number(h.earlyStopping().map(EarlyStopping::patience).orElse(3)), """
            How many epochs to wait for a lower validation MSE before the run stops. Usual: 2 to 10."""),
    MINIMUM_GAIN(Group.ADVANCED, "Minimum gain", Range.MINIMUM_GAIN,
            h -> number(h.earlyStopping().map(EarlyStopping::minimumGain).orElse(0.0)), """
            By how much the validation MSE must fall below the lowest so far to count as lower.
            Usual: 0 to 0.001."""),

    L2(Group.ADVANCED, "L2", Range.L2,
            h -> number(h.l2()), """
            Pulls all weights towards zero a little in each step, which works against learning by heart.
            Usual: 0, or 1e-6 to 1e-4."""),
    SEED(Group.ADVANCED, "Seed", null,
            h -> Long.toString(h.seed()), """
            Decides the initial weights and the order of the ratings in each epoch.
            Same seed, device and threads: same curve.""");

    /** The parts of the form. */
    public enum Group {
        SPLIT,
        NETWORK,
        TRAINING,
        ADVANCED
    }

    private final Group group;
    private final String label;
    private final Range range;
    private final Function<Hyperparameters, String> reader;
    private final String help;

    FormField(Group group, String label, Range range, Function<Hyperparameters, String> reader, String help) {
        this.group = group;
        this.label = label;
        this.range = range;
        this.reader = reader;
        this.help = help;
    }

    public Group group() {
        return group;
    }

    public String label() {
        return label;
    }

    /** What the field means and what is usual in it, then what is allowed. */
    public String help() {
        return help + "\nAllowed: " + allowed() + ".";
    }

    private String allowed() {
        if (this == SCHEDULE) {
            return "the forms above";
        }
        if (this == HIDDEN_LAYERS) {
            return "1 to 8 layers, each " + range.allowed();
        }
        return range == null ? "any whole number" : range.allowed();
    }

    /** The text of this field for given hyperparameters; empty for fields that are not hyperparameters. */
    Optional<String> textOf(Hyperparameters hyperparameters) {
        return Optional.ofNullable(reader).map(read -> read.apply(hyperparameters));
    }

    /** The range a number in this field must lie in; null where any whole number may be given. */
    Range range() {
        return range;
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : Double.toString(value).toLowerCase(Locale.ROOT);
    }
}
