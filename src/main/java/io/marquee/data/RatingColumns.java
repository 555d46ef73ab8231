package io.marquee.data;

import java.util.concurrent.atomic.AtomicBoolean;

/** Chooses how to hold ratings: coded in a byte where a step fits all of them exactly, as floats otherwise. */
final class RatingColumns {

    /** Steps that people rate in, coarse to fine. */
    private static final float[] STEPS = {1f, 0.5f, 0.25f, 0.2f, 0.1f, 0.05f, 0.025f};
    private static final int LARGEST_CODE = 255;

    private RatingColumns() {}

    /**
     * The column of the ratings of all blocks.
     *
     * @param preferredStep step to try before the others; 0 for none
     */
    static RatingColumn of(BlockColumns columns, double preferredStep) {
        if (preferredStep > 0 && fits(columns, (float) preferredStep)) {
            return coded(columns, (float) preferredStep);
        }
        for (float step : STEPS) {
            if (fits(columns, step)) {
                return coded(columns, step);
            }
        }
        float[] values = new float[columns.rows()];
        columns.each((block, from) -> System.arraycopy(block.ratings(), 0, values, from, block.size()));
        return new RatingColumn.Floats(values);
    }

    private static boolean fits(BlockColumns columns, float step) {
        AtomicBoolean fits = new AtomicBoolean(true);
        columns.each((block, from) -> {
            if (fits.get() && !fits(block.ratings(), block.size(), step)) {
                fits.set(false);
            }
        });
        return fits.get();
    }

    private static boolean fits(float[] ratings, int count, float step) {
        for (int row = 0; row < count; row++) {
            int code = code(ratings[row], step);
            // Exactly, so that what was read is what is shown: 0.1 times 3 is not the float 0.3.
            if (code < 0 || code > LARGEST_CODE || code * step != ratings[row]) {
                return false;
            }
        }
        return true;
    }

    /** The nearest code, for ratings that are not negative; any other is told apart by multiplying back. */
    private static int code(float rating, float step) {
        return (int) (rating / step + 0.5f);
    }

    private static RatingColumn coded(BlockColumns columns, float step) {
        byte[] codes = new byte[columns.rows()];
        columns.each((block, from) -> {
            float[] ratings = block.ratings();
            for (int row = 0; row < block.size(); row++) {
                codes[from + row] = (byte) code(ratings[row], step);
            }
        });
        return new RatingColumn.Coded(codes, step);
    }
}
