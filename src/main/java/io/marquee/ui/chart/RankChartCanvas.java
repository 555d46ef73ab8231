package io.marquee.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** What each rank has, on two logarithmic axes: where a long tail is a long line. Shows at most two curves. */
public final class RankChartCanvas extends CanvasChart {

    private static final double TOP = 34;
    private static final double BOTTOM = 22;
    private static final double LEFT = 42;
    private static final double RIGHT = 14;
    private static final double KEY_STEP = 8;

    private final ChartLabels labels;
    private final String unit;
    private final ChartPen pen = new ChartPen();
    private final ObjectProperty<List<RankSeries>> series = new SimpleObjectProperty<>(this, "series", List.of());

    /**
     * @param labels its position names the ranks
     * @param unit what is counted, in the plural
     */
    public RankChartCanvas(ChartLabels labels, String unit) {
        super(labels.title());
        this.labels = labels;
        this.unit = unit;
        series.addListener(change -> redraw());
    }

    public ObjectProperty<List<RankSeries>> seriesProperty() {
        return series;
    }

    @Override
    boolean isEmpty() {
        return series.get().isEmpty();
    }

    private LogAxis ranks() {
        return LogAxis.upTo(series.get().stream().mapToDouble(line -> line.ranks()[line.ranks().length - 1]).max()
                .orElse(1));
    }

    private LogAxis counts() {
        return LogAxis.upTo(series.get().stream().mapToDouble(line -> line.counts()[0]).max().orElse(1));
    }

    private static double x(double width, LogAxis axis, double rank) {
        return LEFT + axis.position(rank) * (width - LEFT - RIGHT);
    }

    private static double y(double height, LogAxis axis, double count) {
        return height - BOTTOM - axis.position(count) * (height - TOP - BOTTOM);
    }

    private static Color colour(int line, ChartPalette palette) {
        return line == 0 ? palette.primary() : palette.secondary();
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        ChartPalette palette = paletteProperty().get();
        pen.title(g, palette, labels.title());
        if (isEmpty()) {
            g.setFill(palette.muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(labels.emptyText(), width / 2, height / 2, width - 20);
            return;
        }
        paintLegend(g, width, palette);
        paintAxes(g, width, height, palette);
        LogAxis ranks = ranks();
        LogAxis counts = counts();
        g.setLineWidth(2);
        for (int line = series.get().size() - 1; line >= 0; line--) {
            RankSeries curve = series.get().get(line);
            g.setStroke(colour(line, palette));
            g.beginPath();
            for (int i = 0; i < curve.ranks().length; i++) {
                double x = x(width, ranks, curve.ranks()[i]);
                double y = y(height, counts, curve.counts()[i]);
                if (i == 0) {
                    g.moveTo(x, y);
                } else {
                    g.lineTo(x, y);
                }
            }
            g.stroke();
        }
    }

    private void paintLegend(GraphicsContext g, double width, ChartPalette palette) {
        double x = width - RIGHT;
        g.setTextAlign(TextAlignment.LEFT);
        g.setLineWidth(2);
        for (int line = series.get().size() - 1; line >= 0; line--) {
            String name = series.get().get(line).name();
            x -= pen.width(name);
            g.setFill(palette.muted());
            g.fillText(name, x, 12);
            x -= 20;
            g.setStroke(colour(line, palette));
            g.strokeLine(x, ChartPen.crisp(12), x + 14, ChartPen.crisp(12));
            x -= 12;
        }
    }

    private void paintAxes(GraphicsContext g, double width, double height, ChartPalette palette) {
        LogAxis ranks = ranks();
        LogAxis counts = counts();
        g.setLineWidth(1);
        g.setStroke(palette.grid());
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (int power = 0; power <= counts.decades(); power++) {
            double y = ChartPen.crisp(y(height, counts, Math.pow(10, power)));
            g.strokeLine(LEFT, y, width - RIGHT, y);
            g.fillText(counts.labels().get(power), LEFT - 6, y);
        }
        double axisName = pen.width(labels.position());
        for (int power = 0; power <= ranks.decades(); power++) {
            double x = ChartPen.crisp(x(width, ranks, Math.pow(10, power)));
            g.strokeLine(x, TOP, x, height - BOTTOM);
            String label = ranks.labels().get(power);
            g.setTextAlign(TextAlignment.CENTER);
            if (x + pen.width(label) / 2 < width - RIGHT - axisName - 6) {
                g.fillText(label, x, height - BOTTOM + 13);
            }
        }
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(labels.position(), width - RIGHT, height - BOTTOM + 13);
    }

    @Override
    void paintReadOff(GraphicsContext g, double width, double height, double x, double y) {
        if (x < LEFT || x > width - RIGHT) {
            return;
        }
        ChartPalette palette = paletteProperty().get();
        LogAxis ranks = ranks();
        LogAxis counts = counts();
        double rank = ranks.value((x - LEFT) / (width - LEFT - RIGHT));
        List<String> lines = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        double snapped = 0;
        for (int line = 0; line < series.get().size(); line++) {
            RankSeries curve = series.get().get(line);
            int nearest = curve.nearest(rank);
            if (nearest >= 0) {
                snapped = curve.ranks()[nearest];
                g.setFill(colour(line, palette));
                ChartPen.dot(g, x(width, ranks, snapped), y(height, counts, curve.counts()[nearest]));
                lines.add(String.format(Locale.ROOT, "%s: no. %,.0f has %,.0f %s", curve.name(), snapped,
                        curve.counts()[nearest], unit));
                colours.add(colour(line, palette));
            }
        }
        if (!lines.isEmpty()) {
            double at = ChartPen.crisp(x(width, ranks, snapped));
            g.setStroke(palette.muted());
            g.setLineWidth(1);
            g.setLineDashes(2, 3);
            g.strokeLine(at, TOP, at, height - BOTTOM);
            g.setLineDashes();
            pen.card(g, palette, at, TOP, width - RIGHT, "By rank", lines, colours);
        }
    }

    @Override
    double[] step(double width, double height, double x, double y, int steps) {
        double wanted = Double.isNaN(x) ? width / 2 : x + steps * KEY_STEP;
        return new double[] {Math.max(LEFT, Math.min(width - RIGHT, wanted)), y};
    }
}
