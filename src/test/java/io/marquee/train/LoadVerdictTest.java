package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.model.Preset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoadVerdictTest {

    private static final long MB = 1L << 20;

    private static LoadVerdict twentyMillion(boolean training, long available) {
        return LoadVerdict.of(20_000_263, 138_493, 27_278,
                training ? Optional.of(Preset.LECTURE.hyperparameters()) : Optional.empty(), available);
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
        assertThat(LoadVerdict.of(20_000_263 * users / 138_493, users, 27_278,
                Optional.of(Preset.LECTURE.hyperparameters()), 700 * MB).fits()).isTrue();
    }

    @Test
    void whereOpeningDoesNotFitOnlyMemoryOrLessDataHelp() {
        assertThat(twentyMillion(true, 300 * MB).sentence()).contains("or choose a smaller dataset");
    }
}
