package io.marquee.ui.chart;

import io.marquee.chart.Plot;
import io.marquee.chart.PlotArea;
import io.marquee.chart.PlotColours;
import io.marquee.chart.PlotPainter;
import io.marquee.chart.PlotPick;
import io.marquee.chart.PlotView;
import io.marquee.chart.SvgSurface;
import java.util.function.LongConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.SnapshotParameters;
import javafx.scene.canvas.Canvas;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/**
 * A plot that can be zoomed (wheel, plus and minus), moved (drag, arrows), read at the pointer and clicked. What it costs to
 * draw depends on its width, not on the number of points.
 */
public final class PlotCanvas extends Region {

    private static final double STEP = 1.25;
    private static final double MOVE = 0.1;
    private static final int PICTURE_SCALE = 2;

    private final Canvas canvas = new Canvas();
    private final Canvas overlay = new Canvas();
    private final CanvasSurface surface = new CanvasSurface(canvas.getGraphicsContext2D());
    private final CanvasSurface overlaySurface = new CanvasSurface(overlay.getGraphicsContext2D());
    private final ObjectProperty<Plot> plot = new SimpleObjectProperty<>(Plot.empty());
    private final ObjectProperty<PlotColours> colours = new SimpleObjectProperty<>(PlotColours.LIGHT);
    private final BooleanProperty logarithmic = new SimpleBooleanProperty();
    private final LongProperty chosen = new SimpleLongProperty(-1);
    private final StringProperty emptyText = new SimpleStringProperty("");

    private LongConsumer onPick = owner -> {};
    private PlotView view = PlotView.whole(Plot.empty(), false);
    private boolean whole = true;
    private double pointerX = Double.NaN;
    private double pointerY;
    private double dragX;
    private double dragY;
    private boolean dragged;
    private boolean overlayDrawn;

    public PlotCanvas() {
        getStyleClass().add("plot-canvas");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setFocusTraversable(true);
        overlay.setMouseTransparent(true);
        getChildren().addAll(canvas, overlay);
        plot.addListener((property, before, now) -> plotChanged(before, now));
        logarithmic.addListener(change -> showAll());
        colours.addListener(change -> draw());
        chosen.addListener(change -> draw());
        emptyText.addListener(change -> draw());
        focusedProperty().addListener(change -> draw());
        addEventHandler(MouseEvent.MOUSE_MOVED, event -> point(event.getX(), event.getY()));
        addEventHandler(MouseEvent.MOUSE_EXITED, event -> point(Double.NaN, 0));
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::dragged);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::released);
        addEventHandler(ScrollEvent.SCROLL, this::scrolled);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
        setMinSize(240, 140);
        setPrefSize(600, 280);
    }

    public ObjectProperty<Plot> plotProperty() {
        return plot;
    }

    public ObjectProperty<PlotColours> coloursProperty() {
        return colours;
    }

    /** Whether the vertical axis is logarithmic. */
    public BooleanProperty logarithmicProperty() {
        return logarithmic;
    }

    /** Owner whose lines are in front; -1 for none. */
    public LongProperty chosenProperty() {
        return chosen;
    }

    /** Shown while there is no line: what to do. */
    public StringProperty emptyTextProperty() {
        return emptyText;
    }

    /** @param listener gets the owner of a line that is clicked, -1 where none is near */
    public void onPick(LongConsumer listener) {
        onPick = listener;
    }

    /** Part of the plot that is shown now. */
    public PlotView view() {
        return view;
    }

    private void plotChanged(Plot before, Plot now) {
        boolean otherAxes = !before.horizontal().equals(now.horizontal()) || !before.vertical().equals(now.vertical());
        if (whole || otherAxes || before.isEmpty()) {
            showAll();
        } else {
            draw();
        }
    }

    /** Shows the whole plot, and keeps showing it while it grows. */
    public void showAll() {
        whole = true;
        view = PlotView.whole(plot.get(), logarithmic.get());
        draw();
    }

    private void show(PlotView wanted) {
        whole = false;
        view = wanted;
        draw();
    }

    /** Nearer around the middle, or farther. */
    public void zoom(boolean nearer) {
        show(view.zoomed(nearer ? 1 / STEP : STEP, 1, 0.5, 0.5));
    }

    private PlotArea area() {
        return PlotArea.of(canvas.getWidth(), canvas.getHeight(), view);
    }

    private void scrolled(ScrollEvent event) {
        double amount = event.getDeltaY() != 0 ? event.getDeltaY() : event.getDeltaX();
        if (plot.get().isEmpty() || amount == 0) {
            return;
        }
        PlotArea area = area();
        double factor = Math.pow(STEP, -amount / 40);
        double x = Math.max(0, Math.min(1, (event.getX() - area.left()) / area.width()));
        double y = Math.max(0, Math.min(1, 1 - (event.getY() - area.top()) / area.height()));
        boolean up = event.isControlDown() || event.isShiftDown();
        show(view.zoomed(up ? 1 : factor, up ? factor : 1, x, y));
        event.consume();
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragX = event.getX();
        dragY = event.getY();
        dragged = false;
    }

    private void dragged(MouseEvent event) {
        if (plot.get().isEmpty() || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        dragged |= Math.hypot(event.getX() - dragX, event.getY() - dragY) > 3;
        if (dragged) {
            PlotArea area = area();
            show(view.moved((dragX - event.getX()) / area.width(), (event.getY() - dragY) / area.height()));
            dragX = event.getX();
            dragY = event.getY();
            point(event.getX(), event.getY());
        }
    }

    private void released(MouseEvent event) {
        if (dragged || event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        if (event.getClickCount() == 2) {
            showAll();
        } else {
            onPick.accept(PlotPick.owner(plot.get(), area(), event.getX(), event.getY()));
        }
    }

    private void key(KeyEvent event) {
        if (plot.get().isEmpty() || event.isShortcutDown()) {
            return;
        }
        switch (event.getCode()) {
            case PLUS, ADD, EQUALS -> zoom(true);
            case MINUS, SUBTRACT -> zoom(false);
            case LEFT -> show(view.moved(-MOVE, 0));
            case RIGHT -> show(view.moved(MOVE, 0));
            case UP -> show(view.moved(0, MOVE));
            case DOWN -> show(view.moved(0, -MOVE));
            case HOME, DIGIT0, NUMPAD0 -> showAll();
            default -> {
                return;
            }
        }
        event.consume();
    }

    private void point(double x, double y) {
        pointerX = x;
        pointerY = y;
        drawOverlay();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.floor(getWidth());
        double height = Math.floor(getHeight());
        if (canvas.getWidth() != width || canvas.getHeight() != height) {
            canvas.setWidth(width);
            canvas.setHeight(height);
            overlay.setWidth(width);
            overlay.setHeight(height);
            draw();
        }
    }

    private void draw() {
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width <= 0 || height <= 0) {
            return;
        }
        surface.clear(width, height);
        PlotPainter painter = new PlotPainter(surface, colours.get());
        if (plot.get().isEmpty()) {
            painter.paintEmpty(width, height, emptyText.get());
        } else {
            painter.paint(width, height, plot.get(), view, chosen.get());
        }
        drawOverlay();
    }

    private void drawOverlay() {
        boolean wanted = !Double.isNaN(pointerX) && !plot.get().isEmpty();
        if (!wanted && !overlayDrawn) {
            return;
        }
        overlayDrawn = wanted;
        overlaySurface.clear(overlay.getWidth(), overlay.getHeight());
        if (wanted) {
            long near = PlotPick.owner(plot.get(), area(), pointerX, pointerY);
            new PlotPainter(overlaySurface, colours.get()).paintReadOff(canvas.getWidth(), canvas.getHeight(), plot.get(),
                    view, pointerX, near == -1 ? chosen.get() : near);
        }
    }

    /** What is shown, as a picture of twice the size on screen. */
    public WritableImage picture() {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setTransform(Transform.scale(PICTURE_SCALE, PICTURE_SCALE));
        parameters.setFill(Color.web(colours.get().card()));
        return canvas.snapshot(parameters, null);
    }

    /** What is shown, as a drawing. */
    public String drawing(String title) {
        SvgSurface svg = new SvgSurface("plot", canvas.getWidth(), canvas.getHeight());
        new PlotPainter(svg, colours.get()).paint(canvas.getWidth(), canvas.getHeight(), plot.get(), view, chosen.get());
        return svg.document(title, colours.get().card());
    }
}
