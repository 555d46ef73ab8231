package io.marquee.data;

import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Throws rows into folds at random and sets one of them aside. Folds differ by at most one row, and with the same seed the
 * folds of a table are disjoint and make up the whole.
 *
 * @param fold the fold to set aside, from 1
 * @param folds number of folds
 * @param seed seed of the throws
 */
record FoldHoldOut(int fold, int folds, long seed) implements HoldOut {

    @Override
    public String moveOut(RowParts parts, RowParts.Part to) {
        int left = parts.rows();
        if (left < folds) {
            throw new IllegalArgumentException(String.format(Locale.ROOT,
                    "%d folds need at least %d ratings; this dataset has %,d. Choose fewer folds.", folds, folds, left));
        }
        int[] room = new int[folds];
        for (int i = 0; i < folds; i++) {
            room[i] = left / folds + (i < left % folds ? 1 : 0);
        }
        SplittableRandom random = new SplittableRandom(seed);
        // Each row takes one of the free places, all with the same chance.
        for (int row = 0; row < parts.rows(); row++) {
            int place = random.nextInt(left--);
            int chosen = 0;
            while (place >= room[chosen]) {
                place -= room[chosen++];
            }
            room[chosen]--;
            if (chosen == fold - 1) {
                parts.move(row, to);
            }
        }
        return "";
    }
}
