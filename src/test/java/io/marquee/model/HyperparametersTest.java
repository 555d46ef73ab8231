package io.marquee.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HyperparametersTest {

    record OutOfRange(Range range, UnaryOperator<HyperparametersBuilder> change) {}

    static Stream<OutOfRange> outOfRange() {
        return Stream.of(
                new OutOfRange(Range.EMBEDDING_SIZE, b -> b.embeddingSize(0)),
                new OutOfRange(Range.EMBEDDING_SIZE, b -> b.embeddingSize(513)),
                new OutOfRange(Range.HIDDEN_LAYERS, b -> b.hiddenLayers(List.of())),
                new OutOfRange(Range.HIDDEN_SIZE, b -> b.hiddenLayers(List.of(8, 0))),
                new OutOfRange(Range.LEARNING_RATE, b -> b.learningRate(0)),
                new OutOfRange(Range.LEARNING_RATE, b -> b.learningRate(Double.NaN)),
                new OutOfRange(Range.LEARNING_RATE, b -> b.learningRate(Double.POSITIVE_INFINITY)),
                new OutOfRange(Range.MOMENTUM, b -> b.momentum(1)),
                new OutOfRange(Range.MOMENTUM, b -> b.momentum(-0.1)),
                new OutOfRange(Range.L2, b -> b.l2(-1)),
                new OutOfRange(Range.BATCH_SIZE, b -> b.batchSize(0)),
                new OutOfRange(Range.EPOCHS, b -> b.epochs(-5)),
                new OutOfRange(Range.EMBEDDING_SCALE, b -> b.embeddingScale(0)));
    }

    @ParameterizedTest
    @MethodSource("outOfRange")
    void aValueOutOfRangeIsRefusedWithItsNameAndRange(OutOfRange example) {
        HyperparametersBuilder builder = Preset.QUICK_LOOK.hyperparameters().toBuilder();

        assertThatThrownBy(() -> example.change().apply(builder).build())
                .isInstanceOfSatisfying(InvalidHyperparameterException.class,
                        e -> assertThat(e.range()).isEqualTo(example.range()))
                .hasMessageStartingWith(example.range().label() + " must be ")
                .hasMessageContaining(example.range().allowed());
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void hyperparametersComeBackFromJsonEqual(Preset preset) throws Exception {
        String json = Json.mapper().writeValueAsString(preset.hyperparameters());

        assertThat(Json.mapper().readValue(json, Hyperparameters.class)).isEqualTo(preset.hyperparameters());
    }

    @Test
    void theLecturePresetIsTheLecturesRecipe() {
        Hyperparameters lecture = Preset.LECTURE.hyperparameters();

        assertThat(lecture.embeddingSize()).isEqualTo(10);
        assertThat(lecture.hiddenLayers()).containsExactly(1024);
        assertThat(lecture.learningRate()).isEqualTo(0.08);
        assertThat(lecture.momentum()).isEqualTo(0.9);
        assertThat(lecture.batchSize()).isEqualTo(1024);
        assertThat(lecture.epochs()).isEqualTo(25);
        assertThat(lecture.embeddingScale()).isEqualTo(0.01);
    }
}
