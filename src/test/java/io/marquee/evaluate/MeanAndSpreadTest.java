package io.marquee.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MeanAndSpreadTest {

    @Test
    void theSpreadIsTheSampleStandardDeviation() {
        MeanAndSpread spread = MeanAndSpread.of(2, 4, 4, 4, 5, 5, 7, 9);

        assertThat(spread.mean()).isEqualTo(5);
        assertThat(spread.standardDeviation()).isCloseTo(Math.sqrt(32 / 7.0), within(1e-12));
        assertThat(spread.inWords()).isEqualTo("5.0000 ± 2.1381");
    }

    @Test
    void oneMeasurementDoesNotScatterAndNoneIsNoMeasurement() {
        assertThat(MeanAndSpread.of(0.7)).isEqualTo(new MeanAndSpread(0.7, 0, 1));
        assertThat(MeanAndSpread.of(0.7).inWords()).isEqualTo("0.7000");
        assertThatIllegalArgumentException().isThrownBy(MeanAndSpread::of);
    }
}
