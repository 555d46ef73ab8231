package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MatineeRandomTest {

    private static final int DRAWS = 200_000;

    private final MatineeRandom random = new MatineeRandom(5, MatineeRandom.Purpose.USERS, 0);

    @Test
    void streamsOfDifferentPurposeNumberOrSeedDiffer() {
        assertThat(new double[] {
            new MatineeRandom(5, MatineeRandom.Purpose.USERS, 0).uniform(),
            new MatineeRandom(5, MatineeRandom.Purpose.MOVIES, 0).uniform(),
            new MatineeRandom(5, MatineeRandom.Purpose.USERS, 1).uniform(),
            new MatineeRandom(6, MatineeRandom.Purpose.USERS, 0).uniform()
        }).doesNotHaveDuplicates();
    }

    @Test
    void gaussianHasMeanZeroAndVarianceOne() {
        RatingStatistics.Accumulator drawn = new RatingStatistics.Accumulator();
        for (int i = 0; i < DRAWS; i++) {
            drawn.add(random.gaussian());
        }
        assertThat(drawn.result().mean()).isCloseTo(0, within(0.01));
        assertThat(drawn.result().standardDeviation()).isCloseTo(1, within(0.01));
    }

    @Test
    void exponentialHasMeanOne() {
        assertThat(IntStream.range(0, DRAWS).mapToDouble(i -> random.exponential()).average().orElseThrow())
                .isCloseTo(1, within(0.02));
    }

    @Test
    void belowReachesAllNumbersEvenly() {
        int[] counts = new int[7];
        for (int i = 0; i < DRAWS; i++) {
            counts[random.below(7)]++;
        }
        for (int count : counts) {
            assertThat(count * 7.0 / DRAWS).isCloseTo(1, within(0.05));
        }
    }

    @Test
    void aliasTableAndChooseFollowTheWeights() {
        double[] weights = {0, 1, 0.25, 8, 0.75, 0};
        AliasTable table = new AliasTable(weights);
        int[] byTable = new int[weights.length];
        int[] bySum = new int[weights.length];
        for (int i = 0; i < DRAWS; i++) {
            byTable[table.draw(random)]++;
            bySum[random.choose(weights)]++;
        }
        for (int i = 0; i < weights.length; i++) {
            assertThat(byTable[i] / (double) DRAWS).isCloseTo(weights[i] / 10, within(0.005));
            assertThat(bySum[i] / (double) DRAWS).isCloseTo(weights[i] / 10, within(0.005));
        }
        assertThat(byTable[0] + byTable[5] + bySum[0] + bySum[5]).isZero();
    }

    @Test
    void aliasTableRefusesWeightsThatAreAllZero() {
        assertThatThrownBy(() -> new AliasTable(new double[3])).hasMessageContaining("nothing to draw from");
    }
}
