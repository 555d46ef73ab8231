package io.marquee.ui.chart;

/**
 * The words around a chart.
 *
 * @param title what is shown
 * @param position what the horizontal axis counts, in the singular, such as "epoch"
 * @param emptyText shown while there is nothing to draw: what to do next
 */
public record ChartLabels(String title, String position, String emptyText) {}
