package io.marquee.kernel;

/**
 * Adds up maxima of small whole numbers, many in one vector: the rounded form of {@link PairKernel}'s sums, in half the
 * memory and two operations where that needs three.
 *
 * <p>Rows are made of slots, each as wide as there are {@link #lanes}: what belongs to a lane shares a scale. Levels are not
 * negative, and a lane's over all slots add up to {@link #MOST} at most.
 */
public interface LevelKernel {

    /** What the levels of a lane may add up to. */
    int MOST = 65_535;

    /** Levels of a slot. */
    int lanes();

    /**
     * For each pair of a left and a right row the sum over lanes of {@code scale[lane]} times the sum over slots of
     * {@code max(left level, right level)}.
     *
     * @param left row-major {@code [leftRows][slots][lanes]}
     * @param right row-major {@code [rows][slots][lanes]}
     * @param scales by lane
     * @param out receives the sums, each left row's in an array of its own, at the right row's index
     */
    void sums(
            short[] left, int leftRows, short[] right, int firstRight, int rightRows, int slots, float[] scales,
            float[][] out);
}
