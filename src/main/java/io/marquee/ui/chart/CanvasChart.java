package io.marquee.ui.chart;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;

/**
 * A chart on a canvas: a tenth of the cost of JavaFX's own charts, since nothing becomes a node. It is drawn when the
 * data or the size changes; the read-off is on a second canvas, so moving the pointer redraws nothing else. The
 * read-off follows the mouse, or the arrow keys while the chart has the focus.
 */
public abstract class CanvasChart extends Region {

    private final Canvas plot = new Canvas();
    private final Canvas overlay = new Canvas();
    private final ObjectProperty<ChartPalette> palette =
            new SimpleObjectProperty<>(this, "palette", ChartPalette.LIGHT);

    private double pointerX = Double.NaN;
    private double pointerY;
    private boolean overlayDrawn;

    CanvasChart(String title) {
        getStyleClass().add("canvas-chart");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setAccessibleText(title);
        setFocusTraversable(true);
        overlay.setMouseTransparent(true);
        // An empty canvas is composed with what lies under it like a full one.
        overlay.setVisible(false);
        getChildren().addAll(plot, overlay);
        palette.addListener(change -> redraw());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN, 0));
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        focusedProperty().addListener((property, before, focused) -> {
            if (!focused) {
                point(Double.NaN, 0);
            }
        });
        setMinSize(220, 120);
        setPrefSize(420, 200);
    }

    /** Colours of the chart. */
    public final ObjectProperty<ChartPalette> paletteProperty() {
        return palette;
    }

    /** Whether there is nothing to read off. */
    abstract boolean isEmpty();

    /** Draws everything but the read-off. */
    abstract void paint(GraphicsContext g, double width, double height);

    /** Draws what the chart says at a place. */
    abstract void paintReadOff(GraphicsContext g, double width, double height, double x, double y);

    /**
     * Where an arrow key takes the read-off.
     *
     * @param x where it is; NaN before the first key
     * @param steps 1 for the next place to the right (or below), -1 for the one before
     * @return x and y of the new place
     */
    abstract double[] step(double width, double height, double x, double y, int steps);

    @Override
    protected final void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (plot.getWidth() != width || plot.getHeight() != height) {
            plot.setWidth(width);
            plot.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            redraw();
        }
    }

    private void key(KeyEvent event) {
        int steps = switch (event.getCode()) {
            case RIGHT, DOWN -> 1;
            case LEFT, UP -> -1;
            default -> 0;
        };
        if (steps != 0 && !isEmpty()) {
            double[] place = step(overlay.getWidth(), overlay.getHeight(), pointerX, pointerY, steps);
            point(place[0], place[1]);
            event.consume();
        }
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        drawOverlay();
    }

    /** Draws everything anew. */
    final void redraw() {
        if (plot.getWidth() > 0 && plot.getHeight() > 0) {
            plot.getGraphicsContext2D().clearRect(0, 0, plot.getWidth(), plot.getHeight());
            paint(plot.getGraphicsContext2D(), plot.getWidth(), plot.getHeight());
            drawOverlay();
        }
    }

    private void drawOverlay() {
        boolean wanted = !Double.isNaN(pointerX) && !isEmpty();
        if (!wanted && !overlayDrawn) {
            // Even clearing a clear canvas would have it composed anew.
            return;
        }
        overlayDrawn = wanted;
        overlay.setVisible(wanted);
        overlay.getGraphicsContext2D().clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        if (wanted) {
            paintReadOff(overlay.getGraphicsContext2D(), overlay.getWidth(), overlay.getHeight(), pointerX, pointerY);
        }
    }
}
