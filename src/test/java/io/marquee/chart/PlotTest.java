package io.marquee.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlotTest {

    private static final double WIDTH = 600;
    private static final double HEIGHT = 300;

    private static PlotLine line(long owner, PlotLine.Style style, float... values) {
        return new PlotLine("line " + owner, "#123456", style, owner, Positions.steps(1, 1), new MinMaxPyramid(values));
    }

    private static Plot plot(PlotLine... lines) {
        return new Plot(List.of(lines), "epoch", true, "MSE");
    }

    private static float[] falling(int count) {
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = 1 + 2f * (count - i) / count;
        }
        return values;
    }

    @Test
    void theWholePlotShowsAllOfEachLine() {
        PlotView view = PlotView.whole(plot(line(1, PlotLine.Style.LINE, 1, 2, 3), line(2, PlotLine.Style.LINE, 0.5f)), false);

        assertThat(view.horizontal().minimum()).isLessThan(1);
        assertThat(view.horizontal().maximum()).isGreaterThan(3);
        assertThat(view.vertical().minimum()).isLessThan(0.5);
        assertThat(view.vertical().maximum()).isGreaterThan(3);
    }

    @Test
    void anEmptyPlotHasAViewToo() {
        assertThat(PlotView.whole(Plot.empty(), true)).isNotNull();
        assertThat(plot(line(1, PlotLine.Style.LINE)).isEmpty()).isTrue();
    }

    @Test
    void zoomingKeepsThePlaceUnderThePointer() {
        PlotView view = PlotView.whole(plot(line(1, PlotLine.Style.LINE, falling(100))), false);
        double under = view.horizontal().value(0.3);

        PlotView near = view.zoomed(0.5, 1, 0.3, 0.5);

        assertThat(near.horizontal().value(0.3)).isCloseTo(under, within(1e-9));
        assertThat(near.horizontal().maximum() - near.horizontal().minimum())
                .isCloseTo((view.horizontal().maximum() - view.horizontal().minimum()) / 2, within(1e-9));
        assertThat(near.vertical()).isEqualTo(view.vertical());
        assertThat(near.moved(1, 0).horizontal().minimum()).isCloseTo(near.horizontal().maximum(), within(1e-9));
    }

    @Test
    void zoomingStopsBeforeNumbersLoseTheirDigits() {
        PlotView view = PlotView.whole(plot(line(1, PlotLine.Style.LINE, falling(100))), false);
        for (int i = 0; i < 500; i++) {
            view = view.zoomed(0.5, 0.5, 0.5, 0.5);
        }
        assertThat(view.horizontal().minimum()).isLessThan(view.horizontal().maximum());
    }

    @Test
    void aLogarithmicAxisHasPowersOfTenAndNoPlaceForZero() {
        PlotView view = PlotView.whole(plot(line(1, PlotLine.Style.LINE, 0, 0.01f, 1, 100)), true);

        assertThat(view.scaled(0)).isNaN();
        assertThat(view.unscaled(view.scaled(0.5))).isCloseTo(0.5, within(1e-12));
        assertThat(AxisTicks.logarithmic(new AxisRange(-2, 2), 5).labels()).containsExactly("0.01", "0.1", "1", "10", "100");
        assertThat(AxisTicks.logarithmic(new AxisRange(-5, -1), 8).labels()).containsExactly("1e-5", "0.0001", "0.001", "0.01", "0.1");
        assertThat(AxisTicks.logarithmic(new AxisRange(-0.2, 0.1), 4).labels()).contains("0.8", "1.0");
        assertThat(AxisTicks.logarithmic(new AxisRange(-30, 30), 5).labels()).hasSizeLessThanOrEqualTo(6);
    }

    @Test
    void aMillionPointsBecomeAsManyShapesAsPixels() {
        float[] values = falling(1_000_000);
        values[456_789] = 2.99f;
        SvgSurface surface = new SvgSurface("c", WIDTH, HEIGHT);
        Plot plot = plot(line(1, PlotLine.Style.FAINT, values), line(1, PlotLine.Style.LINE, values));

        new PlotPainter(surface, PlotColours.LIGHT).paint(WIDTH, HEIGHT, plot, PlotView.whole(plot, false), 1);

        String svg = surface.document("A <title>", "#fff");
        assertThat(svg).contains("A &lt;title&gt;", "clip-path=\"url(#c-1)\"").doesNotContain("NaN");
        assertThat(svg.length()).isLessThan(60_000);
    }

    @Test
    void aClickMeansTheNearestLine() {
        Plot plot = plot(line(7, PlotLine.Style.LINE, 1, 1, 1, 1), line(8, PlotLine.Style.LINE, 2, 2, 2, 2));
        PlotArea area = PlotArea.of(WIDTH, HEIGHT, PlotView.whole(plot, false));

        assertThat(PlotPick.owner(plot, area, area.x(2.5), area.y(1) + 5)).isEqualTo(7);
        assertThat(PlotPick.owner(plot, area, area.x(2.5), area.y(2) - 5)).isEqualTo(8);
        assertThat(PlotPick.owner(plot, area, area.x(2.5), area.y(1.5))).isEqualTo(-1);
    }

    @Test
    void aClickFindsALineOfAMillionPoints() {
        Plot plot = plot(line(7, PlotLine.Style.LINE, falling(1_000_000)));
        PlotArea area = PlotArea.of(WIDTH, HEIGHT, PlotView.whole(plot, false));

        assertThat(PlotPick.owner(plot, area, area.x(500_000), area.y(2) + 4)).isEqualTo(7);
        assertThat(PlotPick.owner(plot, area, area.x(500_000), area.y(2) + 40)).isEqualTo(-1);
    }

    @Test
    void theReadOffHasAValueOfEachLineWithTheChosenFirst() {
        Plot plot = plot(line(7, PlotLine.Style.LINE, 1, 2, 3, 4), line(7, PlotLine.Style.FAINT, 1, 2, 3, 4),
                line(8, PlotLine.Style.DASHED, 5, 6, 7, 8), line(9, PlotLine.Style.LINE, 5));
        PlotArea area = PlotArea.of(WIDTH, HEIGHT, PlotView.whole(plot, false));

        PlotReadOff readOff = PlotReadOff.at(plot, area, area.x(3.2), 8);

        assertThat(readOff.heading()).isEqualTo("epoch 3");
        assertThat(readOff.entries()).extracting(PlotReadOff.Entry::words).containsExactly("line 8  7.0000", "line 7  3.0000");
    }
}
