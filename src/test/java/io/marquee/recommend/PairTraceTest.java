package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTraceTest {

    @ParameterizedTest
    @ValueSource(strings = {"16", "12,40,5"})
    void theStepsEndAtThePredictionAndAddUpToIt(String hidden) {
        List<Integer> sizes = Arrays.stream(hidden.split(",")).map(Integer::valueOf).toList();
        TrainedModel model = RandomModels.of(8, 20, 5, sizes, 21);
        Predictor raw = Predictor.of(model, false);
        int item = 0;
        while (!raw.warm().warmItem(item)) {
            item++;
        }
        for (int user = 0; user < 8; user++) {
            float[] embedding = raw.userEmbedding(user);
            float[] expected = new float[1];
            raw.scorer().predict(new int[] {user}, new int[] {item}, 1, expected);

            PairTrace trace = PairTrace.of(model.weights(), model.centring(), model.scale(), embedding, item);

            assertThat((float) trace.raw()).isCloseTo(expected[0], within(1e-4f));
            assertThat(trace.prediction()).isEqualTo(model.scale().clip(trace.raw()));
            assertThat(trace.hidden()).extracting(layer -> layer.length).isEqualTo(sizes);
            assertThat(trace.centring().mean() + trace.bias() + trace.raised() + trace.lowered())
                    .isCloseTo(trace.raw(), within(1e-4));
            assertThat(trace.lowered()).isNotPositive();
            assertThat(trace.raised()).isNotNegative();
        }
    }
}
