package io.marquee.ui.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldParserTest {

    @ParameterizedTest
    @EnumSource(FormField.class)
    void nonsenseIsRefusedWithASentenceInEachField(FormField field) {
        for (String nonsense : new String[] {"", "abc", "NaN", "1f", "0x10", "Infinity", "1e999", "--", "🎬", "1.2.3"}) {
            assertThatIllegalArgumentException().as("%s in %s", nonsense, field)
                    .isThrownBy(() -> FieldParser.check(field, nonsense)).withMessageMatching("(?s).{20,}\\.");
        }
    }

    @ParameterizedTest
    @CsvSource({"LEARNING_RATE,1e-3", "LEARNING_RATE,10", "MOMENTUM,0", "EPOCHS,10000", "L2,0", "TEST_FRACTION,0.5",
            "SEED,-7", "SPLIT_SEED,9223372036854775807", "EMBEDDING_SIZE, 12 ", "BATCH_SIZE,1"})
    void allowedValuesAreTaken(FormField field, String text) {
        assertThatCode(() -> FieldParser.check(field, text)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"LEARNING_RATE,0", "LEARNING_RATE,10.1", "MOMENTUM,1", "EPOCHS,0", "EPOCHS,2.5", "EMBEDDING_SIZE,513",
            "TEST_FRACTION,1", "SEED,9223372036854775808", "BATCH_SIZE,-1"})
    void valuesOutOfRangeAreRefused(FormField field, String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(field, text))
                .withMessageContaining(field.label());
    }

    @Test
    void aDecimalCommaGetsAHint() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.LEARNING_RATE, "0,08"))
                .withMessage("Learning rate must be a number above 0, at most 10, not “0,08”. "
                        + "Write decimals with a point.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"512,256", "512, 256", " 512 256 ", "512;256,"})
    void layersAreSeparatedByCommasOrSpaces(String text) {
        assertThat(FieldParser.layers(text)).containsExactly(512, 256);
    }

    @Test
    void nineLayersAreTooMany() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.layers("1,2,3,4,5,6,7,8,9"))
                .withMessage("There may be at most 8 hidden layers, not 9.");
    }

    @Test
    void anEmptyFieldAndATooLongSeedAreToldApartFromNonsense() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.SEED, " "))
                .withMessage("Seed is empty: type a whole number such as 42.");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.SCHEDULE, ""))
                .withMessage("Schedule is empty: choose one of the list, such as constant.");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.SEED, "99999999999999999999"))
                .withMessage("Seed must be a whole number such as 42 of at most 18 digits, not “99999999999999999999”, which is too large.");
    }

    @Test
    void aNumberBeyondTheRangeIsSaidToBeTooLarge() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.EPOCHS, "99999999999"))
                .withMessage("Epochs must be a whole number from 1 to 10,000, not “99999999999”, which is too large.");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.BATCH_SIZE, "0"))
                .withMessage("Batch size must be a whole number from 1 to 1,048,576, not “0”.");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.EPOCHS, "2.5"))
                .withMessage("Epochs must be a whole number from 1 to 10,000, not “2.5”.");
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.layers("512, 99999999999"))
                .withMessage("Each hidden layer must be a whole number from 1 to 16,384, not “99999999999”, which is too large.");
    }

    @Test
    void longNonsenseIsQuotedInShort() {
        assertThatIllegalArgumentException().isThrownBy(() -> FieldParser.check(FormField.EPOCHS, "x".repeat(5000)))
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(120));
    }
}
