package io.marquee.ui.map;

/**
 * Which part of a map is seen: from map coordinates, where the map fills the unit square, to pixels and back.
 *
 * @param centreX map coordinate in the middle of the view
 * @param centreY map coordinate in the middle of the view
 * @param scale pixels a unit
 * @param width pixels
 * @param height pixels
 */
record Viewport(double centreX, double centreY, double scale, double width, double height) {

    private static final double MARGIN = 24;
    private static final double MOST_ZOOM = 400;

    /** The whole map with a margin. */
    static Viewport whole(double width, double height) {
        return new Viewport(0.5, 0.5, wholeScale(width, height), width, height);
    }

    private static double wholeScale(double width, double height) {
        return Math.max(1, Math.min(width, height) - 2 * MARGIN);
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
        return scale / wholeScale(width, height);
    }

    /** Larger or smaller, with what is at a pixel staying there. */
    Viewport zoomed(double factor, double screenX, double screenY) {
        double whole = wholeScale(width, height);
        double target = Math.max(whole / 2, Math.min(whole * MOST_ZOOM, scale * factor));
        double x = toMapX(screenX);
        double y = toMapY(screenY);
        return new Viewport(x - (screenX - width / 2) / target, y + (screenY - height / 2) / target, target, width, height);
    }

    /** Moved by so many pixels. */
    Viewport panned(double byX, double byY) {
        return new Viewport(centreX - byX / scale, centreY + byY / scale, scale, width, height);
    }

    /** The same middle, as much larger or smaller as the view is. */
    Viewport resized(double newWidth, double newHeight) {
        double factor = wholeScale(newWidth, newHeight) / wholeScale(width, height);
        return new Viewport(centreX, centreY, scale * factor, newWidth, newHeight);
    }

    /** The same zoom with a place of the map in the middle. */
    Viewport centredAt(double x, double y) {
        return new Viewport(x, y, scale, width, height);
    }
}
