package io.marquee.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The marks of an axis: multiples of 1, 2 or 5 times a power of ten, with labels of equal precision.
 *
 * @param values positions on the axis, ascending
 * @param labels what is written at each
 */
public record AxisTicks(List<Double> values, List<String> labels) {

    private static final int LIMIT = 100;

    public AxisTicks {
        values = List.copyOf(values);
        labels = List.copyOf(labels);
    }

    /**
     * @param range part of the axis shown
     * @param wanted about how many marks fit
     * @param wholeNumbers whether only whole numbers make sense, as for batches and epochs
     */
    public static AxisTicks of(AxisRange range, int wanted, boolean wholeNumbers) {
        double step = niceStep((range.maximum() - range.minimum()) / Math.max(1, wanted));
        if (wholeNumbers) {
            step = Math.max(1, step);
        }
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        double first = Math.ceil(range.minimum() / step - 1e-9);
        for (int i = 0; i < LIMIT; i++) {
            double value = (first + i) * step;
            if (!(value <= range.maximum() + step * 1e-9)) {
                break;
            }
            values.add(value);
            labels.add(label(value, step));
        }
        return new AxisTicks(values, labels);
    }

    /**
     * Marks of a logarithmic axis: powers of ten with their doubles and fivefolds where they fit, or, where less than two
     * powers are shown, round numbers.
     *
     * @param range part of the axis shown, in decimal logarithms
     * @param wanted about how many marks fit
     */
    public static AxisTicks logarithmic(AxisRange range, int wanted) {
        double decades = range.maximum() - range.minimum();
        List<Double> values = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        if (decades < 2) {
            AxisTicks plain = of(new AxisRange(Math.pow(10, range.minimum()), Math.pow(10, range.maximum())), wanted, false);
            for (int i = 0; i < plain.values().size(); i++) {
                if (plain.values().get(i) > 0) {
                    values.add(Math.log10(plain.values().get(i)));
                    labels.add(plain.labels().get(i));
                }
            }
            return new AxisTicks(values, labels);
        }
        int every = (int) Math.max(1, Math.ceil(decades / Math.max(1, wanted)));
        double[] digits = decades * 3 <= wanted ? new double[] {1, 2, 5} : new double[] {1};
        for (int power = (int) Math.floor(range.minimum()); power <= range.maximum(); power++) {
            for (double digit : digits) {
                double place = power + Math.log10(digit);
                if (Math.floorMod(power, every) == 0 && place >= range.minimum() && place <= range.maximum()) {
                    values.add(place);
                    labels.add(power < -4 || power > 5 ? (int) digit + "e" + power
                            : label(digit * Math.pow(10, power), Math.pow(10, power)));
                }
            }
        }
        return new AxisTicks(values, labels);
    }

    static double niceStep(double rough) {
        if (!(rough > 0) || !Double.isFinite(rough)) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(rough)));
        double digits = rough / power;
        return power * (digits <= 1.0001 ? 1 : digits <= 2.0001 ? 2 : digits <= 5.0001 ? 5 : 10);
    }

    private static String label(double value, double step) {
        double size = Math.abs(value);
        if (size >= 1e9 || step < 1e-5) {
            return String.format(Locale.ROOT, "%.1e", value);
        }
        if (step >= 100_000) {
            return scaled(value, step, 1e6, "M");
        }
        if (step >= 1_000 || step >= 100 && size >= 10_000) {
            return scaled(value, step, 1e3, "k");
        }
        return String.format(Locale.ROOT, "%,." + decimals(step) + "f", value);
    }

    private static String scaled(double value, double step, double unit, String suffix) {
        return value == 0 ? "0" : String.format(Locale.ROOT, "%." + decimals(step / unit) + "f", value / unit) + suffix;
    }

    private static int decimals(double step) {
        return (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    }
}
