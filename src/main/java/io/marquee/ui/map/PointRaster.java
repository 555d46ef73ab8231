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

    private final Mask[] masks = new Mask[MASKS];
    private int[] pixels = new int[0];
    private int width;
    private int height;

    /**
     * The pixels a disc touches.
     *
     * @param x distance of each from the middle
     * @param y distance of each from the middle
     * @param coverage how much of each is covered, 1 to 256
     * @param reach the largest distance
     */
    private record Mask(int[] x, int[] y, int[] coverage, int reach) {}

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
        Mask mask = mask(Math.max(1, Math.min(MASKS - 1, (int) Math.round(radius / STEP))));
        int middleX = (int) Math.floor(x);
        int middleY = (int) Math.floor(y);
        boolean inside = middleX >= mask.reach && middleX < width - mask.reach && middleY >= mask.reach
                && middleY < height - mask.reach;
        int opacity = (argb >>> 24) + 1;
        int at = middleY * width + middleX;
        for (int k = 0; k < mask.coverage.length; k++) {
            int dx = mask.x[k];
            int dy = mask.y[k];
            if (inside || middleX + dx >= 0 && middleX + dx < width && middleY + dy >= 0 && middleY + dy < height) {
                int place = at + dy * width + dx;
                pixels[place] = over(pixels[place], argb, mask.coverage[k] * opacity >> 8);
            }
        }
    }

    /** A colour over a premultiplied pixel; two of the four channels are worked out in one multiplication. */
    private static int over(int below, int argb, int alpha) {
        int rest = 256 - alpha;
        int redBlue = (argb & 0xff00ff) * alpha + (below & 0xff00ff) * rest >>> 8 & 0xff00ff;
        int alphaGreen = (0xff0000 | argb >> 8 & 0xff) * alpha + (below >>> 8 & 0xff00ff) * rest & 0xff00ff00;
        return redBlue | alphaGreen;
    }

    private Mask mask(int index) {
        if (masks[index] == null) {
            masks[index] = covering(index * STEP);
        }
        return masks[index];
    }

    /** How much of each pixel a disc around the middle of one covers, by 8 x 8 samples a pixel. */
    private static Mask covering(double radius) {
        int reach = (int) Math.ceil(radius);
        int side = 2 * reach + 1;
        int[] xs = new int[side * side];
        int[] ys = new int[side * side];
        int[] coverage = new int[side * side];
        int count = 0;
        for (int y = -reach; y <= reach; y++) {
            for (int x = -reach; x <= reach; x++) {
                int covered = covered(x - 0.5, y - 0.5, radius);
                if (covered > 0) {
                    xs[count] = x;
                    ys[count] = y;
                    coverage[count++] = covered * 4;
                }
            }
        }
        return new Mask(Arrays.copyOf(xs, count), Arrays.copyOf(ys, count), Arrays.copyOf(coverage, count), reach);
    }

    private static int covered(double left, double top, double radius) {
        int inside = 0;
        for (int sample = 0; sample < 64; sample++) {
            double x = left + (sample % 8 + 0.5) / 8;
            double y = top + (sample / 8 + 0.5) / 8;
            if (x * x + y * y <= radius * radius) {
                inside++;
            }
        }
        return inside;
    }
}
