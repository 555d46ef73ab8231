package io.marquee.recommend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitNetworkTest {

    @ParameterizedTest
    @ValueSource(strings = {"16", "37", "24,9", "12,40,5"})
    void predictionsEqualThoseOfTheWholeNetwork(String hidden) {
        List<Integer> layers = Arrays.stream(hidden.split(",")).map(Integer::valueOf).toList();
        TrainedModel model = RandomModels.of(9, 70, 5, layers, 11);
        Predictor predictor = Predictor.of(model, false);
        SplitNetwork network = new SplitNetwork(model, predictor);
        float[] users = new float[9 * network.width()];
        float[] items = new float[70 * network.width()];
        IntStream.range(0, 9).forEach(user -> network.userSums(user, users, user));
        IntStream.range(0, 70).forEach(item -> network.itemSums(item, items, item));

        float[] ratings = new float[7 * 65];
        network.scorer().predict(users, 2, 7, items, 5, 65, ratings);

        for (int user = 0; user < 7; user++) {
            float[] expected = new float[65];
            int[] same = new int[65];
            Arrays.fill(same, user + 2);
            predictor.scorer().predict(same, IntStream.range(5, 70).toArray(), 65, expected);
            for (int item = 0; item < 65; item++) {
                assertThat(ratings[user * 65 + item]).isCloseTo(expected[item], within(1e-4f));
            }
        }
    }
}
