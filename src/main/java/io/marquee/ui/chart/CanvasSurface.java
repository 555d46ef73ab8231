package io.marquee.ui.chart;

import io.marquee.chart.PlotSurface;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** Paints a plot on a canvas. */
final class CanvasSurface implements PlotSurface {

    private static final int KEPT = 300;

    private final GraphicsContext g;
    private final Font plain = Font.font(Font.getDefault().getFamily(), 11);
    private final Font bold = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11);
    private final Map<Ink, Color> colours = new HashMap<>();
    private final Map<String, Double> widths = new HashMap<>();

    CanvasSurface(GraphicsContext g) {
        this.g = g;
        g.setTextBaseline(VPos.CENTER);
        g.setLineJoin(StrokeLineJoin.ROUND);
    }

    void clear(double width, double height) {
        g.clearRect(0, 0, width, height);
    }

    private Color colour(Ink ink) {
        return colours.computeIfAbsent(ink, key -> Color.web(key.web(), key.opacity()));
    }

    @Override
    public void line(double x1, double y1, double x2, double y2, Ink ink, double width) {
        g.setStroke(colour(ink));
        g.setLineWidth(width);
        g.strokeLine(x1, y1, x2, y2);
    }

    @Override
    public void path(double[] x, double[] y, int count, Ink ink, double width, boolean dashed) {
        if (count < 2) {
            return;
        }
        g.setStroke(colour(ink));
        g.setLineWidth(width);
        if (dashed) {
            g.setLineDashes(5, 4);
        }
        g.strokePolyline(x, y, count);
        g.setLineDashes();
    }

    @Override
    public void bars(double left, double[] tops, double[] bottoms, Ink ink) {
        g.setFill(colour(ink));
        for (int i = 0; i < tops.length; i++) {
            if (Double.isFinite(tops[i]) && Double.isFinite(bottoms[i])) {
                // Whole pixels: rectangles between pixels would be anti-aliased, at a cost.
                double top = Math.floor(tops[i]);
                g.fillRect(left + i, top, 1, Math.max(1, Math.ceil(bottoms[i]) - top));
            }
        }
    }

    @Override
    public void dot(double x, double y, double radius, Ink ink) {
        g.setFill(colour(ink));
        g.fillOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    @Override
    public void box(double x, double y, double width, double height, Ink fill, Ink border) {
        g.setFill(colour(fill));
        g.fillRoundRect(x, y, width, height, 8, 8);
        g.setStroke(colour(border));
        g.setLineWidth(1);
        g.strokeRoundRect(x, y, width, height, 8, 8);
    }

    @Override
    public void text(double x, double y, String text, Anchor anchor, Ink ink, boolean strong) {
        g.setFont(strong ? bold : plain);
        g.setFill(colour(ink));
        g.setTextAlign(switch (anchor) {
            case START -> TextAlignment.LEFT;
            case MIDDLE -> TextAlignment.CENTER;
            case END -> TextAlignment.RIGHT;
        });
        g.fillText(text, x, y);
    }

    /** Measuring lays text out, which is too much to do for each label in each redraw; most labels stay. */
    @Override
    public double textWidth(String text, boolean strong) {
        if (widths.size() > KEPT) {
            widths.clear();
        }
        return widths.computeIfAbsent((strong ? "b" : "p") + text, key -> {
            Text measured = new Text(text);
            measured.setFont(strong ? bold : plain);
            return measured.getLayoutBounds().getWidth();
        });
    }

    @Override
    public void clip(double x, double y, double width, double height) {
        g.save();
        g.beginPath();
        g.rect(x, y, width, height);
        g.clip();
    }

    @Override
    public void unclip() {
        g.restore();
    }
}
