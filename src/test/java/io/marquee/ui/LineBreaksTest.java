package io.marquee.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.BreakIterator;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class LineBreaksTest {

    @Test
    void noLineCanBeginWithADotOrAPerCentSign() {
        String words = LineBreaks.keep("User 1 · 30 ratings, 20 % of them in the test part · mean 4.00");

        BreakIterator lines = BreakIterator.getLineInstance(Locale.ROOT);
        lines.setText(words);
        int breaks = 0;
        for (int at = lines.next(); at != BreakIterator.DONE && at < words.length(); at = lines.next()) {
            assertThat(words.substring(at)).doesNotStartWith("·").doesNotStartWith("%").doesNotStartWith("\u00a0");
            breaks++;
        }
        assertThat(breaks).as("places where it may be broken").isGreaterThan(8);
        assertThat(words.replace('\u00a0', ' ')).isEqualTo("User 1 · 30 ratings, 20 % of them in the test part · mean 4.00");
    }
}
