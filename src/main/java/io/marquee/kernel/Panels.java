package io.marquee.kernel;

/** Arithmetic of padding. */
final class Panels {

    private Panels() {}

    /** Panels that hold {@code columns} columns. */
    static int count(int columns, int panel) {
        return (columns + panel - 1) / panel;
    }

    /** {@code size} rounded up to a multiple of {@code unit}. */
    static int roundUp(int size, int unit) {
        return (size + unit - 1) / unit * unit;
    }
}
