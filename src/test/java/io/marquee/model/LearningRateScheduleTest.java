package io.marquee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.LearningRateSchedule.Constant;
import io.marquee.model.LearningRateSchedule.Cosine;
import io.marquee.model.LearningRateSchedule.Exponential;
import io.marquee.model.LearningRateSchedule.OneCycle;
import io.marquee.model.LearningRateSchedule.Step;
import io.marquee.model.LearningRateSchedule.WarmUp;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LearningRateScheduleTest {

    static Stream<LearningRateSchedule> schedules() {
        return Stream.of(new Constant(), new Step(10, 0.5), new Exponential(0.95), new Cosine(0), new Cosine(0.01),
                new OneCycle(), new WarmUp(0.5, new Constant()), new WarmUp(2, new Cosine(0.1)),
                new WarmUp(1, new Step(3, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void aScheduleComesBackFromItsTextAndFromJson(LearningRateSchedule schedule) throws Exception {
        assertThat(LearningRateSchedule.parse(schedule.text())).isEqualTo(schedule);
        Hyperparameters hyperparameters = Preset.LECTURE.hyperparameters().toBuilder().schedule(schedule).build();
        String json = Json.mapper().writeValueAsString(hyperparameters);
        assertThat(json).contains("\"schedule\":\"" + schedule.text() + "\"");
        assertThat(Json.mapper().readValue(json, Hyperparameters.class)).isEqualTo(hyperparameters);
    }

    @ParameterizedTest
    @MethodSource("schedules")
    void theFactorIsNeverNegativeNorAboveOne(LearningRateSchedule schedule) {
        for (double epoch = 0; epoch <= 20; epoch += 0.05) {
            assertThat(schedule.factor(epoch, 20)).isBetween(0.0, 1.0);
        }
    }

    @ParameterizedTest
    @CsvSource({"constant, 7, 1", "'step:10,0.5', 9.9, 1", "'step:10,0.5', 10, 0.5", "'step:10,0.5', 20.1, 0.25",
        "exponential:0.9, 2, 0.81", "cosine, 0, 1", "cosine, 10, 0.5", "cosine, 20, 0", "cosine:0.2, 20, 0.2",
        "one-cycle, 0, 0.04", "one-cycle, 6, 1", "one-cycle, 20, 0.000004", "warm-up:2, 1, 0.5", "warm-up:2, 2, 1",
        "warm-up:2, 9, 1", "warm-up:10+cosine, 10, 0.5", "warm-up:10+cosine, 5, 0.4267767"})
    void factorsAreThoseOfTheFormulas(String text, double epoch, double factor) {
        assertThat(LearningRateSchedule.parse(text).factor(epoch, 20)).isCloseTo(factor, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linear", "step", "step:10", "step:1.5,0.5", "step:0,0.5", "step:10,2", "exponential",
        "exponential:0", "exponential:x", "cosine:2", "cosine:-1", "one-cycle:3", "constant:1", "warm-up:0",
        "warm-up:1+warm-up:2", "cosine+step:1,0.5", "warm-up:1+"})
    void nonsenseIsRefusedWithASentence(String text) {
        assertThatThrownBy(() -> LearningRateSchedule.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The schedule ").hasMessageEndingWith(".");
    }

    @Test
    void modelsOfVersionsWithoutSchedulesHaveAConstantRate() throws Exception {
        String json = Json.mapper().writeValueAsString(Preset.QUICK_LOOK.hyperparameters())
                .replaceAll(",\"schedule\":\"constant\",\"earlyStopping\":null", "");

        assertThat(json).doesNotContain("schedule");
        assertThat(Json.mapper().readValue(json, Hyperparameters.class))
                .isEqualTo(Preset.QUICK_LOOK.hyperparameters());
    }

    @Test
    void earlyStoppingWaitsForAGainThatCounts() {
        EarlyStopping rule = new EarlyStopping(2, 0.01);

        assertThat(rule.isDue(new double[] {})).isFalse();
        assertThat(rule.isDue(new double[] {0.9, 0.895})).isFalse();
        assertThat(rule.isDue(new double[] {0.9, 0.895, 0.891})).isTrue();
        assertThat(rule.isDue(new double[] {0.9, 0.895, 0.889})).isFalse();
        assertThat(rule.isDue(new double[] {0.9, 0.8, 0.85, 0.85})).isTrue();
        assertThatThrownBy(() -> new EarlyStopping(0, 0)).hasMessageContaining("Patience must be");
    }
}
