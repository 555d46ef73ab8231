package io.marquee.ui.map;

import java.util.Arrays;

/**
 * Draws many discs into an array of pixels. Tens of thousands take some milliseconds, where as many shapes of a scene, or
 * calls of a canvas, would take hundreds.
 */
final class PointRaster {

    /** Steps between the radii there are masks for, in pixels. */
    private static final double STEP = 0.25;
    private static final int MASKS = 64;

    private static final byte[][] NOTHING = new byte[MASKS][];

    private final byte[][] masks = NOTHING.clone();
    private final int[] sides = new int[MASKS];
    private int[] pixels = new int[0];
    private int width;
    private int height;

    /** Begins a picture, all transparent. */
    void begin(int[] target, int targetWidth, int targetHeight) {
        pixels = target;
        width = targetWidth;
        height = targetHeight;
        Arrays.fill(pixels, 0, width * height, 0);
    }

    /**
     * Draws a disc over what is there.
     *
     * @param x its middle, in pixels
     * @param y its middle, in pixels
     * @param radius in pixels
     * @param argb colour, not premultiplied
     */
    void disc(double x, double y, double radius, int argb) {
        int index = Math.max(1, Math.min(MASKS - 1, (int) Math.round(radius / STEP)));
        byte[] mask = mask(index);
        int side = sides[index];
        int left = (int) Math.round(x - side / 2.0);
        int top = (int) Math.round(y - side / 2.0);
        int opacity = argb >>> 24;
        for (int row = Math.max(0, -top); row < side && top + row < height; row++) {
            int at = (top + row) * width + left;
            for (int column = Math.max(0, -left); column < side && left + column < width; column++) {
                int coverage = mask[row * side + column] & 0xff;
                if (coverage > 0) {
                    pixels[at + column] = over(pixels[at + column], argb, coverage * opacity / 255);
                }
            }
        }
    }

    /** A colour over a premultiplied pixel. */
    private static int over(int below, int argb, int alpha) {
        int rest = 255 - alpha;
        int a = alpha + (below >>> 24) * rest / 255;
        int r = ((argb >> 16 & 0xff) * alpha + (below >> 16 & 0xff) * rest) / 255;
        int g = ((argb >> 8 & 0xff) * alpha + (below >> 8 & 0xff) * rest) / 255;
        int b = ((argb & 0xff) * alpha + (below & 0xff) * rest) / 255;
        return a << 24 | r << 16 | g << 8 | b;
    }

    /** How much of each pixel a disc covers, by 4 x 4 samples a pixel. */
    private byte[] mask(int index) {
        if (masks[index] == null) {
            double radius = index * STEP;
            int side = 2 * (int) Math.ceil(radius) + 1;
            byte[] mask = new byte[side * side];
            for (int row = 0; row < side; row++) {
                for (int column = 0; column < side; column++) {
                    mask[row * side + column] = (byte) (covered(column - side / 2.0, row - side / 2.0, radius) * 255 / 16);
                }
            }
            masks[index] = mask;
            sides[index] = side;
        }
        return masks[index];
    }

    private static int covered(double left, double top, double radius) {
        int inside = 0;
        for (int sample = 0; sample < 16; sample++) {
            double x = left + (sample % 4 + 0.5) / 4;
            double y = top + (sample / 4 + 0.5) / 4;
            if (x * x + y * y <= radius * radius) {
                inside++;
            }
        }
        return inside;
    }
}
