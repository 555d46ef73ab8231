package io.marquee.runs;

import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.stream.Collectors;

/** Hyperparameters in a few words, for lists of runs. */
public final class SettingsWords {

    private SettingsWords() {}

    /** Such as "10 → 256 · Adam 0.002 · batch 512 · 12 epochs". */
    public static String of(Hyperparameters values) {
        String layers = values.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", "));
        String momentum = values.optimizer() == OptimizerKind.NESTEROVS ? ", momentum " + number(values.momentum()) : "";
        String l2 = values.l2() > 0 ? " · L2 " + number(values.l2()) : "";
        return String.format(Locale.ROOT, "%d → %s · %s %s%s · batch %,d%s · %,d %s", values.embeddingSize(), layers,
                values.optimizer().displayName(), number(values.learningRate()), momentum, values.batchSize(), l2,
                values.epochs(), values.epochs() == 1 ? "epoch" : "epochs");
    }

    /** All digits, without an exponent. */
    public static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }
}
