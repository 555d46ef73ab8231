package io.marquee.ui.chart;

import java.util.Collections;
import java.util.Optional;
import java.util.function.IntConsumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Cursor;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.paint.Color;
import javafx.scene.text.TextAlignment;

/**
 * Parallel coordinates: an axis for each variable side by side, and a line for each thing that has a value of all (Inselberg,
 * The plane with parallel coordinates, The Visual Computer 1, 1985). Lines are coloured from best to worst. The line at the
 * pointer is read off, and chosen by a click; with the keyboard, arrows go from line to line and Enter chooses.
 */
public final class ParallelChartCanvas extends CanvasChart {

    private static final double TOP = 58;
    private static final double BOTTOM = 18;
    private static final double SIDE = 74;
    private static final double REACH = 9;
    private static final double LABEL_HEIGHT = 13;
    private static final int SCALE_STEPS = 24;
    private static final double LEGEND_GAP = 16;
    private static final double DASHES = 20;

    private final ChartLabels labels;
    private final ChartPen pen = new ChartPen();
    private final ObjectProperty<ParallelData> data = new SimpleObjectProperty<>(this, "data", ParallelData.NONE);
    private final IntegerProperty marked = new SimpleIntegerProperty(this, "marked", -1);
    private int stepped = -1;

    /**
     * @param labels its position names what the colour tells
     * @param onChoose gets the id of a line that was clicked
     */
    public ParallelChartCanvas(ChartLabels labels, IntConsumer onChoose) {
        super(labels.title());
        this.labels = labels;
        setMinSize(320, 190);
        data.addListener(change -> {
            stepped = -1;
            redraw();
        });
        marked.addListener(change -> redraw());
        addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            requestFocus();
            at(event.getX(), event.getY()).ifPresent(line -> onChoose.accept(line.id()));
        });
        addEventHandler(MouseEvent.MOUSE_MOVED,
                event -> setCursor(at(event.getX(), event.getY()).isPresent() ? Cursor.HAND : Cursor.DEFAULT));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && stepped >= 0 && stepped < data.get().lines().size()) {
                onChoose.accept(data.get().lines().get(stepped).id());
                event.consume();
            }
        });
    }

    public ObjectProperty<ParallelData> dataProperty() {
        return data;
    }

    /** Id of a line that is drawn boldly; -1 for none. */
    public IntegerProperty markedProperty() {
        return marked;
    }

    @Override
    boolean isEmpty() {
        return data.get().lines().isEmpty();
    }

    private double x(double width, int axis) {
        return SIDE + axis * (width - 2 * SIDE) / Math.max(1, data.get().axes().size() - 1);
    }

    private static double y(double height, double place) {
        return height - BOTTOM - place * (height - TOP - BOTTOM);
    }

    private boolean dark() {
        return paletteProperty().get().text().getBrightness() > 0.5;
    }

    /** The best stand out from the background most. */
    private Color colour(double share) {
        if (Double.isNaN(share)) {
            return paletteProperty().get().muted();
        }
        int argb = Ramp.argb(dark() ? 1 - share : share, dark());
        return Color.rgb(argb >> 16 & 0xff, argb >> 8 & 0xff, argb & 0xff);
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        ChartPalette palette = paletteProperty().get();
        pen.title(g, palette, labels.title());
        if (data.get().axes().isEmpty()) {
            g.setFill(palette.muted());
            g.setTextAlign(TextAlignment.CENTER);
            g.fillText(labels.emptyText(), width / 2, height / 2, width - 20);
            return;
        }
        paintScale(g, width, palette);
        for (ParallelLine line : data.get().lines()) {
            if (line.id() != marked.get()) {
                trace(g, width, height, line, 1.4, 0.75);
            }
        }
        data.get().lines().stream().filter(line -> line.id() == marked.get())
                .forEach(line -> trace(g, width, height, line, 3.2, 1));
        paintAxes(g, width, height, palette);
    }

    /** What the colours mean, in the upper right corner. */
    private void paintScale(GraphicsContext g, double width, ChartPalette palette) {
        double right = width - 4 - pen.width("worst");
        double left = right - 6 - 2 * SCALE_STEPS;
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(labels.position() + ": best", left - 6, 12);
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText("worst", right, 12);
        for (int i = 0; i < SCALE_STEPS; i++) {
            g.setFill(colour((double) i / (SCALE_STEPS - 1)));
            g.fillRect(left + 2 * i, 8, 2, 8);
        }
        if (data.get().lines().stream().anyMatch(line -> Double.isNaN(line.share()))) {
            paintUncoloured(g, left - 6 - pen.width(labels.position() + ": best") - LEGEND_GAP, palette);
        }
    }

    /** What a dashed line is, left of the scale, where there is room. */
    private void paintUncoloured(GraphicsContext g, double right, ChartPalette palette) {
        double left = right - pen.width(data.get().uncoloured()) - 6 - DASHES;
        if (left < 4 + pen.boldWidth(labels.title()) + LEGEND_GAP) {
            return;
        }
        g.setStroke(colour(Double.NaN));
        g.setLineWidth(1.4);
        g.setLineDashes(4, 4);
        g.strokeLine(left, ChartPen.crisp(12), left + DASHES, ChartPen.crisp(12));
        g.setLineDashes();
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.RIGHT);
        g.fillText(data.get().uncoloured(), right, 12);
        g.setTextAlign(TextAlignment.LEFT);
    }

    private void trace(GraphicsContext g, double width, double height, ParallelLine line, double thickness, double opacity) {
        g.setLineWidth(thickness);
        g.setStroke(colour(line.share()).deriveColor(0, 1, 1, opacity));
        if (Double.isNaN(line.share())) {
            g.setLineDashes(4, 4);
        }
        g.beginPath();
        for (int axis = 0; axis < line.length(); axis++) {
            double x = x(width, axis);
            double y = y(height, line.places().get(axis));
            if (axis == 0) {
                g.moveTo(x, y);
            } else {
                g.lineTo(x, y);
            }
        }
        g.stroke();
        g.setLineDashes();
    }

    private void paintAxes(GraphicsContext g, double width, double height, ChartPalette palette) {
        int last = data.get().axes().size() - 1;
        double room = last == 0 ? width : (width - 2 * SIDE) / last - 10;
        for (int i = 0; i <= last; i++) {
            ParallelAxis axis = data.get().axes().get(i);
            double x = ChartPen.crisp(x(width, i));
            g.setStroke(palette.muted());
            g.setLineWidth(1);
            g.strokeLine(x, y(height, 1), x, y(height, 0));
            g.setFill(palette.text());
            g.setTextAlign(TextAlignment.CENTER);
            boolean atTheSide = i == 0 || i == last;
            g.fillText(pen.shortened(axis.title(), atTheSide ? Math.max(room, 2 * SIDE - 8) : room), x, 40);
            double free = Double.POSITIVE_INFINITY;
            for (ParallelAxis.Tick tick : axis.ticks()) {
                double y = y(height, tick.place());
                g.strokeLine(x - 3, ChartPen.crisp(y), x + 3, ChartPen.crisp(y));
                if (free - y >= LABEL_HEIGHT) {
                    label(g, palette, tick.label(), x, y, i == last, room);
                    free = y;
                }
            }
        }
    }

    /** On a ground of its own: lines cross it. Beside the last axis to the right, where there are no lines. */
    private void label(GraphicsContext g, ChartPalette palette, String text, double x, double y, boolean right, double room) {
        String shown = pen.shortened(text, right ? SIDE - 10 : Math.min(SIDE - 10, room / 2));
        double wide = pen.width(shown);
        double left = right ? x + 6 : x - 6 - wide;
        g.setFill(palette.card().deriveColor(0, 1, 1, 0.78));
        g.fillRoundRect(left - 2, y - 7, wide + 4, 14, 4, 4);
        g.setFill(palette.muted());
        g.setTextAlign(TextAlignment.LEFT);
        g.fillText(shown, left, y);
    }

    /** The line nearest to a place, if one is near. */
    private Optional<ParallelLine> at(double x, double y) {
        ParallelLine nearest = null;
        double distance = REACH;
        int last = data.get().axes().size() - 1;
        if (last < 1 || x < SIDE - REACH || x > getWidth() - SIDE + REACH) {
            return Optional.empty();
        }
        double along = Math.max(0, Math.min(last, (x - SIDE) / (getWidth() - 2 * SIDE) * last));
        int axis = Math.min(last - 1, (int) along);
        for (ParallelLine line : data.get().lines()) {
            if (line.length() >= axis + 2 || line.length() == axis + 1 && along == axis) {
                double from = line.places().get(axis);
                double to = line.length() > axis + 1 ? line.places().get(axis + 1) : from;
                double off = Math.abs(y(getHeight(), from + (along - axis) * (to - from)) - y);
                // Of lines that lie on each other it is the upper one, which is the better.
                if (off <= distance) {
                    nearest = line;
                    distance = off;
                }
            }
        }
        return Optional.ofNullable(nearest);
    }

    @Override
    void paintReadOff(GraphicsContext g, double width, double height, double x, double y) {
        Optional<ParallelLine> line = stepped >= 0 && x == placeOf(width, height, stepped)[0]
                && y == placeOf(width, height, stepped)[1] ? Optional.of(data.get().lines().get(stepped)) : at(x, y);
        line.ifPresent(found -> {
            trace(g, width, height, found, 3.2, 1);
            for (int axis = 0; axis < found.length(); axis++) {
                g.setFill(colour(found.share()));
                ChartPen.dot(g, x(width, axis), y(height, found.places().get(axis)));
            }
            pen.card(g, paletteProperty().get(), x, TOP, width - 4, found.title(), found.details(),
                    Collections.nCopies(found.details().size(), colour(found.share())));
        });
    }

    /** Where a line ends. */
    private double[] placeOf(double width, double height, int index) {
        ParallelLine line = data.get().lines().get(index);
        int end = line.length() - 1;
        return new double[] {x(width, end), y(height, line.places().get(end))};
    }

    /** From the best line, which is the last, to the next worse. */
    @Override
    double[] step(double width, double height, double x, double y, int steps) {
        int size = data.get().lines().size();
        stepped = stepped < 0 || Double.isNaN(x) ? size - 1 : Math.max(0, Math.min(size - 1, stepped - steps));
        return placeOf(width, height, stepped);
    }
}
