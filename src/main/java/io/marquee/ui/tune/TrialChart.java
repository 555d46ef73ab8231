package io.marquee.ui.tune;

import io.marquee.runs.SettingsWords;
import io.marquee.tune.Candidates;
import io.marquee.tune.Search;
import io.marquee.tune.Trial;
import io.marquee.tune.TrialState;
import io.marquee.tune.Variation;
import io.marquee.ui.chart.ParallelAxis;
import io.marquee.ui.chart.ParallelData;
import io.marquee.ui.chart.ParallelLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Turns a search into parallel coordinates: an axis for all that varies, and one for the error. */
final class TrialChart {

    private static final double UPPER_QUARTILE = 0.75;
    private static final double REACH = 3;
    private static final int LABELS = 5;
    private static final double LABEL_HEIGHT = 0.08;
    private static final String NOT_COMPARED = "not compared";

    private final Search search;
    private final double lowest;
    private final double highest;
    private final Set<Integer> compared;

    /** Error that has the best colour: the lowest of those compared, which one that is not compared may be below. */
    private final double best;

    private TrialChart(Search search) {
        this.search = search;
        double[] errors = search.trials().stream().mapToDouble(Trial::validationMse).filter(Double::isFinite).sorted().toArray();
        lowest = errors.length == 0 ? Double.NaN : errors[0];
        highest = errors.length == 0 ? Double.NaN : highest(errors);
        compared = search.compared().stream().map(Trial::number).collect(Collectors.toSet());
        best = search.best().map(Trial::validationMse).orElse(Double.NaN);
    }

    /** Upper end of the axis: a few that went astray would squeeze all others into one place. */
    private static double highest(double[] sorted) {
        double most = sorted[sorted.length - 1];
        double reach = sorted[0] + REACH * (sorted[(int) (UPPER_QUARTILE * (sorted.length - 1))] - sorted[0]);
        return reach > sorted[0] ? Math.min(most, reach) : most;
    }

    static ParallelData of(Search search) {
        return new TrialChart(search).data();
    }

    private ParallelData data() {
        List<ParallelAxis> axes = new ArrayList<>();
        search.plan().space().variations().forEach(variation -> axes.add(axis(variation)));
        axes.add(errorAxis());
        List<ParallelLine> lines = search.trials().stream()
                .filter(trial -> trial.state() != TrialState.FAILED)
                .sorted(Comparator.comparing((Trial trial) -> Double.isFinite(colour(trial)))
                        .thenComparing(trial -> Double.isFinite(trial.validationMse()))
                        .thenComparing(Comparator.comparingDouble(Trial::validationMse).reversed()))
                .map(this::line).toList();
        return new ParallelData(axes, lines, NOT_COMPARED);
    }

    /**
     * Place of a trial between the best and the worst colour. NaN, which is no colour, for one that is not compared and would
     * look like the best, and for one that was cut short: how far its error would have fallen nobody knows.
     */
    private double colour(Trial trial) {
        boolean aside = !compared.contains(trial.number())
                && (!(trial.validationMse() >= best) || trial.state() == TrialState.CUT);
        return aside || !Double.isFinite(trial.validationMse()) ? Double.NaN
                : highest > best ? Math.max(0, Math.min(1, (trial.validationMse() - best) / (highest - best))) : 0;
    }

    private static ParallelAxis axis(Variation variation) {
        List<ParallelAxis.Tick> ticks = new ArrayList<>();
        if (variation.candidates() instanceof Candidates.Choices choices) {
            List<String> values = ordered(choices);
            values.forEach(value -> ticks.add(new ParallelAxis.Tick(place(variation.candidates(), value), value)));
        } else if (variation.candidates() instanceof Candidates.Interval interval) {
            labels(interval).forEach(value -> ticks.add(new ParallelAxis.Tick(place(interval, value), value)));
        }
        return new ParallelAxis(variation.parameter().label(), ticks);
    }

    /** The ends, and round values between. */
    private static List<String> labels(Candidates.Interval interval) {
        if (!interval.logarithmic()) {
            return new Candidates.Interval(interval.from(), interval.to(), false, LABELS, interval.whole()).grid();
        }
        List<String> labels = new ArrayList<>();
        labels.add(SettingsWords.number(interval.from()));
        for (int power = (int) Math.floor(Math.log10(interval.from())); power <= Math.log10(interval.to()); power++) {
            for (int digit : new int[] {1, 2, 5}) {
                String label = BigDecimal.valueOf(digit).scaleByPowerOfTen(power).stripTrailingZeros().toPlainString();
                double value = Double.parseDouble(label);
                if (value > interval.from() && value < interval.to() && clear(place(interval, label))) {
                    labels.add(label);
                }
            }
        }
        labels.add(SettingsWords.number(interval.to()));
        return labels;
    }

    private static boolean clear(double place) {
        return place > LABEL_HEIGHT && place < 1 - LABEL_HEIGHT;
    }

    /** Numbers by size, all else as it was named. */
    private static List<String> ordered(Candidates.Choices choices) {
        boolean numbers = choices.values().stream().allMatch(value -> value.matches("[.0-9]+"));
        return numbers ? choices.values().stream().sorted(Comparator.comparingDouble(Double::parseDouble)).toList()
                : choices.values();
    }

    private static double place(Candidates candidates, String value) {
        if (candidates instanceof Candidates.Interval interval) {
            double number = Double.parseDouble(value);
            double share = interval.logarithmic() ? Math.log(number / interval.from()) / Math.log(interval.to() / interval.from())
                    : (number - interval.from()) / (interval.to() - interval.from());
            return Math.max(0, Math.min(1, share));
        }
        List<String> values = ordered((Candidates.Choices) candidates);
        return values.size() == 1 ? 0.5 : (double) values.indexOf(value) / (values.size() - 1);
    }

    private ParallelAxis errorAxis() {
        List<ParallelAxis.Tick> ticks = new ArrayList<>();
        if (Double.isFinite(lowest)) {
            boolean beyond = search.trials().stream().anyMatch(trial -> trial.validationMse() > highest);
            for (int i = 0; i <= 4 && (i == 0 || highest > lowest); i++) {
                double error = lowest + i / 4.0 * (highest - lowest);
                ticks.add(new ParallelAxis.Tick(share(error), (i == 4 && beyond ? "≥ " : "") + error(error)));
            }
        }
        return new ParallelAxis("Validation MSE", ticks);
    }

    private double share(double error) {
        return !Double.isFinite(error) ? Double.NaN
                : highest > lowest ? Math.max(0, Math.min(1, (error - lowest) / (highest - lowest))) : 0;
    }

    private ParallelLine line(Trial trial) {
        List<Double> places = new ArrayList<>();
        List<String> details = new ArrayList<>();
        for (Variation variation : search.plan().space().variations()) {
            String value = variation.parameter().valueIn(trial.settings());
            places.add(place(variation.candidates(), value));
            details.add(variation.parameter().label() + " " + value);
        }
        places.add(share(trial.validationMse()));
        details.add(String.format(Locale.ROOT, "%s, %d %s, %s s", trial.state().words().toLowerCase(Locale.ROOT), trial.epochs(),
                trial.epochs() == 1 ? "epoch" : "epochs", SettingsWords.number(Math.rint(10 * trial.seconds()) / 10)));
        if (!search.whyNotComparable(trial).isEmpty()) {
            details.add(NOT_COMPARED + ": it " + search.whyNotComparable(trial));
        }
        return new ParallelLine(trial.number(), places, colour(trial), "Trial " + trial.number()
                + (Double.isFinite(trial.validationMse()) ? ": validation MSE " + error(trial.validationMse()) : ""), details);
    }

    static String error(double mse) {
        return Double.isFinite(mse) ? String.format(Locale.ROOT, "%.4f", mse) : "";
    }
}
