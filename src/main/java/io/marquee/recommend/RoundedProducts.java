package io.marquee.recommend;

import io.marquee.kernel.LevelKernel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The items' shares of one hidden layer rounded to whole levels, to find quickly which items can be among the best. What
 * rounding can change is bounded, so that those left need only be scored as they are to know the best exactly.
 *
 * <p>With a user's share a, an item's share p and the output's weight w, a hidden unit adds
 * {@code w max(0, a + p) = w p + w max(a, -p)}. The sum of w p is a number of the item's; the maxima are taken of levels. A
 * unit's level is the distance from its lowest -p, times |w|; shares of users beyond the range of -p are cut to it, which
 * changes all items' sums alike. So estimates are right up to a number that is the same for all items of a user.
 *
 * <p>Units of the same sign and like range form a run, which has one scale: the smaller the range, the finer the levels.
 */
final class RoundedProducts {

    /** Units of a run: the fewer, the finer the levels; the more, the seldomer sums leave their registers. */
    private static final int MOST_UNITS = 64;

    /** Half the distance of floats near 1: the relative error of one operation. */
    private static final double ROUNDING = 0x1p-24;

    /** Operations an estimate or a score takes beyond one for each unit. */
    private static final int FURTHER_OPERATIONS = 8;

    private final LevelKernel kernel;
    private final float[] weights;
    private final float[] lowest;
    private final float[] highest;
    private final int items;
    private final List<Run> runs = new ArrayList<>();
    /** Row-major [blocks][units][items of a block]. */
    private final short[] levels;
    /** By item, padded to whole blocks. */
    private final float[] linear;
    private final double bound;
    private final double sizes;

    /**
     * Units that share a scale.
     *
     * @param from place of the first among all units
     * @param units which units they are
     * @param scale what a level is worth, with the sign of the units' weights
     * @param most the highest level
     */
    private record Run(int from, int[] units, float scale, int most) {}

    private RoundedProducts(ItemProducts products, float[] outputWeights, LevelKernel kernel) {
        this.kernel = kernel;
        this.weights = outputWeights;
        int width = products.width();
        this.items = products.values().length / width;
        this.lowest = new float[width];
        this.highest = new float[width];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int item = 0; item < items; item++) {
            for (int unit = 0; unit < width; unit++) {
                float turning = -products.values()[item * width + unit];
                lowest[unit] = Math.min(lowest[unit], turning);
                highest[unit] = Math.max(highest[unit], turning);
            }
        }
        addRuns(1);
        addRuns(-1);
        this.linear = new float[Math.multiplyExact(blocks(), block())];
        this.levels = new short[Math.multiplyExact(linear.length, units())];
        for (int item = 0; item < items; item++) {
            round(products.values(), item);
        }
        double spread = 0;
        double largest = 0;
        for (Run run : runs) {
            spread += Math.abs(run.scale) * run.units.length;
            largest += Math.abs(run.scale) * run.units.length * run.most;
        }
        this.bound = spread / 2;
        this.sizes = largest + IntStream.range(0, width)
                .mapToDouble(unit -> Math.abs(weights[unit]) * furthest(unit)).sum();
    }

    static RoundedProducts of(ItemProducts products, float[] outputWeights, LevelKernel kernel) {
        return new RoundedProducts(products, outputWeights, kernel);
    }

    private double range(int unit) {
        return Math.abs(weights[unit]) * ((double) highest[unit] - lowest[unit]);
    }

    private double furthest(int unit) {
        return Math.max(Math.abs(lowest[unit]), Math.abs(highest[unit]));
    }

    /** Puts the units whose weights have a sign in runs of like length, by their ranges. */
    private void addRuns(int sign) {
        int[] sorted = IntStream.range(0, weights.length).filter(unit -> sign * weights[unit] > 0).boxed()
                .sorted(Comparator.comparingDouble(this::range)).mapToInt(Integer::intValue).toArray();
        int count = (sorted.length + MOST_UNITS - 1) / MOST_UNITS;
        for (int i = 0; i < count; i++) {
            int[] units = Arrays.copyOfRange(sorted, i * sorted.length / count, (i + 1) * sorted.length / count);
            int most = Math.min(Short.MAX_VALUE, LevelKernel.MOST / units.length);
            runs.add(new Run(units(), units, (float) (sign * range(units[units.length - 1]) / most), most));
        }
    }

    private int level(Run run, int unit, double share) {
        double scale = Math.abs(run.scale);
        if (scale == 0) {
            return 0;
        }
        double inRange = Math.max(lowest[unit], Math.min(highest[unit], share));
        return (int) Math.min(run.most, Math.round(Math.abs(weights[unit]) * (inRange - lowest[unit]) / scale));
    }

    private void round(float[] products, int item) {
        int from = item * weights.length;
        int first = item / block() * units() * block() + kernel.place(item % block());
        for (Run run : runs) {
            for (int i = 0; i < run.units.length; i++) {
                int unit = run.units[i];
                levels[first + (run.from + i) * block()] = (short) level(run, unit, -products[from + unit]);
            }
        }
        double sum = 0;
        for (int unit = 0; unit < weights.length; unit++) {
            sum += (double) weights[unit] * products[from + unit];
        }
        linear[item] = (float) sum;
    }

    /** The number of items. */
    int items() {
        return items;
    }

    /** Items of a block. */
    int block() {
        return kernel.block();
    }

    /** Blocks there are; the last may not be full. */
    int blocks() {
        return (items + block() - 1) / block();
    }

    /** Levels of an item, or of a user. */
    int units() {
        return runs.isEmpty() ? 0 : runs.get(runs.size() - 1).from + runs.get(runs.size() - 1).units.length;
    }

    /** The levels of a user's share, as {@link LevelKernel#twice} makes them. */
    int[] round(float[] share) {
        int[] rounded = new int[units()];
        for (Run run : runs) {
            for (int i = 0; i < run.units.length; i++) {
                rounded[run.from + i] = LevelKernel.twice(level(run, run.units[i], share[run.units[i]]));
            }
        }
        return rounded;
    }

    /**
     * How far an estimate, and the order of two scores computed with floats, can be off; NaN or infinite where nothing can
     * be said.
     *
     * @param share the user's share
     * @param offset size of what is added to a score later
     */
    double bound(float[] share, double offset) {
        double size = sizes + Math.abs(offset);
        for (int unit = 0; unit < weights.length; unit++) {
            size += Math.abs(weights[unit]) * (Math.abs(share[unit]) + furthest(unit));
        }
        return bound + ROUNDING * (weights.length + FURTHER_OPERATIONS) * size;
    }

    /** Estimates the network's outputs of a block of items for some users, each user's up to a number of their own. */
    void estimate(int block, List<ScanGroup> groups) {
        for (ScanGroup group : groups) {
            for (int row = 0; row < group.rows(); row++) {
                System.arraycopy(linear, block * block(), group.sums(), row * block(), block());
            }
        }
        // Run after run, so that what a run has of the block stays in the first-level cache for all groups.
        for (Run run : runs) {
            int at = (block * units() + run.from) * block();
            for (ScanGroup group : groups) {
                if (group.rows() > 0) {
                    kernel.add(group.levels(), run.from * LevelKernel.GROUP, group.rows(), levels, at, run.units.length,
                            run.scale, group.sums());
                }
            }
        }
    }
}
