package io.marquee.ui.chart;

import io.marquee.chart.AxisRange;
import io.marquee.chart.AxisTicks;
import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** Upright bars beside each other, over marks. */
public final class ColumnChartCanvas extends BarChart {

    private static final double TOP = 34;
    private static final double BOTTOM = 22;
    private static final double LEFT = 42;
    private static final double RIGHT = 8;
    private static final double MARK_GAP = 8;

    private final boolean whole;

    /** A chart of counts. */
    public ColumnChartCanvas(String title, String emptyText) {
        this(title, emptyText, true);
    }

    private ColumnChartCanvas(String title, String emptyText, boolean whole) {
        super(title, emptyText);
        this.whole = whole;
    }

    /** A chart of values between whole numbers. */
    public static ColumnChartCanvas ofFractions(String title, String emptyText) {
        return new ColumnChartCanvas(title, emptyText, false);
    }

    private static double inner(double width) {
        return Math.max(1, width - LEFT - RIGHT);
    }

    private double slot(double width) {
        return inner(width) / bars().size();
    }

    private double highest() {
        return bars().stream().mapToDouble(Bar::value).max().orElse(0);
    }

    private AxisRange range() {
        return new AxisRange(0, whole ? Math.max(1, highest()) : Math.max(1e-9, highest()));
    }

    @Override
    void paintBars(GraphicsContext g, double width, double height) {
        ChartPalette palette = paletteProperty().get();
        paintGrid(g, width, height, palette);
        for (int bar = 0; bar < bars().size(); bar++) {
            paintBar(g, width, height, bar, palette.primary());
        }
        paintMarks(g, width, height, palette);
    }

    private void paintGrid(GraphicsContext g, double width, double height, ChartPalette palette) {
        double tall = height - TOP - BOTTOM;
        AxisTicks ticks = AxisTicks.of(range(), (int) Math.max(2, Math.min(6, tall / 30)), whole);
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(palette.grid());
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < ticks.values().size(); i++) {
            double y = ChartPen.crisp(height - BOTTOM - range().position(ticks.values().get(i)) * tall);
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.fillText(ticks.labels().get(i), LEFT - 6, y);
        }
    }

    private void paintMarks(GraphicsContext g, double width, double height, ChartPalette palette) {
        List<Bar> bars = bars();
        g.setTextAlign(TextAlignment.CENTER);
        g.setFill(palette.muted());
        double free = 0;
        for (int i = 0; i < bars.size(); i++) {
            String mark = bars.get(i).mark();
            double half = pen.width(mark) / 2;
            double x = centre(width, height, i)[0];
            if (!mark.isEmpty() && x - half >= free && x + half <= width) {
                g.fillText(mark, x, height - BOTTOM + 13);
                free = x + half + MARK_GAP;
            }
        }
    }

    @Override
    void paintBar(GraphicsContext g, double width, double height, int bar, Color colour) {
        double slot = slot(width);
        double gap = slot >= 6 ? Math.min(3, Math.floor(slot / 4)) : 0;
        // Whole pixels, or neighbouring bars show seams of different shades.
        double left = Math.floor(LEFT + bar * slot);
        double right = Math.max(left + 1, Math.floor(LEFT + (bar + 1) * slot) - gap);
        double value = bars().get(bar).value();
        double tall = range().position(value) * (height - TOP - BOTTOM);
        double shown = value > 0 ? Math.max(1, Math.round(tall)) : 0;
        g.setFill(colour);
        g.fillRect(left, Math.floor(height - BOTTOM) - shown, right - left, shown);
    }

    @Override
    double[] centre(double width, double height, int bar) {
        return new double[] {LEFT + (bar + 0.5) * slot(width), height / 2};
    }

    @Override
    int barAt(double width, double height, double x, double y) {
        int bar = (int) Math.floor((x - LEFT) / slot(width));
        return bar < 0 || bar >= bars().size() ? -1 : bar;
    }

    @Override
    double cardTop(double height, double y) {
        return TOP - 12;
    }
}
