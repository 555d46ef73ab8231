package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import io.marquee.model.HyperparametersBuilder;
import io.marquee.model.InvalidHyperparameterException;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Range;
import io.marquee.runs.SettingsWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A hyperparameter that a search can vary. Its values are texts, the same on the command line, in forms and in records. */
public enum Tunable {
    LEARNING_RATE("learning-rate", "Learning rate", Range.LEARNING_RATE,
            h -> SettingsWords.number(h.learningRate()), (b, text) -> b.learningRate(number(text))),
    EMBEDDING_SIZE("embedding", "Embedding size", Range.EMBEDDING_SIZE,
            h -> Integer.toString(h.embeddingSize()), (b, text) -> b.embeddingSize(whole(text, Range.EMBEDDING_SIZE))),
    /** Sizes of several layers are joined by hyphens, as in "512-256". */
    HIDDEN_LAYERS("hidden", "Hidden layers", Range.HIDDEN_SIZE,
            h -> h.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining("-")),
            (b, text) -> b.hiddenLayers(layers(text))),
    BATCH_SIZE("batch", "Batch size", Range.BATCH_SIZE,
            h -> Integer.toString(h.batchSize()), (b, text) -> b.batchSize(whole(text, Range.BATCH_SIZE))),
    OPTIMIZER("optimizer", "Optimiser", null,
            h -> h.optimizer().name().toLowerCase(Locale.ROOT), (b, text) -> b.optimizer(optimizer(text))),
    MOMENTUM("momentum", "Momentum", Range.MOMENTUM,
            h -> SettingsWords.number(h.momentum()), (b, text) -> b.momentum(number(text))),
    L2("l2", "L2", Range.L2,
            h -> SettingsWords.number(h.l2()), (b, text) -> b.l2(number(text))),
    EMBEDDING_SCALE("embedding-scale", "Initial scale", Range.EMBEDDING_SCALE,
            h -> SettingsWords.number(h.embeddingScale()), (b, text) -> b.embeddingScale(number(text))),
    EPOCHS("epochs", "Epochs", Range.EPOCHS,
            h -> Integer.toString(h.epochs()), (b, text) -> b.epochs(whole(text, Range.EPOCHS)));

    private static final int QUOTED = 24;

    private final String id;
    private final String label;
    private final Range range;
    private final Function<Hyperparameters, String> reader;
    private final BiConsumer<HyperparametersBuilder, String> writer;

    Tunable(String id, String label, Range range, Function<Hyperparameters, String> reader,
            BiConsumer<HyperparametersBuilder, String> writer) {
        this.id = id;
        this.label = label;
        this.range = range;
        this.reader = reader;
        this.writer = writer;
    }

    /** The name that {@code train} has for it, without the hyphens in front. */
    public String id() {
        return id;
    }

    /** What forms call it. */
    public String label() {
        return label;
    }

    /** Whether its values are numbers, so that a range of them makes sense. */
    public boolean numeric() {
        return range != null;
    }

    /** Whether only whole numbers are values. */
    boolean whole() {
        return range != null && range.whole();
    }

    /** Whether a number is an allowed value. */
    boolean allows(double value) {
        return range != null && range.contains(value);
    }

    /** The value that hyperparameters have. */
    public String valueIn(Hyperparameters hyperparameters) {
        return reader.apply(hyperparameters);
    }

    /**
     * The same hyperparameters with another value.
     *
     * @throws IllegalArgumentException with a sentence if the value is none
     */
    public Hyperparameters with(Hyperparameters hyperparameters, String value) {
        HyperparametersBuilder builder = hyperparameters.toBuilder();
        try {
            writer.accept(builder, value.strip());
            return builder.build();
        } catch (InvalidHyperparameterException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(refusal(value), e);
        }
    }

    String refusal(String value) {
        String clean = value.strip();
        String quoted = clean.length() <= QUOTED ? clean : clean.substring(0, QUOTED) + "…";
        String allowed = this == OPTIMIZER ? "one of " + kinds()
                : (this == HIDDEN_LAYERS ? "a size such as 256, or several such as 512-256, each " : "") + range.allowed();
        return label + " must be " + allowed + ", not “" + quoted + "”" + excess(clean) + ".";
    }

    private String excess(String value) {
        return range != null && value.matches("[-+]?[0-9]+") ? range.excess(Double.parseDouble(value)) : "";
    }

    /** @throws IllegalArgumentException naming those there are */
    public static Tunable parse(String name) {
        String clean = name.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(tunable -> tunable.id.equals(clean)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("“" + clean + "” cannot be varied; what can is "
                        + Arrays.stream(values()).map(Tunable::id).collect(Collectors.joining(", ")) + "."));
    }

    private static String kinds() {
        return Arrays.stream(OptimizerKind.values()).map(kind -> kind.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    /** The decimal numbers people write; parseDouble also takes "1f" and "NaN". */
    static double number(String text) {
        if (!text.matches("[-+.0-9eE]+")) {
            throw new NumberFormatException(text);
        }
        return Double.parseDouble(text);
    }

    private static int whole(String text, Range range) {
        double value = number(text);
        range.check(value);
        return (int) value;
    }

    private static List<Integer> layers(String text) {
        List<Integer> sizes = new ArrayList<>();
        for (String part : text.split("-", -1)) {
            sizes.add(whole(part.strip(), Range.HIDDEN_SIZE));
        }
        return sizes;
    }

    private static OptimizerKind optimizer(String text) {
        return Arrays.stream(OptimizerKind.values()).filter(kind -> kind.name().equalsIgnoreCase(text)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(OPTIMIZER.refusal(text)));
    }
}
