package io.marquee.ui.chart;

import io.marquee.chart.AxisTicks;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.TextAlignment;

/** Draws a {@link ChartData}: title, legend, grid, axes, lines, and the read-off at the pointer. */
final class ChartPainter {

    private static final double TOP = 30;
    private static final double BOTTOM = 24;
    private static final double LEFT = 48;
    private static final double RIGHT = 12;
    private static final double LABEL_GAP = 6;

    /** Pixels between the corners of a line: more corners than this are not seen, and stroking each costs training time. */
    private static final double STEP = 2;

    private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_EVEN);

    private final ChartLabels labels;
    private final ChartPen pen = new ChartPen();

    ChartPainter(ChartLabels labels) {
        this.labels = labels;
    }

    /** The rectangle that lines are drawn in. */
    private record Area(double left, double top, double width, double height, ChartData data) {
        static Area of(double width, double height, ChartData data) {
            return new Area(LEFT, TOP, Math.max(1, Math.floor(width - LEFT - RIGHT)), Math.max(1, Math.floor(height - TOP - BOTTOM)), data);
        }

        double x(double value) {
            return left + data.horizontal().position(value) * width;
        }

        double y(double value) {
            // Far outside is as good as just outside: rasterisers dislike coordinates of 1e30.
            double position = Math.max(-2, Math.min(3, data.vertical().position(value)));
            return top + (1 - position) * height;
        }

        double right() {
            return left + width;
        }

        double bottom() {
            return top + height;
        }
    }

    void paint(GraphicsContext g, double width, double height, ChartData data, ChartPalette palette) {
        Area area = Area.of(width, height, data);
        pen.title(g, palette, labels.title());
        if (data.isEmpty()) {
            paintEmpty(g, area, palette);
            return;
        }
        paintLegend(g, width, data, palette);
        paintAxes(g, area, palette);
        g.save();
        g.beginPath();
        g.rect(area.left(), area.top() - 1, area.width() + 1, area.height() + 2);
        g.clip();
        for (ChartSeries series : data.series()) {
            paintSeries(g, area, series, palette.of(series.style()));
        }
        g.restore();
    }

    /** The place nearest to {@code x} that lies over the lines. */
    double inside(double width, double x) {
        return Math.max(LEFT, Math.min(width - RIGHT - 1, x));
    }

    private void paintEmpty(GraphicsContext g, Area area, ChartPalette palette) {
        g.setStroke(palette.grid());
        g.setLineWidth(1);
        g.strokeLine(LEFT / 4, ChartPen.crisp(area.bottom()), area.right(), ChartPen.crisp(area.bottom()));
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.CENTER);
        g.fillText(labels.emptyText(), (LEFT / 4 + area.right()) / 2, area.top() + area.height() / 2, area.width());
    }

    private void paintLegend(GraphicsContext g, double width, ChartData data, ChartPalette palette) {
        double x = width - RIGHT;
        double titleEnd = 4 + pen.boldWidth(labels.title()) + 16;
        List<ChartSeries> fromRight = new ArrayList<>(data.series());
        Collections.reverse(fromRight);
        for (ChartSeries series : fromRight) {
            double text = pen.width(series.name());
            if (x - text - 18 < titleEnd) {
                return;
            }
            x -= text;
            g.setFill(palette.muted());
            g.fillText(series.name(), x, 12);
            x -= 18;
            style(g, series.style(), palette.of(series.style()));
            g.strokeLine(x, ChartPen.crisp(12), x + 14, ChartPen.crisp(12));
            g.setLineDashes();
            x -= 10;
        }
    }

    private void paintAxes(GraphicsContext g, Area area, ChartPalette palette) {
        AxisTicks vertical = AxisTicks.of(area.data().vertical(), (int) Math.max(2, Math.min(8, area.height() / 24)), false);
        g.setLineWidth(1);
        g.setLineDashes();
        g.setStroke(palette.grid());
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        for (int i = 0; i < vertical.values().size(); i++) {
            double y = ChartPen.crisp(area.y(vertical.values().get(i)));
            g.strokeLine(area.left(), y, area.right(), y);
            g.fillText(vertical.labels().get(i), area.left() - LABEL_GAP, y);
        }
        int wanted = (int) Math.max(2, Math.min(10, area.width() / 60));
        AxisTicks horizontal = area.data().decades() ? AxisTicks.logarithmic(area.data().horizontal(), wanted)
                : AxisTicks.of(area.data().horizontal(), wanted, true);
        g.setTextAlign(TextAlignment.CENTER);
        double axisName = pen.width(labels.position());
        for (int i = 0; i < horizontal.values().size(); i++) {
            double x = ChartPen.crisp(area.x(horizontal.values().get(i)));
            g.strokeLine(x, area.bottom(), x, area.bottom() + 4);
            double half = pen.width(horizontal.labels().get(i)) / 2;
            if (x + half < area.right() - axisName - LABEL_GAP) {
                g.fillText(horizontal.labels().get(i), x, area.bottom() + 13);
            }
        }
        g.strokeLine(area.left(), ChartPen.crisp(area.bottom()), area.right(), ChartPen.crisp(area.bottom()));
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(labels.position(), area.right(), area.bottom() + 13);
        g.setTextAlign(TextAlignment.LEFT);
    }

    private static void paintRaw(GraphicsContext g, Area area, ChartSeries series, Color colour) {
        PixelColumns columns = new PixelColumns(area.left(), (int) Math.ceil(area.width()) + 1);
        for (int i = 1; i < series.x().length; i++) {
            if (Double.isFinite(series.y()[i - 1]) && Double.isFinite(series.y()[i])) {
                columns.line(area.x(series.x()[i - 1]), area.y(series.y()[i - 1]), area.x(series.x()[i]),
                        area.y(series.y()[i]));
            }
        }
        g.setFill(colour);
        for (int column = 0; column < columns.count(); column++) {
            if (!columns.isEmpty(column)) {
                // Whole pixels: rectangles between pixels would be anti-aliased, at the cost that this is to save.
                double top = Math.floor(Math.max(area.top() - 1, columns.top(column)));
                double bottom = Math.ceil(Math.min(area.bottom() + 1, columns.bottom(column)));
                g.fillRect(columns.left(column), top, 1, Math.max(1, bottom - top));
            }
        }
    }

    private void paintSeries(GraphicsContext g, Area area, ChartSeries series, Color colour) {
        if (series.style() == ChartSeries.Style.RAW) {
            paintRaw(g, area, series, colour);
            return;
        }
        style(g, series.style(), colour);
        g.beginPath();
        boolean drawing = false;
        double drawnTo = 0;
        for (int i = 0; i < series.x().length; i++) {
            if (!Double.isFinite(series.y()[i])) {
                drawing = false;
                continue;
            }
            double x = area.x(series.x()[i]);
            if (drawing && x - drawnTo < STEP && i < series.x().length - 1) {
                continue;
            }
            double y = area.y(series.y()[i]);
            if (drawing) {
                g.lineTo(x, y);
            } else {
                g.moveTo(x, y);
            }
            drawing = true;
            drawnTo = x;
        }
        g.stroke();
        g.setLineDashes();
        boolean dots = series.style() == ChartSeries.Style.TRAIN || series.style() == ChartSeries.Style.TEST;
        if (dots && area.width() / Math.max(1, area.data().horizontal().maximum()) > 8) {
            g.setFill(colour);
            for (int i = 0; i < series.x().length; i++) {
                if (Double.isFinite(series.y()[i])) {
                    ChartPen.dot(g, area.x(series.x()[i]), area.y(series.y()[i]));
                }
            }
        }
    }

    /** What the lines say where the pointer is, in a small card beside a vertical line. */
    void paintReadOff(
            GraphicsContext g, double width, double height, ChartData data, ChartPalette palette, double pointer) {
        Area area = Area.of(width, height, data);
        if (pointer < area.left() || pointer > area.right()) {
            return;
        }
        double position = data.horizontal().value((pointer - area.left()) / area.width());
        double snapped = Double.NaN;
        List<String> lines = new ArrayList<>();
        List<Color> colours = new ArrayList<>();
        for (ChartSeries series : data.series()) {
            int nearest = series.nearest(position);
            if (!series.style().isReadOff() || nearest < 0 || !Double.isFinite(series.y()[nearest])) {
                continue;
            }
            lines.add(String.format(Locale.ROOT, "%s  %.4f", series.name(), series.y()[nearest]));
            colours.add(palette.of(series.style()));
            if (!ChartSeries.isLevel(series)) {
                snapped = series.x()[nearest];
                g.setFill(palette.of(series.style()));
                ChartPen.dot(g, area.x(snapped), area.y(series.y()[nearest]));
            }
        }
        if (Double.isNaN(snapped)) {
            return;
        }
        double x = area.x(snapped);
        g.setStroke(palette.muted());
        g.setLineWidth(1);
        g.setLineDashes(2, 3);
        g.strokeLine(ChartPen.crisp(x), area.top(), ChartPen.crisp(x), area.bottom());
        g.setLineDashes();
        pen.card(g, palette, x, area.top(), area.right(),
                labels.position() + " " + place(data, snapped), lines, colours);
    }

    /** A place on the horizontal axis as people write it. */
    private static String place(ChartData data, double position) {
        if (data.decades()) {
            BigDecimal value = BigDecimal.valueOf(Math.pow(10, position)).round(THREE_DIGITS).stripTrailingZeros();
            return value.toPlainString();
        }
        return String.format(Locale.ROOT, position == Math.rint(position) ? "%,.0f" : "%,.2f", position);
    }

    private static void style(GraphicsContext g, ChartSeries.Style style, Color colour) {
        g.setStroke(colour);
        g.setLineJoin(StrokeLineJoin.ROUND);
        boolean dashed = style.isLevel() || style == ChartSeries.Style.PLACE;
        g.setLineWidth(style == ChartSeries.Style.RAW || dashed ? 1.2 : 2);
        if (dashed) {
            g.setLineDashes(5, 4);
        } else {
            g.setLineDashes();
        }
    }
}
