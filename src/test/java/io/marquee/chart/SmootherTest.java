package io.marquee.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SmootherTest {

    @Test
    void theFirstValueIsNotDrawnTowardsZero() {
        assertThat(new Smoother(100).next(5)).isCloseTo(5, within(1e-9));
    }

    @Test
    void equalValuesStayEqual() {
        Smoother smoother = new Smoother(20);
        for (int i = 0; i < 100; i++) {
            assertThat(smoother.next(0.7)).isCloseTo(0.7, within(1e-9));
        }
    }

    @Test
    void aStepIsFollowedOverAboutSoManyValues() {
        Smoother smoother = new Smoother(50);
        for (int i = 0; i < 1000; i++) {
            smoother.next(0);
        }
        double after = 0;
        for (int i = 0; i < 50; i++) {
            after = smoother.next(1);
        }
        assertThat(after).isBetween(0.6, 0.66);
    }
}
