package io.marquee.runs;

import io.marquee.chart.MinMaxPyramid;
import io.marquee.chart.PlotLine;
import io.marquee.chart.Positions;
import io.marquee.chart.Smoother;
import io.marquee.train.EpochResult;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * The curves of one run, ready to be drawn at any zoom. Smoothing runs over batches, so it is the same at any zoom and by
 * any axis.
 *
 * @param run the run
 * @param losses its losses
 * @param smoothedOver over about how many batches losses are smoothed; 1 for not at all
 * @param raw the losses
 * @param smooth the smoothed losses
 */
public record RunCurves(RunDetails run, LossCurve losses, int smoothedOver, MinMaxPyramid raw, MinMaxPyramid smooth) {

    /** Prepares the curves, in time linear in the number of batches. */
    public static RunCurves of(RunDetails run, LossCurve losses, int smoothedOver) {
        MinMaxPyramid raw = new MinMaxPyramid(losses.losses());
        if (smoothedOver <= 1) {
            return new RunCurves(run, losses, 1, raw, raw);
        }
        Smoother smoother = new Smoother(smoothedOver);
        float[] smooth = new float[losses.batches()];
        for (int i = 0; i < smooth.length; i++) {
            float loss = losses.losses()[i];
            smooth[i] = Float.isFinite(loss) ? (float) smoother.next(loss) : Float.NaN;
        }
        return new RunCurves(run, losses, smoothedOver, raw, new MinMaxPyramid(smooth));
    }

    /** The lines to draw, the ones at the back first; none where there is nothing yet. */
    public List<PlotLine> lines(CurveMeasure measure, CurveAxis axis, String colour) {
        return switch (measure) {
            case BATCH_LOSS -> batchLines(axis, colour);
            case TEST -> List.of(epochLine("", axis, colour, PlotLine.Style.DOTS, EpochResult::testMse));
            case VALIDATION -> List.of(epochLine("", axis, colour, PlotLine.Style.DOTS, EpochResult::validationMse));
            case TRAIN -> List.of(epochLine("", axis, colour, PlotLine.Style.DOTS, EpochResult::trainMse));
            case ALL -> Stream.of(epochLine(", train", axis, colour, PlotLine.Style.DASHED, EpochResult::trainMse),
                            epochLine(", validation", axis, colour, PlotLine.Style.DOTS, EpochResult::validationMse),
                            epochLine(", test", axis, colour, PlotLine.Style.DOTS, EpochResult::testMse))
                    .filter(RunCurves::hasValues).toList();
        };
    }

    private static boolean hasValues(PlotLine line) {
        return line.values().extremes(0, line.values().size(), new float[2]);
    }

    private List<PlotLine> batchLines(CurveAxis axis, String colour) {
        double perEpoch = Math.max(1, run.batchesPerEpoch());
        Positions positions = switch (axis) {
            case EPOCH -> Positions.steps(1 / perEpoch, 1 / perEpoch);
            case BATCH -> Positions.steps(1, 1);
            case SECONDS -> index -> losses.secondsAt(index + 1);
        };
        List<PlotLine> lines = new ArrayList<>();
        if (smoothedOver > 1) {
            lines.add(new PlotLine(name(), colour, PlotLine.Style.FAINT, run.summary().id(), positions, raw));
        }
        lines.add(new PlotLine(name(), colour, PlotLine.Style.LINE, run.summary().id(), positions, smooth));
        return lines;
    }

    private PlotLine epochLine(
            String suffix, CurveAxis axis, String colour, PlotLine.Style style, ToDoubleFunction<EpochResult> value) {
        List<RecordedEpoch> epochs = run.epochs();
        float[] values = new float[epochs.size()];
        double[] places = new double[epochs.size()];
        for (int i = 0; i < values.length; i++) {
            RecordedEpoch epoch = epochs.get(i);
            values[i] = (float) value.applyAsDouble(epoch.result());
            places[i] = switch (axis) {
                case EPOCH -> epoch.result().epoch();
                case BATCH -> epoch.batches();
                case SECONDS -> epoch.seconds();
            };
        }
        return new PlotLine(name() + suffix, colour, style, run.summary().id(), index -> places[index],
                new MinMaxPyramid(values));
    }

    private String name() {
        return run.summary().name();
    }
}
