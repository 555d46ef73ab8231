package io.marquee.ui.ask;

import io.marquee.recommend.PairTrace;
import io.marquee.ui.chart.ChartPalette;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * A prediction from top to bottom: the embeddings as bars, each hidden layer as a strip that is darker where a unit is more
 * active, what each unit of the last layer adds, and the sum. The pointer reads values off.
 */
final class ForwardPassCanvas extends Region {

    private static final double LEFT = 4;
    private static final double GAP = 26;
    private static final double TITLE = 20;
    private static final double STRIP = 30;
    private static final double SUM = 96;
    private static final double LEAST_BARS = 50;

    private final ReadOnlyObjectProperty<PairTrace> trace;
    private final ObservableValue<ChartPalette> palette;
    private final Canvas canvas = new Canvas();
    private final List<ValueStrip> strips = new ArrayList<>();
    private double pointerX = -1;
    private double pointerY = -1;

    ForwardPassCanvas(ReadOnlyObjectProperty<PairTrace> trace, ObservableValue<ChartPalette> palette) {
        this.trace = trace;
        this.palette = palette;
        setId("forward-pass");
        setMinSize(0, 0);
        getChildren().add(canvas);
        trace.addListener(change -> draw());
        palette.addListener((property, before, now) -> draw());
        setOnMouseMoved(event -> point(event.getX(), event.getY()));
        setOnMouseExited(event -> point(-1, -1));
    }

    @Override
    protected void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            draw();
        }
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        draw();
    }

    private void draw() {
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        strips.clear();
        PairTrace shown = trace.get();
        if (shown == null || canvas.getWidth() < 100) {
            return;
        }
        int layers = shown.hidden().size();
        double fixed = (layers + 2) * (TITLE + GAP) + layers * STRIP + SUM + TITLE;
        double bars = Math.max(LEAST_BARS, (canvas.getHeight() - fixed) / 2);
        double y = embeddings(graphics, shown, bars);
        for (int i = 0; i < layers; i++) {
            y = layer(graphics, shown.hidden().get(i), i, y);
        }
        y = contributions(graphics, shown, y, bars);
        new PredictionSum(graphics, palette.getValue()).draw(shown, LEFT, y, canvas.getWidth() - 2 * LEFT);
        strips.stream().filter(strip -> strip.holds(pointerX, pointerY)).findFirst()
                .ifPresent(strip -> readOff(graphics, strip.words(pointerX)));
    }

    private double embeddings(GraphicsContext graphics, PairTrace shown, double height) {
        double half = (canvas.getWidth() - 2 * LEFT - GAP) / 2;
        float range = Math.max(largest(shown.user()), largest(shown.item()));
        title(graphics, String.format(Locale.ROOT, "User embedding · %d values", shown.user().length), LEFT, 0);
        title(graphics, String.format(Locale.ROOT, "Movie embedding · %d values", shown.item().length), LEFT + half + GAP, 0);
        add(graphics, new ValueStrip(shown.user(), LEFT, TITLE, half, height,
                k -> String.format(Locale.ROOT, "User value %d: %.4f", k + 1, shown.user()[k])), range);
        add(graphics, new ValueStrip(shown.item(), LEFT + half + GAP, TITLE, half, height,
                k -> String.format(Locale.ROOT, "Movie value %d: %.4f", k + 1, shown.item()[k])), range);
        return TITLE + height + GAP;
    }

    private void add(GraphicsContext graphics, ValueStrip strip, float range) {
        strips.add(strip);
        strip.bars(graphics, palette.getValue(), range);
    }

    private double layer(GraphicsContext graphics, float[] activations, int index, double y) {
        int active = 0;
        for (float activation : activations) {
            active += activation > 0 ? 1 : 0;
        }
        title(graphics, String.format(Locale.ROOT, "Hidden layer %d · %,d units, %,d active", index + 1,
                activations.length, active), LEFT, y);
        ValueStrip strip = new ValueStrip(activations, LEFT, y + TITLE, canvas.getWidth() - 2 * LEFT, STRIP,
                k -> String.format(Locale.ROOT, "Unit %,d: activation %.4f", k + 1, activations[k]));
        strips.add(strip);
        strip.heat(graphics, palette.getValue());
        return y + TITLE + STRIP + GAP;
    }

    private double contributions(GraphicsContext graphics, PairTrace shown, double y, double height) {
        float[] last = shown.hidden().get(shown.hidden().size() - 1);
        title(graphics, "What each unit of the last layer adds, in stars", LEFT, y);
        ValueStrip strip = new ValueStrip(shown.contributions(), LEFT, y + TITLE, canvas.getWidth() - 2 * LEFT, height,
                k -> String.format(Locale.ROOT, "Unit %,d: activation %.4f adds %+.4f stars", k + 1, last[k],
                        shown.contributions()[k]));
        add(graphics, strip, largest(shown.contributions()));
        return y + TITLE + height + GAP;
    }

    private void title(GraphicsContext graphics, String text, double x, double y) {
        graphics.setFill(palette.getValue().text());
        graphics.setFont(Font.font(12.5));
        graphics.fillText(text, x, y + 13);
    }

    private void readOff(GraphicsContext graphics, String words) {
        ChartPalette colours = palette.getValue();
        Text measured = new Text(words);
        measured.setFont(Font.font(12));
        double width = measured.getLayoutBounds().getWidth() + 14;
        double x = Math.max(0, Math.min(canvas.getWidth() - width, pointerX + 12));
        double y = Math.max(0, pointerY - 30);
        graphics.setFill(colours.card());
        graphics.fillRoundRect(x, y, width, 22, 6, 6);
        graphics.setStroke(colours.grid());
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(x, y, width, 22, 6, 6);
        graphics.setFill(colours.text());
        graphics.setFont(Font.font(12));
        graphics.fillText(words, x + 7, y + 15);
    }

    private static float largest(float[] values) {
        float largest = 0;
        for (float value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }
}
