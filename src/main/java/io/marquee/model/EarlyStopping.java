package io.marquee.model;

import java.util.Locale;

/**
 * When to stop before the last epoch: once the validation MSE has not become clearly lower for some epochs (Prechelt, Early
 * stopping, but when?, in Neural Networks: Tricks of the Trade, 1998). The epoch with the lowest validation MSE is kept.
 *
 * @param patience epochs to wait for a lower error, 1 to 1,000
 * @param minimumGain by how much the MSE must fall below the lowest so far to count, in squared stars, 0 to 1
 */
public record EarlyStopping(int patience, double minimumGain) {

    /** @throws InvalidHyperparameterException naming the value out of range and the range */
    public EarlyStopping {
        Range.PATIENCE.check(patience);
        Range.MINIMUM_GAIN.check(minimumGain);
    }

    /**
     * Whether to stop.
     *
     * @param validationErrors validation MSE of each epoch so far, in order
     */
    public boolean isDue(double[] validationErrors) {
        double lowest = Double.POSITIVE_INFINITY;
        int since = 0;
        for (double error : validationErrors) {
            if (error < lowest - minimumGain) {
                lowest = error;
                since = 0;
            } else {
                since++;
            }
        }
        return since >= patience;
    }

    /** Such as "after 3 epochs without a gain of 0.0005". */
    public String words() {
        return String.format(Locale.ROOT, "after %d %s without a %s", patience, patience == 1 ? "epoch" : "epochs",
                minimumGain > 0 ? "gain above " + minimumGain : "gain");
    }
}
