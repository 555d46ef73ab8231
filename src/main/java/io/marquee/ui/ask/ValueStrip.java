package io.marquee.ui.ask;

import io.marquee.ui.chart.ChartPalette;
import java.util.function.IntFunction;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;

/**
 * Values side by side over a given width. Where there are more values than pixels, a pixel shows the highest and the lowest
 * of its values, so that none is lost.
 */
final class ValueStrip {

    private final float[] values;
    private final double left;
    private final double top;
    private final double width;
    private final double height;
    private final IntFunction<String> words;

    /** @param words what to say of the value at an index */
    ValueStrip(float[] values, double left, double top, double width, double height, IntFunction<String> words) {
        this.values = values;
        this.left = left;
        this.top = top;
        this.width = width;
        this.height = height;
        this.words = words;
    }

    boolean holds(double x, double y) {
        return x >= left && x < left + width && y >= top && y < top + height && values.length > 0;
    }

    /** What the value at a place says. */
    String words(double x) {
        return words.apply(index(x));
    }

    private int index(double x) {
        return Math.max(0, Math.min(values.length - 1, (int) ((x - left) / width * values.length)));
    }

    private int columns() {
        return (int) Math.max(1, Math.min(values.length, Math.floor(width)));
    }

    /** Bars up and down from a line in the middle. */
    void bars(GraphicsContext graphics, ChartPalette palette, float range) {
        double middle = top + height / 2;
        double column = width / columns();
        double bar = Math.max(0.8, Math.min(28, column * 0.8));
        for (int i = 0; i < columns(); i++) {
            double x = left + (i + 0.5) * column - bar / 2;
            float[] ends = ends(i);
            if (range > 0 && ends[1] > 0) {
                graphics.setFill(palette.primary());
                double up = ends[1] / range * height / 2;
                graphics.fillRect(x, middle - up, bar, up);
            }
            if (range > 0 && ends[0] < 0) {
                graphics.setFill(palette.secondary());
                graphics.fillRect(x, middle, bar, -ends[0] / range * height / 2);
            }
        }
        graphics.setStroke(palette.grid());
        graphics.setLineWidth(1);
        graphics.strokeLine(left, middle, left + width, middle);
    }

    /** Cells that are the stronger in colour the higher their value is. */
    void heat(GraphicsContext graphics, ChartPalette palette) {
        float most = 0;
        for (float value : values) {
            most = Math.max(most, value);
        }
        double column = width / columns();
        for (int i = 0; i < columns(); i++) {
            double share = most > 0 ? Math.max(0, ends(i)[1]) / most : 0;
            Color colour = palette.primary();
            graphics.setFill(Color.color(colour.getRed(), colour.getGreen(), colour.getBlue(), Math.sqrt(share)));
            graphics.fillRect(left + i * column, top, column, height);
        }
        graphics.setStroke(palette.grid());
        graphics.setLineWidth(1);
        graphics.strokeRect(left, top, width, height);
    }

    /** The lowest and the highest value of a column. */
    private float[] ends(int column) {
        int from = (int) ((long) column * values.length / columns());
        int to = (int) ((column + 1L) * values.length / columns());
        float[] ends = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY};
        for (int k = from; k < to; k++) {
            ends[0] = Math.min(ends[0], values[k]);
            ends[1] = Math.max(ends[1], values[k]);
        }
        return ends;
    }
}
