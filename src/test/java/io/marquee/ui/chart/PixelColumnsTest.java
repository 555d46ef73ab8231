package io.marquee.ui.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PixelColumnsTest {

    private final PixelColumns columns = new PixelColumns(10, 5);

    @Test
    void aSlopeIsSharedAmongItsColumns() {
        columns.line(10, 0, 12, 4);

        assertThat(columns.top(0)).isZero();
        assertThat(columns.bottom(0)).isCloseTo(2, within(1e-9));
        assertThat(columns.top(1)).isCloseTo(2, within(1e-9));
        assertThat(columns.bottom(1)).isCloseTo(4, within(1e-9));
        assertThat(columns.isEmpty(3)).isTrue();
    }

    @Test
    void aVerticalLineStaysInItsColumn() {
        columns.line(13.4, 7, 13.4, 2);

        assertThat(columns.top(3)).isEqualTo(2);
        assertThat(columns.bottom(3)).isEqualTo(7);
        assertThat(columns.isEmpty(2)).isTrue();
        assertThat(columns.isEmpty(4)).isTrue();
    }

    @Test
    void whatLiesOutsideIsCutOff() {
        columns.line(0, 1, 10.5, 1);
        columns.line(14.5, 3, 90, 3);

        assertThat(columns.top(0)).isEqualTo(1);
        assertThat(columns.top(4)).isEqualTo(3);
        assertThat(columns.isEmpty(2)).isTrue();
    }

    @Test
    void linesOfOneColumnAreUnited() {
        columns.line(11.1, 5, 11.3, 9);
        columns.line(11.3, 9, 11.6, 1);

        assertThat(columns.top(1)).isEqualTo(1);
        assertThat(columns.bottom(1)).isEqualTo(9);
    }
}
