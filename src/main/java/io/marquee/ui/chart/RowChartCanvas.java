package io.marquee.ui.chart;

import java.util.List;
import java.util.function.DoubleFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Lying bars below each other, each with its mark before it and its value behind. */
public final class RowChartCanvas extends BarChart {

    private static final double TOP = 30;
    private static final double LEFT = 4;
    private static final double RIGHT = 8;
    private static final double GAP = 8;
    private static final double HIGHEST_ROW = 22;
    private static final double LOWEST_ROW = 14;
    private static final double WIDEST_MARK = 120;

    private final DoubleFunction<String> valueText;

    /**
     * @param emptyText shown while there are no bars: why, or what to do
     * @param valueText how a value is written behind its bar
     */
    public RowChartCanvas(String title, String emptyText, DoubleFunction<String> valueText) {
        super(title, emptyText);
        this.valueText = valueText;
    }

    /** Rows that have room; the last bars are left out where there are more. */
    private int shown(double height) {
        return (int) Math.max(1, Math.min(bars().size(), (height - TOP) / LOWEST_ROW));
    }

    private double row(double height) {
        return Math.min(HIGHEST_ROW, Math.floor((height - TOP) / shown(height)));
    }

    private double marksWidth() {
        return Math.min(WIDEST_MARK,
                bars().stream().mapToDouble(bar -> pen.width(bar.mark())).max().orElse(0));
    }

    private double valuesWidth() {
        return bars().stream().mapToDouble(bar -> pen.width(valueText.apply(bar.value()))).max().orElse(0);
    }

    @Override
    void paintBars(GraphicsContext g, double width, double height) {
        ChartPalette palette = paletteProperty().get();
        List<Bar> bars = bars();
        double marks = marksWidth();
        for (int i = 0; i < shown(height); i++) {
            double y = centre(width, height, i)[1];
            g.setFill(palette.text());
            g.setTextAlign(TextAlignment.RIGHT);
            g.fillText(pen.shortened(bars.get(i).mark(), marks), LEFT + marks, y);
            paintBar(g, width, height, i, palette.primary());
            g.setFill(palette.muted());
            g.setTextAlign(TextAlignment.LEFT);
            g.fillText(valueText.apply(bars.get(i).value()), barLeft() + barLength(width, i) + GAP / 2, y);
        }
    }

    private double barLeft() {
        return LEFT + marksWidth() + GAP;
    }

    private double barLength(double width, int bar) {
        double longest = bars().stream().mapToDouble(Bar::value).max().orElse(1);
        double room = Math.max(1, width - RIGHT - GAP - valuesWidth() - barLeft());
        double value = bars().get(bar).value();
        return value > 0 ? Math.max(1, Math.floor(room * value / longest)) : 0;
    }

    @Override
    void paintBar(GraphicsContext g, double width, double height, int bar, Color colour) {
        double row = row(height);
        double gap = Math.max(2, Math.floor(row / 4));
        g.setFill(colour);
        g.fillRect(Math.floor(barLeft()), Math.floor(TOP + bar * row + gap / 2), barLength(width, bar), row - gap);
    }

    @Override
    double[] centre(double width, double height, int bar) {
        int row = Math.min(bar, shown(height) - 1);
        return new double[] {barLeft() + 10, TOP + (row + 0.5) * row(height)};
    }

    @Override
    int barAt(double width, double height, double x, double y) {
        int bar = (int) Math.floor((y - TOP) / row(height));
        return bar < 0 || bar >= shown(height) ? -1 : bar;
    }

    /** Below the bar, or above it near the lower end, so that the bar stays in sight. */
    @Override
    double cardTop(double height, double y) {
        double below = y + row(height) / 2;
        return below + 46 > height ? y - row(height) / 2 - 46 : below;
    }
}
