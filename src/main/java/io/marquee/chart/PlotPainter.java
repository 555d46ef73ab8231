package io.marquee.chart;

import io.marquee.chart.PlotSurface.Anchor;
import io.marquee.chart.PlotSurface.Ink;
import java.util.Arrays;
import java.util.Locale;

/** Paints a plot: grid, axes and lines. What it costs depends on the width in pixels, not on the number of points. */
public final class PlotPainter {

    private static final double FAINT = 0.3;
    private static final double FAINT_AMONG_OTHERS = 0.12;
    private static final int LONGEST_NAME = 30;
    private static final double LABEL_GAP = 6;
    private static final double RIGHT = 14;

    private final PlotSurface surface;
    private final PlotColours colours;

    public PlotPainter(PlotSurface surface, PlotColours colours) {
        this.surface = surface;
        this.colours = colours;
    }

    /** @param chosen owner whose lines are in front and thicker; -1 for none */
    public void paint(double width, double height, Plot plot, PlotView view, long chosen) {
        PlotArea area = PlotArea.of(width, height, view);
        paintAxes(area, plot);
        paintLegend(width, plot);
        surface.clip(area.left(), area.top() - 1, area.width() + 1, area.height() + 2);
        boolean others = plot.lines().stream().mapToLong(PlotLine::owner).distinct().count() > 1;
        for (PlotLine.Style style : new PlotLine.Style[] {PlotLine.Style.FAINT, null}) {
            for (PlotLine line : plot.lines()) {
                boolean faint = line.style() == PlotLine.Style.FAINT;
                if (faint == (style == PlotLine.Style.FAINT) && line.owner() != chosen) {
                    paintLine(area, line, false, faint && others ? FAINT_AMONG_OTHERS : opacity(line));
                }
            }
        }
        for (PlotLine line : plot.lines()) {
            if (line.owner() == chosen) {
                paintLine(area, line, true, opacity(line));
            }
        }
        surface.unclip();
    }

    /** The frame of a plot without lines, with a sentence in it. */
    public void paintEmpty(double width, double height, String sentence) {
        surface.line(4, crisp(height - 26), width - RIGHT, crisp(height - 26), new Ink(colours.grid(), 0.7), 1);
        surface.text(width / 2, height / 2 - 8, sentence, Anchor.MIDDLE, Ink.of(colours.muted()), false);
    }

    /** Names at the upper right, as many as fit; a line of two styles is named once. */
    private void paintLegend(double width, Plot plot) {
        double room = 4 + surface.textWidth(plot.vertical() + ", logarithmic", false) + 24;
        double x = width - RIGHT;
        for (int i = plot.lines().size() - 1; i >= 0; i--) {
            PlotLine line = plot.lines().get(i);
            String name = shortened(line.name());
            double text = surface.textWidth(name, false);
            if (line.style() == PlotLine.Style.FAINT) {
                continue;
            }
            if (x - text - 14 < room) {
                return;
            }
            surface.text(x, 10, name, Anchor.END, Ink.of(colours.muted()), false);
            surface.dot(x - text - 8, 10, 3.5, Ink.of(line.colour()));
            x -= text + 26;
        }
    }

    private void paintAxes(PlotArea area, Plot plot) {
        Ink grid = new Ink(colours.grid(), 0.7);
        Ink muted = Ink.of(colours.muted());
        AxisTicks vertical = area.view().logarithmic()
                ? AxisTicks.logarithmic(area.view().vertical(), (int) Math.max(2, area.height() / 30))
                : AxisTicks.of(area.view().vertical(), (int) Math.max(2, Math.min(8, area.height() / 34)), false);
        for (int i = 0; i < vertical.values().size(); i++) {
            double y = crisp(area.top() + (1 - area.view().vertical().position(vertical.values().get(i))) * area.height());
            surface.line(area.left(), y, area.right(), y, grid, 1);
            surface.text(area.left() - LABEL_GAP, y, vertical.labels().get(i), Anchor.END, muted, false);
        }
        surface.text(4, 10, plot.vertical() + (area.view().logarithmic() ? ", logarithmic" : ""), Anchor.START, muted, false);
        AxisTicks horizontal = AxisTicks.of(area.view().horizontal(),
                (int) Math.max(2, Math.min(10, area.width() / 70)), plot.wholeNumbers());
        double name = surface.textWidth(plot.horizontal(), false);
        for (int i = 0; i < horizontal.values().size(); i++) {
            double x = crisp(area.x(horizontal.values().get(i)));
            if (x < area.left()) {
                continue;
            }
            surface.line(x, area.bottom(), x, area.bottom() + 4, grid, 1);
            double half = surface.textWidth(horizontal.labels().get(i), false) / 2;
            if (x + half < area.right() - name - LABEL_GAP) {
                surface.text(x, area.bottom() + 14, horizontal.labels().get(i), Anchor.MIDDLE, muted, false);
            }
        }
        surface.line(area.left(), crisp(area.bottom()), area.right(), crisp(area.bottom()), grid, 1);
        surface.text(area.right(), area.bottom() + 14, plot.horizontal(), Anchor.END, muted, false);
    }

    private static double opacity(PlotLine line) {
        return line.style() == PlotLine.Style.FAINT ? FAINT : 1;
    }

    /** The name, or its beginning where it is too long to stand beside others. */
    static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…";
    }

    private void paintLine(PlotArea area, PlotLine line, boolean chosen, double opacity) {
        int size = line.values().size();
        int from = Math.max(0, line.x().firstAtOrAfter(area.view().horizontal().minimum(), size) - 1);
        int to = Math.min(size, line.x().firstAtOrAfter(area.view().horizontal().maximum(), size) + 1);
        if (from >= to) {
            return;
        }
        boolean faint = line.style() == PlotLine.Style.FAINT;
        Ink ink = new Ink(line.colour(), opacity);
        double width = (faint ? 1 : 1.8) + (chosen ? 1 : 0);
        if (to - from > 2 * area.width()) {
            paintColumns(area, line, ink, width, faint);
        } else {
            paintPoints(area, line, from, to, ink, width);
        }
    }

    private void paintPoints(PlotArea area, PlotLine line, int from, int to, Ink ink, double width) {
        double[] x = new double[to - from];
        double[] y = new double[to - from];
        boolean dots = line.style() == PlotLine.Style.DOTS && area.width() / (to - from) > 8 || to - from == 1;
        int count = 0;
        for (int i = from; i < to; i++) {
            double value = area.y(line.values().value(i));
            if (Double.isFinite(line.values().value(i)) && Double.isFinite(value)) {
                x[count] = area.x(line.x().at(i));
                y[count++] = value;
                if (dots) {
                    surface.dot(x[count - 1], value, width + 1, ink);
                }
            } else {
                surface.path(x, y, count, ink, width, line.style() == PlotLine.Style.DASHED);
                count = 0;
            }
        }
        surface.path(x, y, count, ink, width, line.style() == PlotLine.Style.DASHED);
    }

    /** More points than pixels: the extremes of each column of pixels, faint ones as bars, others joined to a line. */
    private void paintColumns(PlotArea area, PlotLine line, Ink ink, double width, boolean bars) {
        int columns = (int) Math.ceil(area.width()) + 1;
        double[] tops = new double[columns];
        double[] bottoms = new double[columns];
        Arrays.fill(tops, Double.NaN);
        Arrays.fill(bottoms, Double.NaN);
        float[] extremes = new float[2];
        int size = line.values().size();
        int from = line.x().firstAtOrAfter(area.position(area.left()), size);
        for (int column = 0; column < columns; column++) {
            int to = line.x().firstAtOrAfter(area.position(area.left() + column + 1), size);
            if (from < to && line.values().extremes(from, to, extremes)) {
                tops[column] = area.y(extremes[1]);
                bottoms[column] = area.y(extremes[0]);
            }
            from = Math.max(from, to);
        }
        if (bars) {
            joinBars(tops, bottoms);
            surface.bars(Math.floor(area.left()), tops, bottoms, ink);
        } else {
            joinLine(area.left(), tops, bottoms, ink, width, line.style() == PlotLine.Style.DASHED);
        }
    }

    /** Neighbouring bars that do not touch would look like single dots. */
    private static void joinBars(double[] tops, double[] bottoms) {
        for (int i = 1; i < tops.length; i++) {
            if (tops[i - 1] > bottoms[i]) {
                bottoms[i] = tops[i - 1];
            } else if (bottoms[i - 1] < tops[i]) {
                tops[i] = bottoms[i - 1];
            }
        }
    }

    private void joinLine(double left, double[] tops, double[] bottoms, Ink ink, double width, boolean dashed) {
        double[] x = new double[2 * tops.length];
        double[] y = new double[2 * tops.length];
        int count = 0;
        for (int i = 0; i < tops.length; i++) {
            if (!Double.isFinite(tops[i]) || !Double.isFinite(bottoms[i])) {
                continue;
            }
            x[count] = left + i + 0.5;
            y[count++] = i % 2 == 0 ? tops[i] : bottoms[i];
            if (bottoms[i] - tops[i] >= 1) {
                x[count] = left + i + 0.5;
                y[count++] = i % 2 == 0 ? bottoms[i] : tops[i];
            }
        }
        surface.path(x, y, count, ink, width, dashed);
    }

    /** What the lines say at a pixel: a line down the plot and a card; the nearest owner's line is in bold. */
    public void paintReadOff(double width, double height, Plot plot, PlotView view, double pointer, long nearest) {
        PlotArea area = PlotArea.of(width, height, view);
        if (pointer < area.left() || pointer > area.right()) {
            return;
        }
        PlotReadOff readOff = PlotReadOff.at(plot, area, pointer, nearest);
        if (readOff.entries().isEmpty()) {
            return;
        }
        surface.line(crisp(pointer), area.top(), crisp(pointer), area.bottom(), Ink.of(colours.muted()), 1);
        double widest = surface.textWidth(readOff.heading(), true);
        for (PlotReadOff.Entry entry : readOff.entries()) {
            surface.dot(area.x(entry.x()), area.y(entry.value()), 3, Ink.of(entry.colour()));
            widest = Math.max(widest, surface.textWidth(entry.words(), true) + 14);
        }
        double cardWidth = Math.ceil(widest) + 20;
        double cardHeight = 24 + 16 * readOff.entries().size() + (readOff.left() > 0 ? 16 : 0);
        double left = pointer + 12 + cardWidth > area.right() ? pointer - 12 - cardWidth : pointer + 12;
        surface.box(crisp(left), crisp(area.top() + 2), cardWidth, cardHeight, Ink.of(colours.card()), Ink.of(colours.grid()));
        surface.text(left + 10, area.top() + 15, readOff.heading(), Anchor.START, Ink.of(colours.text()), true);
        double y = area.top() + 31;
        for (PlotReadOff.Entry entry : readOff.entries()) {
            surface.dot(left + 13, y, 3, Ink.of(entry.colour()));
            surface.text(left + 22, y, entry.words(), Anchor.START, Ink.of(colours.text()), entry.owner() == nearest);
            y += 16;
        }
        if (readOff.left() > 0) {
            surface.text(left + 22, y, String.format(Locale.ROOT, "and %,d more", readOff.left()), Anchor.START,
                    Ink.of(colours.muted()), false);
        }
    }

    /** The middle of a pixel: a line of width 1 there is not smeared over two. */
    private static double crisp(double coordinate) {
        return Math.floor(coordinate) + 0.5;
    }
}
