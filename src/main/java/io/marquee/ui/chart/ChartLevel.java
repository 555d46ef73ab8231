package io.marquee.ui.chart;

/**
 * A horizontal line that curves are compared with.
 *
 * @param name shown in the legend and at the pointer
 * @param style what it means
 * @param value where it lies
 */
public record ChartLevel(String name, ChartSeries.Style style, double value) {}
