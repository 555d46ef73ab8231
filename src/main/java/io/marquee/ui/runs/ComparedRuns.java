package io.marquee.ui.runs;

import io.marquee.chart.Plot;
import io.marquee.chart.PlotColours;
import io.marquee.chart.PlotLine;
import io.marquee.runs.Comparison;
import io.marquee.runs.CurveAxis;
import io.marquee.runs.CurveMeasure;
import io.marquee.runs.LossCurve;
import io.marquee.runs.RunCurves;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunHistory;
import io.marquee.runs.SettingDifference;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The selected runs with all that their comparison shows. Immutable; made in the background.
 *
 * @param curves curves of each run, in the order of selection
 * @param differences settings in which they differ
 * @param obstacles what keeps their errors from being ranked, such as "dataset, split"; empty where nothing does
 */
record ComparedRuns(List<RunCurves> curves, List<SettingDifference> differences, String obstacles) {

    static final ComparedRuns NONE = new ComparedRuns(List.of(), List.of(), "");

    ComparedRuns {
        curves = List.copyOf(curves);
    }

    /** Reads runs; of those that are known only what is new. */
    static ComparedRuns load(RunHistory history, List<Long> ids, int smoothing, ComparedRuns known) throws IOException {
        List<RunCurves> curves = new ArrayList<>();
        for (long id : ids) {
            Optional<RunDetails> details = history.details(id);
            if (details.isPresent()) {
                curves.add(curves(history, details.get(), smoothing, known.of(id)));
            }
        }
        List<RunDetails> runs = curves.stream().map(RunCurves::run).toList();
        return new ComparedRuns(curves, Comparison.differences(runs),
                Comparison.obstacles(runs.stream().map(RunDetails::summary).toList()));
    }

    private static RunCurves curves(RunHistory history, RunDetails run, int smoothing, Optional<RunCurves> known)
            throws IOException {
        LossCurve before = known.map(RunCurves::losses).orElseGet(LossCurve::empty);
        LossCurve losses = history.losses(run.summary().id(), before);
        if (known.isPresent() && losses == before && known.get().smoothedOver() == Math.max(1, smoothing)) {
            return new RunCurves(run, losses, known.get().smoothedOver(), known.get().raw(), known.get().smooth());
        }
        return RunCurves.of(run, losses, smoothing);
    }

    /** The curves of one run. */
    Optional<RunCurves> of(long id) {
        return curves.stream().filter(curve -> curve.run().summary().id() == id).findFirst();
    }

    /** Whether a process still trains one of them. */
    boolean anyActive() {
        return curves.stream().anyMatch(curve -> curve.run().summary().state().active());
    }

    /** The curves laid over each other. */
    Plot plot(CurveMeasure measure, CurveAxis axis, PlotColours colours) {
        List<PlotLine> lines = new ArrayList<>();
        for (RunCurves curve : curves) {
            lines.addAll(curve.lines(measure, axis, colours.line(curve.run().summary().colour())));
        }
        boolean whole = axis == CurveAxis.BATCH || axis == CurveAxis.EPOCH && measure != CurveMeasure.BATCH_LOSS;
        return new Plot(lines, axis.words(), whole, measure.words());
    }
}
