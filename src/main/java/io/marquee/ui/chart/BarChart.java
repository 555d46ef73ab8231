package io.marquee.ui.chart;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/** A chart of bars with a read-off for each: what upright and lying bars have in common. */
public abstract class BarChart extends CanvasChart {

    /** Screen readers get the bars in words; more would not be listened to. */
    private static final int SPOKEN_BARS = 24;

    final ChartPen pen = new ChartPen();
    private final String title;
    private final String emptyText;
    private final ObjectProperty<BarData> data = new SimpleObjectProperty<>(this, "data", BarData.NONE);

    /** @param emptyText shown while there are no bars: why, or what to do */
    BarChart(String title, String emptyText) {
        super(title);
        this.title = title;
        this.emptyText = emptyText;
        data.addListener(change -> {
            setAccessibleText(spoken());
            redraw();
        });
    }

    /** What is shown. */
    public final ObjectProperty<BarData> dataProperty() {
        return data;
    }

    /** The bars, in the order they are drawn. */
    final List<Bar> bars() {
        return data.get().bars();
    }

    private String spoken() {
        return title + ", " + data.get().caption() + ". " + bars().stream().limit(SPOKEN_BARS)
                .map(bar -> bar.label() + ": " + bar.detail()).collect(Collectors.joining("; "));
    }

    @Override
    final boolean isEmpty() {
        return bars().isEmpty();
    }

    /** Where a bar can be pointed at. */
    abstract double[] centre(double width, double height, int bar);

    /** The bar at a place; -1 where there is none. */
    abstract int barAt(double width, double height, double x, double y);

    /** Draws a bar anew, to show that it is the one read off. */
    abstract void paintBar(GraphicsContext g, double width, double height, int bar, Color colour);

    @Override
    final void paintReadOff(GraphicsContext g, double width, double height, double x, double y) {
        int found = barAt(width, height, x, y);
        if (found < 0) {
            return;
        }
        ChartPalette palette = paletteProperty().get();
        paintBar(g, width, height, found, palette.secondary());
        double[] centre = centre(width, height, found);
        Bar bar = bars().get(found);
        pen.card(g, palette, centre[0], cardTop(height, centre[1]), width - 2, bar.label(), List.of(bar.detail()),
                List.of(palette.secondary()));
    }

    /** The upper end of the read-off's card. */
    abstract double cardTop(double height, double y);

    @Override
    final double[] step(double width, double height, double x, double y, int steps) {
        int now = Double.isNaN(x) ? -1 : barAt(width, height, x, y);
        int last = bars().size() - 1;
        int next = now < 0 ? (steps > 0 ? 0 : last) : Math.max(0, Math.min(last, now + steps));
        return centre(width, height, next);
    }

    @Override
    final void paint(GraphicsContext g, double width, double height) {
        ChartPalette palette = paletteProperty().get();
        pen.title(g, palette, title);
        g.setFill(palette.muted());
        if (isEmpty()) {
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(emptyText, width / 2, height / 2, width - 20);
            return;
        }
        g.setTextAlign(TextAlignment.RIGHT);
        double free = width - pen.boldWidth(title) - 28;
        g.fillText(pen.shortened(data.get().caption(), free), width - 8, 12);
        paintBars(g, width, height);
    }

    /** Draws all bars with what belongs to them. */
    abstract void paintBars(GraphicsContext g, double width, double height);
}
