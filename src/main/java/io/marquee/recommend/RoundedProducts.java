package io.marquee.recommend;

import io.marquee.kernel.LevelKernel;
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
 * <p>Units of the same sign and like range share a lane and its scale: the smaller the range, the finer the levels.
 */
final class RoundedProducts {

    /** Half the distance of floats near 1: the relative error of one operation. */
    private static final double ROUNDING = 0x1p-24;

    /** Operations an estimate or a score takes beyond one for each unit. */
    private static final int FURTHER_OPERATIONS = 8;

    private final LevelKernel kernel;
    private final float[] weights;
    private final float[] lowest;
    private final float[] highest;
    /** By place in a row, the unit whose level it is; -1 for none. */
    private final int[] units;
    private final int slots;
    private final float[] scales;
    private final short[] levels;
    private final float[] linear;
    private final double bound;
    private final double sizes;

    private RoundedProducts(ItemProducts products, float[] outputWeights, LevelKernel kernel) {
        this.kernel = kernel;
        this.weights = outputWeights;
        int items = products.values().length / products.width();
        int width = products.width();
        this.lowest = new float[width];
        this.highest = new float[width];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        Arrays.fill(highest, Float.NEGATIVE_INFINITY);
        for (int i = 0; i < products.values().length; i++) {
            int unit = i % width;
            lowest[unit] = Math.min(lowest[unit], -products.values()[i]);
            highest[unit] = Math.max(highest[unit], -products.values()[i]);
        }
        List<Integer> rising = byRange(1);
        List<Integer> falling = byRange(-1);
        this.slots = slots(rising.size(), falling.size(), kernel.lanes());
        this.units = new int[slots * kernel.lanes()];
        this.scales = new float[kernel.lanes()];
        Arrays.fill(units, -1);
        int lane = place(rising, 0, 1);
        place(falling, lane, -1);
        this.levels = new short[Math.multiplyExact(items, units.length)];
        this.linear = new float[items];
        for (int item = 0; item < items; item++) {
            round(products.values(), item);
        }
        double laneSum = IntStream.range(0, scales.length).mapToDouble(i -> Math.abs(scales[i])).sum() * slots;
        this.bound = laneSum / 2;
        this.sizes = laneSum * mostLevel() + IntStream.range(0, width)
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

    private List<Integer> byRange(int sign) {
        return IntStream.range(0, weights.length).filter(unit -> sign * weights[unit] > 0).boxed()
                .sorted(Comparator.comparingDouble(this::range)).toList();
    }

    /** The fewest units of a lane with which units of different sign need not share one. */
    private static int slots(int rising, int falling, int lanes) {
        int slots = Math.max(1, (rising + falling + lanes - 1) / lanes);
        while ((rising + slots - 1) / slots + (falling + slots - 1) / slots > lanes) {
            slots++;
        }
        return slots;
    }

    private int mostLevel() {
        return Math.min(Short.MAX_VALUE, LevelKernel.MOST / slots);
    }

    /** Gives units their places, lane after lane, and lanes their scales; the next lane. */
    private int place(List<Integer> sorted, int firstLane, int sign) {
        int lane = firstLane;
        for (int from = 0; from < sorted.size(); from += slots) {
            int to = Math.min(sorted.size(), from + slots);
            for (int i = from; i < to; i++) {
                units[(i - from) * kernel.lanes() + lane] = sorted.get(i);
            }
            scales[lane++] = (float) (sign * range(sorted.get(to - 1)) / mostLevel());
        }
        return lane;
    }

    private short level(int place, double share) {
        int unit = units[place];
        double scale = unit < 0 ? 0 : Math.abs(scales[place % kernel.lanes()]);
        if (scale == 0) {
            return 0;
        }
        double inRange = Math.max(lowest[unit], Math.min(highest[unit], share));
        return (short) Math.min(mostLevel(), Math.round(Math.abs(weights[unit]) * (inRange - lowest[unit]) / scale));
    }

    private void round(float[] products, int item) {
        int from = item * weights.length;
        for (int place = 0; place < units.length; place++) {
            levels[item * units.length + place] = units[place] < 0 ? 0 : level(place, -products[from + units[place]]);
        }
        double sum = 0;
        for (int unit = 0; unit < weights.length; unit++) {
            sum += (double) weights[unit] * products[from + unit];
        }
        linear[item] = (float) sum;
    }

    /** Levels of a row. */
    int width() {
        return units.length;
    }

    /** Writes a user's share to a row of levels. */
    void round(float[] share, short[] rows, int row) {
        for (int place = 0; place < units.length; place++) {
            rows[row * units.length + place] = units[place] < 0 ? 0 : level(place, share[units[place]]);
        }
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

    /**
     * Estimates the network's outputs of all items for some users, each user's up to a number of their own.
     *
     * @param users rows of levels
     * @param out an array a user, as long as there are items
     */
    void estimate(short[] users, float[][] out) {
        kernel.sums(users, out.length, levels, 0, linear.length, slots, scales, out);
        for (float[] estimates : out) {
            for (int item = 0; item < linear.length; item++) {
                estimates[item] += linear[item];
            }
        }
    }
}
