package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TimeVerdictTest {

    @Test
    void arithmeticThatTakesMostMakesTheNetworkTheBottleneck() {
        TimeVerdict verdict = TimeVerdict.of(List.of(new PhaseSeconds(0.5, 3, 0.1, 4, 4, 1.3, 0.6)));

        assertThat(verdict.bottleneck()).isEqualTo(TimeVerdict.Bottleneck.NETWORK);
        assertThat(verdict.sentence())
                .isEqualTo("93 % arithmetic, 1 % data, 6 % evaluation: the network is the bottleneck");
    }

    @Test
    void shufflingAndFillingBesideTheTrainingCostNothing() {
        TimeVerdict verdict = TimeVerdict.of(List.of(new PhaseSeconds(50, 50, 0, 1, 1, 1, 0)));

        assertThat(verdict.dataShare()).isZero();
        assertThat(verdict.bottleneck()).isEqualTo(TimeVerdict.Bottleneck.NETWORK);
    }

    @Test
    void waitingForBatchesMakesTheDataTheBottleneck() {
        TimeVerdict verdict = TimeVerdict.of(List.of(new PhaseSeconds(0, 0, 6, 1, 1, 1, 1)));

        assertThat(verdict.bottleneck()).isEqualTo(TimeVerdict.Bottleneck.DATA);
        assertThat(verdict.sentence()).startsWith("30 % arithmetic, 60 % data, 10 % evaluation: the data");
    }

    @Test
    void aLongEvaluationIsNamed() {
        assertThat(TimeVerdict.of(List.of(new PhaseSeconds(0, 0, 0, 1, 1, 1, 5))).bottleneck())
                .isEqualTo(TimeVerdict.Bottleneck.EVALUATION);
    }

    @Test
    void severalEpochsCountTogetherAndSmallSharesAreNotRoundedToNothing() {
        PhaseSeconds epoch = new PhaseSeconds(0, 0, 0.001, 0.5, 0.4, 0.1, 0);

        assertThat(TimeVerdict.of(List.of(epoch, epoch)).sentence()).contains("under 1 % data").contains("0 % evaluation");
    }

    @Test
    void nothingMeasuredIsNoVerdict() {
        assertThat(TimeVerdict.of(List.of()).sentence()).isEqualTo("No time measured yet");
    }
}
