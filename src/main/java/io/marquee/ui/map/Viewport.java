package io.marquee.ui.map;

/**
 * Which part of a map is seen: from map coordinates, where the map fills the unit square, to pixels and back.
 *
 * @param centreX map coordinate in the middle of the view
 * @param centreY map coordinate in the middle of the view
 * @param scale pixels a unit
 * @param whole pixels a unit with which the whole map just fits
 * @param width pixels
 * @param height pixels
 */
record Viewport(double centreX, double centreY, double scale, double whole, double width, double height) {

    private static final double MARGIN = 24;
    private static final double MOST_ZOOM = 400;
    private static final double LEAST_SPAN = 0.1;

    /** The whole of a map that spans {@code mapWidth} x {@code mapHeight} around its middle, with a margin. */
    static Viewport whole(double mapWidth, double mapHeight, double width, double height) {
        double across = (width - 2 * MARGIN) / Math.max(LEAST_SPAN, mapWidth);
        double down = (height - 2 * MARGIN) / Math.max(LEAST_SPAN, mapHeight);
        double scale = Math.max(1, Math.min(across, down));
        return new Viewport(0.5, 0.5, scale, scale, width, height);
    }

    double toScreenX(double x) {
        return width / 2 + (x - centreX) * scale;
    }

    /** Map coordinates grow upward, pixels downward. */
    double toScreenY(double y) {
        return height / 2 - (y - centreY) * scale;
    }

    double toMapX(double screenX) {
        return centreX + (screenX - width / 2) / scale;
    }

    double toMapY(double screenY) {
        return centreY - (screenY - height / 2) / scale;
    }

    /** How many times the whole map's size. */
    double zoom() {
        return scale / whole;
    }

    /** Larger or smaller, with what is at a pixel staying there. */
    Viewport zoomed(double factor, double screenX, double screenY) {
        double target = Math.max(whole / 2, Math.min(whole * MOST_ZOOM, scale * factor));
        double x = toMapX(screenX);
        double y = toMapY(screenY);
        return new Viewport(x - (screenX - width / 2) / target, y + (screenY - height / 2) / target, target, whole, width,
                height);
    }

    /** Moved by so many pixels. */
    Viewport panned(double byX, double byY) {
        return new Viewport(centreX - byX / scale, centreY + byY / scale, scale, whole, width, height);
    }

    /** The same part of a map in another view, as much larger or smaller as the whole map is there. */
    Viewport in(Viewport other) {
        return new Viewport(centreX, centreY, other.whole * zoom(), other.whole, other.width, other.height);
    }

    /** The same zoom with a place of the map in the middle. */
    Viewport centredAt(double x, double y) {
        return new Viewport(x, y, scale, whole, width, height);
    }
}
