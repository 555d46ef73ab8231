package io.marquee.ui.chart;

import java.util.List;

/**
 * What a chart of parallel coordinates shows.
 *
 * @param axes from left to right
 * @param lines in the order they are drawn: the last lies on top
 * @param uncoloured what the legend calls lines without a place among all, which are dashed
 */
public record ParallelData(List<ParallelAxis> axes, List<ParallelLine> lines, String uncoloured) {

    public static final ParallelData NONE = new ParallelData(List.of(), List.of(), "");

    public ParallelData {
        axes = List.copyOf(axes);
        lines = List.copyOf(lines);
    }
}
