package io.marquee.ui.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.ui.chart.Ramp;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class MapDrawingTest {

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        Viewport before = Viewport.whole(1, 1, 900, 600);
        double x = before.toMapX(200);
        double y = before.toMapY(150);

        Viewport after = before.zoomed(3, 200, 150).panned(10, -5).panned(-10, 5);

        assertThat(after.toScreenX(x)).isCloseTo(200, within(1e-9));
        assertThat(after.toScreenY(y)).isCloseTo(150, within(1e-9));
        assertThat(after.zoom()).isCloseTo(3, within(1e-9));
        assertThat(after.zoomed(1e9, 0, 0).zoom()).isCloseTo(400, within(1e-9));
    }

    @Test
    void theWholeMapFitsWithAMargin() {
        Viewport whole = Viewport.whole(1, 1, 900, 600);

        assertThat(whole.toScreenY(0)).isCloseTo(576, within(1e-9));
        assertThat(whole.toScreenY(1)).isCloseTo(24, within(1e-9));
        assertThat(whole.toScreenX(0.5)).isEqualTo(450);
        Viewport flat = Viewport.whole(1, 0.5, 900, 600);
        assertThat(flat.toScreenX(0)).isCloseTo(24, within(1e-9));
        assertThat(flat.toScreenX(1)).isCloseTo(876, within(1e-9));
    }

    @Test
    void anotherSizeOfTheWindowShowsTheSamePart() {
        Viewport part = Viewport.whole(1, 1, 900, 600).zoomed(4, 300, 200);

        Viewport smaller = part.in(Viewport.whole(1, 1, 450, 300));

        assertThat(smaller.zoom()).isCloseTo(4, within(1e-9));
        assertThat(smaller.toMapX(225)).isCloseTo(part.toMapX(450), within(1e-9));
    }

    @Test
    void aLassoHoldsWhatItGoesAround() {
        // A U: the middle of its opening is outside.
        Lasso lasso = new Lasso();
        double[][] corners = {{0, 0}, {3, 0}, {3, 3}, {2, 3}, {2, 1}, {1, 1}, {1, 3}, {0, 3}};
        for (double[] corner : corners) {
            lasso.add(corner[0], corner[1]);
        }

        assertThat(lasso.contains(0.5, 2)).isTrue();
        assertThat(lasso.contains(2.5, 2)).isTrue();
        assertThat(lasso.contains(1.5, 0.5)).isTrue();
        assertThat(lasso.contains(1.5, 2)).isFalse();
        assertThat(lasso.contains(4, 1)).isFalse();
    }

    @Test
    void aDiscCoversItsMiddleAndLeavesTheRestTransparent() {
        PointRaster raster = new PointRaster();
        int[] pixels = new int[21 * 21];
        pixels[0] = 0x12345678;
        raster.begin(pixels, 21, 21);

        raster.disc(10.5, 10.5, 4, 0xff336699);

        assertThat(pixels[10 * 21 + 10]).isEqualTo(0xff336699);
        assertThat(pixels[0]).isZero();
        assertThat(pixels[10 * 21 + 16]).isZero();
        long covered = Arrays.stream(pixels).mapToLong(pixel -> pixel >>> 24).sum();
        assertThat(covered / 255.0).isCloseTo(Math.PI * 16, within(1.5));
    }

    @Test
    void discsAtAndBeyondTheEdgesDoNoHarm() {
        PointRaster raster = new PointRaster();
        int[] pixels = new int[10 * 8];
        raster.begin(pixels, 10, 8);

        for (double x = -9; x < 20; x += 0.7) {
            for (double y = -9; y < 20; y += 0.7) {
                raster.disc(x, y, 3.3, 0x80ff0000);
            }
        }

        assertThat(Arrays.stream(pixels)).allMatch(pixel -> pixel >>> 24 > 0x80);
    }

    @Test
    void colourScalesGoFromOneEndToTheOther() {
        assertThat(Ramp.argb(0, false)).isEqualTo(0xff440154);
        assertThat(Ramp.argb(1, true)).isEqualTo(0xfffde725);
        assertThat(Ramp.argb(-3, false)).isEqualTo(Ramp.argb(0, false));
        assertThat(Ramp.argb(7, true)).isEqualTo(Ramp.argb(1, true));
    }
}
