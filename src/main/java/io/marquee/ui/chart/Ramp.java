package io.marquee.ui.chart;

/** Colours from low to high. The stops are of viridis (S. van der Walt and N. Smith, 2015), even to the eye. */
public final class Ramp {

    private static final int[] VIRIDIS = {
        0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151, 0xbddf26, 0xfde725
    };

    /** What would be hard to see on the background is cut off: the palest on white, the darkest on black. */
    private static final double LIGHT_END = 0.85;
    private static final double DARK_START = 0.18;

    private Ramp() {}

    /** The colour of a share from 0 to 1, opaque. */
    public static int argb(double share, boolean dark) {
        double within = Math.max(0, Math.min(1, share));
        double place = (dark ? DARK_START + within * (1 - DARK_START) : within * LIGHT_END) * (VIRIDIS.length - 1);
        int index = Math.min(VIRIDIS.length - 2, (int) place);
        double rest = place - index;
        int low = VIRIDIS[index];
        int high = VIRIDIS[index + 1];
        return 0xff << 24 | mix(low >> 16, high >> 16, rest) << 16 | mix(low >> 8, high >> 8, rest) << 8
                | mix(low, high, rest);
    }

    private static int mix(int low, int high, double share) {
        return (int) Math.round((low & 0xff) * (1 - share) + (high & 0xff) * share);
    }
}
