package io.marquee.data;

/**
 * The rating column of a {@link RatingTable}: one byte a rating where all ratings are multiples of a common
 * step, as half stars are, and a float otherwise.
 *
 * <p>The arrays are owned by the column and must not be changed after it is made.
 */
public sealed interface RatingColumn {

    /** The number of ratings. */
    int size();

    /** The rating of a row, in the dataset's own units. */
    float get(int row);

    /** The column of some rows. */
    RatingColumn select(int[] rows);

    /** Copies the ratings of {@code rows[from..from+count-1]} to {@code target[0..count-1]}. */
    void gather(int[] rows, int from, int count, float[] target);

    /**
     * Ratings coded as multiples of a step, so that 20 million of them take 20 MB.
     *
     * @param codes rating divided by step, as an unsigned byte
     * @param step the value of code 1
     */
    record Coded(byte[] codes, float step) implements RatingColumn {
        @Override
        public int size() {
            return codes.length;
        }

        @Override
        public float get(int row) {
            return (codes[row] & 0xff) * step;
        }

        @Override
        public RatingColumn select(int[] rows) {
            byte[] part = new byte[rows.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = codes[rows[i]];
            }
            return new Coded(part, step);
        }

        @Override
        public void gather(int[] rows, int from, int count, float[] target) {
            for (int i = 0; i < count; i++) {
                target[i] = (codes[rows[from + i]] & 0xff) * step;
            }
        }
    }

    /** Ratings on a scale that {@link Coded} cannot hold. */
    record Floats(float[] values) implements RatingColumn {
        @Override
        public int size() {
            return values.length;
        }

        @Override
        public float get(int row) {
            return values[row];
        }

        @Override
        public RatingColumn select(int[] rows) {
            float[] part = new float[rows.length];
            for (int i = 0; i < part.length; i++) {
                part[i] = values[rows[i]];
            }
            return new Floats(part);
        }

        @Override
        public void gather(int[] rows, int from, int count, float[] target) {
            for (int i = 0; i < count; i++) {
                target[i] = values[rows[from + i]];
            }
        }
    }
}
