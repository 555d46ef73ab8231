package io.marquee.ui.chart;

import java.util.List;

/**
 * One vertical axis of parallel coordinates.
 *
 * @param title what it is of
 * @param ticks labelled places on it
 */
public record ParallelAxis(String title, List<Tick> ticks) {

    public ParallelAxis {
        ticks = List.copyOf(ticks);
    }

    /**
     * A labelled place.
     *
     * @param place from 0, the lower end, to 1
     */
    public record Tick(double place, String label) {}
}
