package io.marquee.ui.tune;

import io.marquee.model.Hyperparameters;
import io.marquee.runs.SettingsWords;
import io.marquee.tune.Tunable;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Values worth trying around those of a form.
 *
 * @param treatment how the hyperparameter is best varied
 * @param choices single values, with commas between
 * @param from lower end of a range
 * @param to upper end of a range
 */
record Suggestion(Treatment treatment, String choices, String from, String to) {

    private static final MathContext DIGITS = new MathContext(2);

    static Suggestion of(Tunable parameter, Hyperparameters now) {
        return switch (parameter) {
            case LEARNING_RATE -> around(Treatment.LOG_RANGE, now.learningRate(), 1e-6, 10, false, 0.1, 5,
                    0.25, 0.5, 1, 2, 4);
            case EMBEDDING_SIZE -> around(Treatment.CHOICES, now.embeddingSize(), 1, 512, true, 0.5, 4, 0.5, 1, 2, 4);
            case HIDDEN_LAYERS -> hidden(now.hiddenLayers());
            case BATCH_SIZE -> around(Treatment.CHOICES, now.batchSize(), 1, 1 << 20, true, 0.25, 4, 0.5, 1, 2, 4);
            case OPTIMIZER -> new Suggestion(Treatment.CHOICES, "adam, sgd, nesterovs", "", "");
            case MOMENTUM -> new Suggestion(Treatment.CHOICES, "0.8, 0.9, 0.95", "0.5", "0.99");
            case L2 -> new Suggestion(Treatment.CHOICES, "0, 0.00001, 0.0001, 0.001", "0.000001", "0.001");
            case EMBEDDING_SCALE -> around(Treatment.LOG_RANGE, now.embeddingScale(), 1e-6, 10, false, 0.3, 10, 0.3, 1, 3, 10);
            case EPOCHS -> around(Treatment.CHOICES, now.epochs(), 1, 10_000, true, 0.5, 2, 0.5, 1, 2);
        };
    }

    /** One layer of several sizes, and the layers there are. */
    private static Suggestion hidden(List<Integer> layers) {
        Suggestion first = around(Treatment.CHOICES, layers.get(0), 1, 16_384, true, 0.25, 2, 0.25, 0.5, 1, 2);
        String all = layers.stream().map(String::valueOf).collect(Collectors.joining("-"));
        return layers.size() == 1 ? first : new Suggestion(Treatment.CHOICES, all + ", " + first.choices(), first.from(), first.to());
    }

    private static Suggestion around(Treatment treatment, double value, double lowest, double highest, boolean whole,
            double below, double above, double... factors) {
        String choices = DoubleStream.of(factors).mapToObj(factor -> text(value * factor, lowest, highest, whole)).distinct()
                .collect(Collectors.joining(", "));
        return new Suggestion(treatment, choices, text(value * below, lowest, highest, whole),
                text(value * above, lowest, highest, whole));
    }

    private static String text(double value, double lowest, double highest, boolean whole) {
        double within = Math.max(lowest, Math.min(highest, value));
        return whole ? String.format(Locale.ROOT, "%d", (long) Math.rint(within))
                : SettingsWords.number(BigDecimal.valueOf(within).round(DIGITS).doubleValue());
    }
}
