package io.marquee.ui.ask;

import io.marquee.recommend.PairTrace;
import io.marquee.ui.chart.ChartPalette;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How a prediction adds up: from the mean over what raises and what lowers it to the stars, each step where the last ended. */
final class PredictionSum {

    private static final double ROW = 19;
    private static final double WORDS = 300;

    private final GraphicsContext graphics;
    private final ChartPalette palette;

    private record Step(String words, double from, double to, Color colour) {}

    PredictionSum(GraphicsContext graphics, ChartPalette palette) {
        this.graphics = graphics;
        this.palette = palette;
    }

    void draw(PairTrace trace, double left, double top, double width) {
        double mean = trace.centring().mean();
        double raised = mean + trace.raised();
        double lowered = raised + trace.lowered();
        List<Step> steps = List.of(
                new Step(String.format(Locale.ROOT, "Mean of the train part  %.2f", mean), 0, mean, palette.muted()),
                new Step(String.format(Locale.ROOT, "Units that raise  %+.2f", trace.raised()), mean, raised,
                        palette.primary()),
                new Step(String.format(Locale.ROOT, "Units that lower  %+.2f", trace.lowered()), raised, lowered,
                        palette.secondary()),
                new Step(String.format(Locale.ROOT, "Bias of the output  %+.2f", trace.bias()), lowered, trace.raw(),
                        palette.muted()),
                new Step(String.format(Locale.ROOT, "Prediction  %.2f  (centred output %+.3f)", trace.raw(), trace.output()),
                        0, trace.raw(), palette.level()));
        double least = steps.stream().mapToDouble(step -> Math.min(step.from, step.to)).min().orElse(0);
        double most = steps.stream().mapToDouble(step -> Math.max(step.from, step.to)).max().orElse(1);
        double scale = (width - WORDS) / Math.max(1e-9, most - least);
        for (int i = 0; i < steps.size(); i++) {
            row(steps.get(i), left, top + i * ROW, left + WORDS - least * scale, scale);
        }
    }

    private void row(Step step, double left, double top, double zero, double scale) {
        graphics.setFill(palette.text());
        Font font = Font.font(12.5);
        graphics.setFont(font);
        Text measured = new Text(step.words);
        measured.setFont(font);
        graphics.fillText(step.words, left + WORDS - 12 - measured.getLayoutBounds().getWidth(), top + 13);
        double from = zero + Math.min(step.from, step.to) * scale;
        graphics.setFill(step.colour);
        graphics.fillRoundRect(from, top + 3, Math.max(1.5, Math.abs(step.to - step.from) * scale), ROW - 7, 3, 3);
    }
}
