package io.marquee.data;

/** Chooses how to hold ratings: coded in a byte where a step fits all of them exactly, as floats otherwise. */
final class RatingColumns {

    /** Steps that people rate in, coarse to fine. */
    private static final float[] STEPS = {1f, 0.5f, 0.25f, 0.2f, 0.1f, 0.05f, 0.025f};
    private static final int LARGEST_CODE = 255;

    private RatingColumns() {}

    /**
     * The column of given ratings.
     *
     * @param bits ratings as {@link Float#floatToRawIntBits} writes them
     * @param preferredStep step to try before the others; 0 for none
     */
    static RatingColumn of(int[] bits, double preferredStep) {
        if (preferredStep > 0 && fits(bits, (float) preferredStep)) {
            return coded(bits, (float) preferredStep);
        }
        for (float step : STEPS) {
            if (fits(bits, step)) {
                return coded(bits, step);
            }
        }
        float[] values = new float[bits.length];
        for (int row = 0; row < values.length; row++) {
            values[row] = Float.intBitsToFloat(bits[row]);
        }
        return new RatingColumn.Floats(values);
    }

    private static boolean fits(int[] bits, float step) {
        for (int bit : bits) {
            float rating = Float.intBitsToFloat(bit);
            int code = Math.round(rating / step);
            // Exactly, so that what was read is what is shown: 0.1 times 3 is not the float 0.3.
            if (code < 0 || code > LARGEST_CODE || code * step != rating) {
                return false;
            }
        }
        return true;
    }

    private static RatingColumn coded(int[] bits, float step) {
        byte[] codes = new byte[bits.length];
        for (int row = 0; row < codes.length; row++) {
            codes[row] = (byte) Math.round(Float.intBitsToFloat(bits[row]) / step);
        }
        return new RatingColumn.Coded(codes, step);
    }
}
