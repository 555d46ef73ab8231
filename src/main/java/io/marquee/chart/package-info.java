/** Curves and axes without a toolkit: what the window draws on its canvas and reports write as SVG. */
package io.marquee.chart;
