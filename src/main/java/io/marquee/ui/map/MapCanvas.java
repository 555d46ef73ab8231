package io.marquee.ui.map;

import io.marquee.map.PlaneMap;
import java.nio.IntBuffer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.ImageView;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/**
 * The map itself. Points are drawn as pixels into one image; the pointer's title, the line of a lasso and the chosen movie
 * are drawn on a canvas above it, so that moving the pointer does not draw the points again.
 */
final class MapCanvas extends Region {

    private static final double LEAST_RADIUS = 1.6;
    private static final double REACH = 7;

    /** Pixels of a view whose points are drawn as they are; in larger ones they grow a little. */
    private static final double USUAL_SIZE = 560;
    private static final double WHEEL_STEP = 1.0015;
    private static final double KEY_ZOOM = 1.25;
    private static final double KEY_PAN = 60;
    private static final double LASSO_STEP = 4;
    private static final int FADED = 0x2c;
    private static final int PLAIN = 0xd8;

    private final MapViewModel model;
    private final PointRaster raster = new PointRaster();
    private final ImageView image = new ImageView();
    private final Canvas overlay = new Canvas();
    private final BooleanProperty lassoMode = new SimpleBooleanProperty(this, "lassoMode");

    private Viewport viewport = Viewport.whole(1, 1, 1, 1);
    private PixelBuffer<IntBuffer> pixels;
    private int hovered = -1;
    private Lasso lasso;
    private double pressedX;
    private double pressedY;
    private boolean dragged;

    MapCanvas(MapViewModel model) {
        this.model = model;
        setId("map-canvas");
        getStyleClass().add("map-canvas");
        setFocusTraversable(true);
        setAccessibleText("Map of the movies. Arrow keys move it, plus and minus zoom, zero shows the whole map.");
        setMinSize(0, 0);
        getChildren().addAll(image, overlay);
        model.sceneProperty().addListener((property, before, now) -> {
            if (before == null || before.plane() != now.plane()) {
                viewport = whole();
                hovered = -1;
            }
            draw();
        });
        model.coloursProperty().addListener(change -> draw());
        model.emphasisProperty().addListener(change -> draw());
        model.chosenProperty().addListener((property, before, now) -> showChosen(now));
        lassoMode.addListener((property, before, now) -> setCursor(now ? Cursor.CROSSHAIR : Cursor.DEFAULT));
        setOnScroll(this::scrolled);
        setOnMouseMoved(event -> hover(event.getX(), event.getY()));
        setOnMouseExited(event -> hover(-1000, -1000));
        setOnMousePressed(this::pressed);
        setOnMouseDragged(this::dragged);
        setOnMouseReleased(this::released);
        setOnKeyPressed(this::key);
    }

    /** Whether dragging draws a line around movies instead of moving the map; Shift does so at any time. */
    BooleanProperty lassoModeProperty() {
        return lassoMode;
    }

    /** Shows the whole map. */
    void showAll() {
        look(whole());
    }

    private Viewport whole() {
        MapScene scene = model.sceneProperty().get();
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        return scene == null ? Viewport.whole(1, 1, width, height)
                : Viewport.whole(scene.plane().width(), scene.plane().height(), width, height);
    }

    private void look(Viewport next) {
        viewport = next;
        draw();
    }

    @Override
    protected void layoutChildren() {
        double width = Math.max(1, getWidth());
        double height = Math.max(1, getHeight());
        if (width != viewport.width() || height != viewport.height()) {
            viewport = viewport.width() <= 1 ? whole() : viewport.in(whole());
            overlay.setWidth(width);
            overlay.setHeight(height);
            draw();
        }
    }

    /** Pixels of the screen a unit of layout has. */
    private double density() {
        return getScene() == null || getScene().getWindow() == null ? 1
                : Math.max(1, getScene().getWindow().getOutputScaleX());
    }

    private void draw() {
        MapScene scene = model.sceneProperty().get();
        MapColours colours = model.coloursProperty().get();
        if (scene == null || colours == null || colours.argb().length != scene.plane().size() || viewport.width() <= 1) {
            return;
        }
        double density = density();
        int width = (int) Math.ceil(viewport.width() * density);
        int height = (int) Math.ceil(viewport.height() * density);
        if (pixels == null || pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = new PixelBuffer<>(width, height, IntBuffer.allocate(width * height),
                    PixelFormat.getIntArgbPreInstance());
            image.setImage(new WritableImage(pixels));
            image.setFitWidth(width / density);
            image.setFitHeight(height / density);
        }
        raster.begin(pixels.getBuffer().array(), width, height);
        Emphasis emphasis = model.emphasisProperty().get();
        if (emphasis.any()) {
            points(scene, colours, emphasis, false, density);
        }
        points(scene, colours, emphasis, true, density);
        pixels.updateBuffer(buffer -> null);
        drawOverlay();
    }

    /** Draws the points that stand out, or the others; without emphasis all stand out. */
    private void points(MapScene scene, MapColours colours, Emphasis emphasis, boolean outstanding, double density) {
        PlaneMap plane = scene.plane();
        boolean all = !emphasis.any();
        int opacity = all ? PLAIN : outstanding ? 0xff : FADED;
        double room = Math.max(0.9, Math.min(1.5, Math.min(viewport.width(), viewport.height()) / USUAL_SIZE));
        double growth = room * Math.min(2.2, Math.pow(viewport.zoom(), 0.3)) * density * (all || outstanding ? 1 : 0.8);
        double margin = 20;
        for (int place : scene.order()) {
            double x = viewport.toScreenX(plane.x()[place]);
            double y = viewport.toScreenY(plane.y()[place]);
            if ((all || emphasis.points()[place] == outstanding) && x > -margin && x < viewport.width() + margin
                    && y > -margin && y < viewport.height() + margin) {
                double radius = radius(scene, place) * growth + (!all && outstanding ? density : 0);
                raster.disc(x * density, y * density, radius, colours.argb()[place] & 0xffffff | opacity << 24);
            }
        }
    }

    /** Often rated movies are larger: their place rests on more. */
    private static double radius(MapScene scene, int place) {
        int ratings = scene.model().facts().ratingCount(scene.mapped().items()[place]);
        return LEAST_RADIUS + 0.22 * Math.log(1.0 + ratings);
    }

    private void drawOverlay() {
        GraphicsContext graphics = overlay.getGraphicsContext2D();
        graphics.clearRect(0, 0, overlay.getWidth(), overlay.getHeight());
        MapScene scene = model.sceneProperty().get();
        if (scene == null) {
            return;
        }
        MoviePoint chosen = model.chosenProperty().get();
        if (chosen != null) {
            ring(graphics, scene, chosen.place(), 7);
            if (chosen.place() != hovered) {
                title(graphics, scene, chosen);
            }
        }
        if (hovered >= 0) {
            ring(graphics, scene, hovered, 6);
            title(graphics, scene, model.point(hovered));
        }
        if (lasso != null) {
            line(graphics);
        }
    }

    private Color ink() {
        return model.darkProperty().get() ? Color.web("#e6edf3") : Color.web("#24292f");
    }

    private Color card() {
        return model.darkProperty().get() ? Color.web("#1c2128", 0.94) : Color.web("#ffffff", 0.94);
    }

    private void ring(GraphicsContext graphics, MapScene scene, int place, double radius) {
        double x = viewport.toScreenX(scene.plane().x()[place]);
        double y = viewport.toScreenY(scene.plane().y()[place]);
        graphics.setStroke(ink());
        graphics.setLineWidth(1.6);
        graphics.strokeOval(x - radius, y - radius, 2 * radius, 2 * radius);
    }

    private void title(GraphicsContext graphics, MapScene scene, MoviePoint point) {
        String text = point.item().displayTitle();
        Font font = Font.font(12.5);
        Text measured = new Text(text);
        measured.setFont(font);
        double width = measured.getLayoutBounds().getWidth() + 14;
        double x = viewport.toScreenX(scene.plane().x()[point.place()]) + 10;
        double y = viewport.toScreenY(scene.plane().y()[point.place()]) - 30;
        x = Math.max(4, Math.min(viewport.width() - width - 4, x));
        y = y < 4 ? y + 44 : y;
        graphics.setFill(card());
        graphics.fillRoundRect(x, y, width, 22, 8, 8);
        graphics.setStroke(ink().deriveColor(0, 1, 1, 0.35));
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(x, y, width, 22, 8, 8);
        graphics.setFill(ink());
        graphics.setFont(font);
        graphics.fillText(text, x + 7, y + 15.5);
    }

    private void line(GraphicsContext graphics) {
        graphics.setStroke(ink());
        graphics.setLineWidth(1.4);
        graphics.setLineDashes(5, 4);
        graphics.beginPath();
        boolean first = true;
        for (double[] corner : lasso.corners()) {
            double x = viewport.toScreenX(corner[0]);
            double y = viewport.toScreenY(corner[1]);
            if (first) {
                graphics.moveTo(x, y);
            } else {
                graphics.lineTo(x, y);
            }
            first = false;
        }
        graphics.closePath();
        graphics.setFill(ink().deriveColor(0, 1, 1, 0.08));
        graphics.fill();
        graphics.stroke();
        graphics.setLineDashes();
    }

    private void showChosen(MoviePoint point) {
        if (point != null && model.sceneProperty().get() != null) {
            PlaneMap plane = model.sceneProperty().get().plane();
            double x = viewport.toScreenX(plane.x()[point.place()]);
            double y = viewport.toScreenY(plane.y()[point.place()]);
            if (x < 0 || y < 0 || x > viewport.width() || y > viewport.height()) {
                look(viewport.centredAt(plane.x()[point.place()], plane.y()[point.place()]));
                return;
            }
        }
        drawOverlay();
    }

    private void scrolled(ScrollEvent event) {
        look(viewport.zoomed(Math.pow(WHEEL_STEP, event.getDeltaY()), event.getX(), event.getY()));
        hover(event.getX(), event.getY());
        event.consume();
    }

    private void hover(double x, double y) {
        int found = nearest(x, y);
        if (found != hovered) {
            hovered = found;
            drawOverlay();
        }
    }

    /** The point nearest to a pixel, within reach; points that are faded cannot be touched. */
    private int nearest(double screenX, double screenY) {
        MapScene scene = model.sceneProperty().get();
        if (scene == null) {
            return -1;
        }
        Emphasis emphasis = model.emphasisProperty().get();
        double x = viewport.toMapX(screenX);
        double y = viewport.toMapY(screenY);
        double best = REACH / viewport.scale() * (REACH / viewport.scale());
        int found = -1;
        float[] xs = scene.plane().x();
        float[] ys = scene.plane().y();
        for (int place = 0; place < xs.length; place++) {
            double distance = (xs[place] - x) * (xs[place] - x) + (ys[place] - y) * (ys[place] - y);
            if (distance < best && (!emphasis.any() || emphasis.points()[place])) {
                best = distance;
                found = place;
            }
        }
        return found;
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        dragged = false;
        pressedX = event.getX();
        pressedY = event.getY();
        if (event.getButton() == MouseButton.PRIMARY && (lassoMode.get() || event.isShiftDown())
                && model.sceneProperty().get() != null) {
            lasso = new Lasso();
            lasso.add(viewport.toMapX(event.getX()), viewport.toMapY(event.getY()));
        }
        // The tabs around would take the focus, and with it the arrow keys.
        event.consume();
    }

    private void dragged(MouseEvent event) {
        double byX = event.getX() - pressedX;
        double byY = event.getY() - pressedY;
        if (Math.hypot(byX, byY) < LASSO_STEP && (lasso != null || !dragged)) {
            return;
        }
        dragged = true;
        pressedX = event.getX();
        pressedY = event.getY();
        if (lasso != null) {
            lasso.add(viewport.toMapX(event.getX()), viewport.toMapY(event.getY()));
            drawOverlay();
        } else {
            look(viewport.panned(byX, byY));
        }
    }

    private void released(MouseEvent event) {
        if (lasso != null) {
            Lasso drawn = lasso;
            lasso = null;
            if (dragged) {
                model.select(drawn);
                drawOverlay();
                return;
            }
        }
        if (!dragged && event.getButton() == MouseButton.PRIMARY) {
            int place = nearest(event.getX(), event.getY());
            if (place >= 0) {
                model.chosenProperty().set(model.point(place));
            } else {
                model.chosenProperty().set(null);
                model.clearSelection();
            }
        }
        drawOverlay();
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case PLUS, EQUALS, ADD -> look(viewport.zoomed(KEY_ZOOM, getWidth() / 2, getHeight() / 2));
            case MINUS, SUBTRACT -> look(viewport.zoomed(1 / KEY_ZOOM, getWidth() / 2, getHeight() / 2));
            case DIGIT0, NUMPAD0 -> showAll();
            case LEFT -> look(viewport.panned(KEY_PAN, 0));
            case RIGHT -> look(viewport.panned(-KEY_PAN, 0));
            case UP -> look(viewport.panned(0, KEY_PAN));
            case DOWN -> look(viewport.panned(0, -KEY_PAN));
            case ESCAPE -> model.clearSelection();
            default -> {
                return;
            }
        }
        event.consume();
    }
}
