package io.marquee.data.profile;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.RatingStatistics;
import io.marquee.data.RatingTable;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RatingHistogramTest {

    @Test
    void aRatingOnTheGridThatNobodyGaveHasABinOfNone() {
        assertThat(bins(0.5f, 1f, 1f, 2.5f)).containsExactly(bin(0.5, 1), bin(1, 2), bin(1.5, 0), bin(2, 0), bin(2.5, 1));
    }

    @Test
    void tenthsAreWrittenAsTenths() {
        assertThat(bins(0.1f, 0.2f, 0.3f, 0.3f)).containsExactly(bin(0.1, 1), bin(0.2, 1), bin(0.3, 2));
    }

    @Test
    void valuesOnNoGridStandAlone() {
        assertThat(bins(1f, 1.7f, 5f, 100f)).containsExactly(bin(1, 1), bin(1.7, 1), bin(5, 1), bin(100, 1));
    }

    @Test
    void aSingleValueIsOneBin() {
        assertThat(bins(3f, 3f)).containsExactly(bin(3, 2));
    }

    @Test
    void noRatingsGiveNoBins() {
        assertThat(bins()).isEmpty();
    }

    @Test
    void manyValuesAreCountedInBinsOfARoundWidthThatHoldThemAll() {
        SplittableRandom random = new SplittableRandom(3);
        float[] ratings = new float[5000];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = (float) random.nextDouble(-9.96, 10);
        }
        List<RatingHistogram.Bin> bins = bins(ratings);

        assertThat(bins).extracting(RatingHistogram.Bin::from).startsWith(-10.0, -9.0, -8.0).hasSize(20);
        assertThat(bins.stream().mapToLong(RatingHistogram.Bin::ratings).sum()).isEqualTo(5000);
        for (RatingHistogram.Bin bin : bins) {
            long inside = 0;
            for (float rating : ratings) {
                inside += rating >= bin.from() && rating < bin.to() ? 1 : 0;
            }
            assertThat(bin.ratings()).isEqualTo(inside);
        }
    }

    private static List<RatingHistogram.Bin> bins(float... ratings) {
        RatingTable table = Tables.ofRatings(ratings);
        return RatingHistogram.of(table, RatingStatistics.of(table)).bins();
    }

    private static RatingHistogram.Bin bin(double value, long ratings) {
        return new RatingHistogram.Bin(value, value, ratings);
    }
}
