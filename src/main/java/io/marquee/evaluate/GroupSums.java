package io.marquee.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/** Sums of errors in groups. */
final class GroupSums {

    private final long[] counts;
    private final double[] squared;
    private final double[] absolute;
    private final double[] errors;

    GroupSums(int groups) {
        counts = new long[groups];
        squared = new double[groups];
        absolute = new double[groups];
        errors = new double[groups];
    }

    void add(int group, double error) {
        counts[group]++;
        squared[group] += error * error;
        absolute[group] += Math.abs(error);
        errors[group] += error;
    }

    void add(GroupSums other) {
        for (int group = 0; group < counts.length; group++) {
            counts[group] += other.counts[group];
            squared[group] += other.squared[group];
            absolute[group] += other.absolute[group];
            errors[group] += other.errors[group];
        }
    }

    /** The groups that have a rating. */
    List<ErrorGroup> groups(IntFunction<String> labels) {
        List<ErrorGroup> groups = new ArrayList<>();
        for (int group = 0; group < counts.length; group++) {
            long count = counts[group];
            if (count > 0) {
                double mse = squared[group] / count;
                groups.add(new ErrorGroup(labels.apply(group), count, mse, Math.sqrt(mse), absolute[group] / count,
                        errors[group] / count));
            }
        }
        return groups;
    }
}
