/** Charts drawn on a canvas: bounded series, robust ranges, axes that people can read. */
package io.marquee.ui.chart;
