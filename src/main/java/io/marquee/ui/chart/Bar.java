package io.marquee.ui.chart;

/**
 * One bar of a chart.
 *
 * @param label what it stands for, as the read-off's heading
 * @param mark the same in short, for the axis; empty for bars that get no mark of their own
 * @param value its length, at least 0
 * @param detail what the read-off says of it
 */
public record Bar(String label, String mark, double value, String detail) {}
