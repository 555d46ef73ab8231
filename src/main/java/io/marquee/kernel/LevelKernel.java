package io.marquee.kernel;

/**
 * Adds up maxima of small whole numbers, many in one vector: the rounded form of {@link PairKernel}'s sums, in half the
 * memory and two operations where that needs three.
 *
 * <p>Left rows come in groups, right rows in blocks, units one after another in both, so that a vector holds one unit of
 * many right rows and no sum has to be gathered from a vector's parts. Levels are not negative, and those of the units of
 * one call add up to {@link #MOST} at most.
 */
public interface LevelKernel {

    /** What the levels of a row may add up to within one call. */
    int MOST = 65_535;

    /** Left rows of a group. */
    int GROUP = 4;

    /** Right rows of a block. */
    int block();

    /** Where among the levels of a unit that of a block's row is kept, 0 to {@link #block} - 1. */
    int place(int row);

    /** A level as left rows hold it: twice, since vectors take 32 bits from an array's element more easily than 16. */
    static int twice(int level) {
        return level << Short.SIZE | level;
    }

    /**
     * Adds to the sum of each pair of a left and a right row {@code scale} times the sum over units of
     * {@code max(left level, right level)}.
     *
     * @param left levels as {@link #twice} makes them, row-major {@code [units][GROUP]}
     * @param firstLeft where they begin
     * @param rows left rows that matter, from the first on; sums of the others may be left as they are
     * @param right levels, row-major {@code [units][block]}
     * @param firstRight where they begin
     * @param sums row-major {@code [GROUP][block]}, in the order of the right rows
     */
    void add(int[] left, int firstLeft, int rows, short[] right, int firstRight, int units, float scale, float[] sums);
}
