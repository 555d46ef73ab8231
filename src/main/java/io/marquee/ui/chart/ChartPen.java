package io.marquee.ui.chart;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;

/** What all charts write and draw alike: fonts, crisp lines, dots, and the card of the read-off. */
final class ChartPen {

    private static final int KEPT_WIDTHS = 300;

    private final Font small = Font.font(Font.getDefault().getFamily(), 11);
    private final Font bold = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 12);
    private final Map<Measured, Double> widths = new HashMap<>();

    private record Measured(String text, Font font) {}

    /** The font of everything but titles. */
    Font small() {
        return small;
    }

    /** The font of titles. */
    Font bold() {
        return bold;
    }

    /** How wide a text in the small font is, in pixels. */
    double width(String text) {
        return width(text, small);
    }

    /** How wide a text in the bold font is, in pixels. */
    double boldWidth(String text) {
        return width(text, bold);
    }

    /** Measuring lays text out, which is too much to do for each label in each redraw; most labels stay. */
    private double width(String text, Font font) {
        if (widths.size() > KEPT_WIDTHS) {
            widths.clear();
        }
        return widths.computeIfAbsent(new Measured(text, font), key -> {
            Text measured = new Text(key.text());
            measured.setFont(key.font());
            return measured.getLayoutBounds().getWidth();
        });
    }

    /** The text, or its beginning and an ellipsis where it is wider than there is room for. */
    String shortened(String text, double room) {
        String shown = text;
        while (shown.length() > 1 && width(shown.equals(text) ? text : shown + "…") > room) {
            shown = shown.substring(0, shown.length() - 1);
        }
        return shown.equals(text) ? text : shown + "…";
    }

    /** The middle of a pixel: a line of width 1 there is not smeared over two. */
    static double crisp(double coordinate) {
        return Math.floor(coordinate) + 0.5;
    }

    static void dot(GraphicsContext g, double x, double y) {
        g.fillOval(x - 2.5, y - 2.5, 5, 5);
    }

    /** The title in the upper left corner, where every chart has it; leaves the small font set. */
    void title(GraphicsContext g, ChartPalette palette, String title) {
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(bold);
        g.setFill(palette.text());
        g.fillText(title, 4, 12);
        g.setFont(small);
    }

    /**
     * A small card beside the pointer.
     *
     * @param x what the card is about lies here; the card stands right of it, or left where there is no room
     * @param top upper end of what is drawn in
     * @param right right end of what is drawn in
     * @param heading first line
     * @param lines further lines
     * @param colours of the dot before each line
     */
    void card(GraphicsContext g, ChartPalette palette, double x, double top, double right, String heading,
            List<String> lines, List<Color> colours) {
        double widest = boldWidth(heading);
        for (String line : lines) {
            widest = Math.max(widest, width(line) + 12);
        }
        double cardWidth = Math.ceil(widest) + 20;
        double cardHeight = 24 + 16 * lines.size();
        double left = x + 10 + cardWidth > right ? Math.max(2, x - 10 - cardWidth) : x + 10;
        double upper = top + 2;
        g.setFill(palette.card());
        g.fillRoundRect(crisp(left), crisp(upper), cardWidth, cardHeight, 8, 8);
        g.setStroke(palette.grid());
        g.setLineWidth(1);
        g.strokeRoundRect(crisp(left), crisp(upper), cardWidth, cardHeight, 8, 8);
        g.setTextBaseline(VPos.CENTER);
        g.setTextAlign(TextAlignment.LEFT);
        g.setFont(bold);
        g.setFill(palette.text());
        g.fillText(heading, left + 10, upper + 13);
        g.setFont(small);
        for (int i = 0; i < lines.size(); i++) {
            double y = upper + 29 + 16 * i;
            g.setFill(colours.get(i));
            dot(g, left + 13, y);
            g.setFill(palette.text());
            g.fillText(lines.get(i), left + 22, y);
        }
    }
}
