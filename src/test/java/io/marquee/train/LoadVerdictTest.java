package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.FilterSpec;
import io.marquee.data.open.SizeEstimate;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadVerdictTest {

    private static final long MB = 1L << 20;

    private static final SizeEstimate TWENTY_MILLION = new SizeEstimate(20_000_263, 138_493, 27_278);

    private static LoadVerdict twentyMillion(boolean training, long available) {
        return twentyMillion(FilterSpec.NONE, training, available);
    }

    private static LoadVerdict twentyMillion(FilterSpec filter, boolean training, long available) {
        return LoadVerdict.of(TWENTY_MILLION, filter,
                training ? Optional.of(Preset.LECTURE.hyperparameters()) : Optional.empty(), available);
    }

    private static FilterSpec filter(int minRatings, Double minRating, int users) {
        return new FilterSpec(minRatings, minRatings, minRating, null, null, null, users, 1);
    }

    @Test
    void whatFitsIsSaidToFit() {
        LoadVerdict verdict = twentyMillion(true, 4096 * MB);

        assertThat(verdict.fits()).isTrue();
        assertThat(verdict.sentence()).startsWith("About ").contains("to open, some 631 MB of memory", "MB to train",
                "it fits into the 4,096 MB this program may use");
    }

    @Test
    void openingAloneNeedsLess() {
        assertThat(twentyMillion(false, 700 * MB).fits()).isTrue();
        assertThat(twentyMillion(true, 700 * MB).fits()).isFalse();
    }

    @Test
    void whereTrainingDoesNotFitASampleIsProposedThatDoes() {
        LoadVerdict verdict = twentyMillion(true, 700 * MB);

        assertThat(verdict.sentence()).contains("does not fit into the 700 MB", "MARQUEE_MEMORY=1g",
                "or train on a part, such as a sample of ");
        long users = Long.parseLong(verdict.sentence().replaceAll(".*sample of ([\\d,]+) users.*", "$1").replace(",", ""));
        assertThat(LoadVerdict.of(new SizeEstimate(20_000_263 * users / 138_493, users, 27_278), FilterSpec.NONE,
                Optional.of(Preset.LECTURE.hyperparameters()), 700 * MB).fits()).isTrue();
        assertThat(twentyMillion(filter(0, null, (int) users), true, 700 * MB).fits()).as("the sample that was proposed")
                .isTrue();
    }

    @Test
    void aFilterTakesACopyOfWhatItLeaves() {
        LoadVerdict whole = twentyMillion(true, 700 * MB);
        LoadVerdict ofRatings = twentyMillion(filter(0, 1.0, 0), true, 700 * MB);
        LoadVerdict cored = twentyMillion(filter(20, null, 0), true, 700 * MB);

        assertThat(ofRatings.openingBytes()).isGreaterThan(whole.openingBytes());
        assertThat(ofRatings.trainingBytes()).as("the ratings that are left out are let go of")
                .isEqualTo(whole.trainingBytes());
        assertThat(cored.openingBytes()).isGreaterThan(whole.openingBytes());
        assertThat(cored.trainingBytes()).as("both tables stay, and the baselines have a table and a split of their own")
                .isEqualTo(whole.trainingBytes() + (13 + 13 + 4) * TWENTY_MILLION.ratings());
    }

    @Test
    void whatRanOutOfMemoryBesideItsBaselinesIsSaidNotToFit() {
        FilterSpec cored = new FilterSpec(20, 5, null, null, null, null, 0, 1);
        Optional<Hyperparameters> quickLook = Optional.of(Preset.QUICK_LOOK.hyperparameters());

        assertThat(LoadVerdict.of(TWENTY_MILLION, cored, quickLook, 1250 * MB).fits()).isFalse();
        assertThat(LoadVerdict.of(TWENTY_MILLION, cored, quickLook, 1500 * MB).fits()).isTrue();
    }

    @Test
    void aSmallSampleNeedsLittleMoreThanOpeningAll() {
        LoadVerdict sampled = twentyMillion(filter(20, null, 1000), true, 700 * MB);

        assertThat(sampled.openingBytes()).isEqualTo(twentyMillion(false, 700 * MB).openingBytes());
        assertThat(sampled.trainingBytes()).isLessThan(200 * MB);
        assertThat(twentyMillion(filter(0, null, 1_000_000), true, 700 * MB).trainingBytes())
                .as("more users than there are").isEqualTo(twentyMillion(true, 700 * MB).trainingBytes());
    }

    @Test
    void whereOpeningDoesNotFitOnlyMemoryOrLessDataHelp() {
        assertThat(twentyMillion(true, 300 * MB).sentence()).contains("or choose a smaller dataset");
    }
}
