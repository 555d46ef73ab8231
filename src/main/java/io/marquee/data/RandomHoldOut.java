package io.marquee.data;

import java.util.SplittableRandom;

/**
 * Sets aside a share of the rows at random: exactly round(rows x share), but at least one and not all.
 *
 * @param share share of the rows, above 0 and below 1
 * @param seed same seed and number of rows, same choice
 */
record RandomHoldOut(double share, long seed) implements HoldOut {

    @Override
    public String moveOut(RowParts parts, RowParts.Part to) {
        int left = parts.size(RowParts.Part.TRAIN);
        if (left < 2) {
            throw new IllegalArgumentException(
                    "A train and a test part need at least two ratings; this dataset has " + left + ".");
        }
        int wanted = (int) Math.max(1, Math.min(left - 1, Math.round(left * share)));
        SplittableRandom random = new SplittableRandom(seed);
        // Selection sampling (Knuth, TAOCP vol. 2, algorithm S): the exact count in one pass.
        for (int row = 0; row < parts.rows(); row++) {
            if (parts.inTrain(row) && random.nextInt(left--) < wanted) {
                parts.move(row, to);
                wanted--;
            }
        }
        return "";
    }
}
