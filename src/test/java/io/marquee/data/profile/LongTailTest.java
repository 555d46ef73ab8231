package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongTailTest {

    @Test
    void binsGrowAsOneTwoFiveAndKeepTheEmptyOnesBetween() {
        LongTail tail = LongTail.of(new int[] {3, 700, 2, 21});

        assertThat(tail.bins()).containsExactly(new LongTail.Bin(2, 4, 2), new LongTail.Bin(5, 9, 0),
                new LongTail.Bin(10, 19, 0), new LongTail.Bin(20, 49, 1), new LongTail.Bin(50, 99, 0),
                new LongTail.Bin(100, 199, 0), new LongTail.Bin(200, 499, 0), new LongTail.Bin(500, 999, 1));
    }

    @Test
    void equalCountsHaveAGiniOfZeroAndOneOwnerOfAllNearlyOne() {
        assertThat(LongTail.of(new int[] {7, 7, 7, 7}).gini()).isCloseTo(0, within(1e-12));

        int[] uneven = new int[1000];
        Arrays.fill(uneven, 1);
        uneven[17] = 1_000_000;
        assertThat(LongTail.of(uneven).gini()).isBetween(0.99, 1.0);
        assertThat(LongTail.of(uneven).topTenthShare()).isGreaterThan(0.999);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void giniIsHalfTheRelativeMeanDifferenceOfAllPairs(long seed) {
        int[] counts = random(seed);
        double differences = 0;
        double sum = 0;
        for (int a : counts) {
            sum += a;
            for (int b : counts) {
                differences += Math.abs(a - b);
            }
        }
        double n = counts.length;

        assertThat(LongTail.of(counts).gini()).isCloseTo(differences / (2 * n * n * (sum / n)), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everyMemberIsInOneBinAndTheRanksFallFromTheFirstToTheLast(long seed) {
        int[] counts = random(seed);
        LongTail tail = LongTail.of(counts);

        assertThat(tail.members()).isEqualTo(counts.length);
        assertThat(tail.bins().stream().mapToInt(LongTail.Bin::members).sum()).isEqualTo(counts.length);
        for (LongTail.Bin bin : tail.bins()) {
            assertThat(Arrays.stream(counts).filter(count -> count >= bin.from() && count <= bin.to()).count())
                    .isEqualTo(bin.members());
        }
        assertThat(tail.ranks().get(0)).isEqualTo(new LongTail.Rank(1, Arrays.stream(counts).max().getAsInt()));
        assertThat(tail.ranks().get(tail.ranks().size() - 1))
                .isEqualTo(new LongTail.Rank(counts.length, Arrays.stream(counts).min().getAsInt()));
        assertThat(tail.ranks()).hasSizeLessThanOrEqualTo(LongTail.RANKS).isSortedAccordingTo((a, b) ->
                a.rank() != b.rank() ? Integer.compare(a.rank(), b.rank()) : Integer.compare(b.ratings(), a.ratings()));
    }

    @Test
    void quantilesAreInterpolatedAsNumPyDoes() {
        Quantiles quantiles = LongTail.of(new int[] {4, 1, 10, 3}).quantiles();

        assertThat(quantiles).isEqualTo(new Quantiles(1, 2.5, 3.5, 5.5, quantiles.ninetieth(), 10, 4.5));
        assertThat(quantiles.ninetieth()).isCloseTo(8.2, within(1e-9));
    }

    private static int[] random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        return random.doubles(1 + random.nextInt(400), 0, 4).mapToInt(power -> (int) Math.pow(10, power))
                .toArray();
    }
}
