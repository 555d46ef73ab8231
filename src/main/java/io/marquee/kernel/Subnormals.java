package io.marquee.kernel;

/**
 * Numbers between 0 and the least normal one, 1.2e-38. They are worth nothing, and Intel's processors calculate with them many
 * times more slowly. Where training does not keep them from coming up, as ND4J's operations and other programs do not, they are
 * taken out before a network is asked.
 */
public final class Subnormals {

    private Subnormals() {}

    /** The array itself where it has none, otherwise a copy with 0 for each. */
    public static float[] replaced(float[] values) {
        float[] result = values;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != 0 && Math.abs(values[i]) < Float.MIN_NORMAL) {
                if (result == values) {
                    result = values.clone();
                }
                result[i] = 0;
            }
        }
        return result;
    }
}
