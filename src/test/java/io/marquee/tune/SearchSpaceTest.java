package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.model.Hyperparameters;
import io.marquee.model.Json;
import io.marquee.model.OptimizerKind;
import io.marquee.train.Runs;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchSpaceTest {

    private static SearchSpace space(String... variations) {
        return new SearchSpace(List.of(variations).stream().map(Variation::parse).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"learning-rate=0.0001..0.01:log", "embedding=8,16,32", "hidden=64,512-256", "optimizer=adam,sgd",
        "l2=0..0.001:5", "batch=128..4096:log:6", "epochs=2..20", "momentum=0.5..0.99", "embedding-scale=0.01..0.1"})
    void whatIsWrittenIsReadAsTheSame(String text) {
        assertThat(Variation.parse(text).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            learning-rate                    | written with its values, such as embedding=8,16,32
            speed=1,2                        | “speed” cannot be varied; what can is learning-rate, embedding
            embedding=8,,16                  | Embedding size: a value is missing
            embedding=0,8                    | Embedding size must be a whole number from 1 to 512, not 0.
            embedding=8.5                    | Embedding size must be a whole number from 1 to 512, not 8.5.
            embedding=many                   | Embedding size must be a whole number from 1 to 512, not “many”.
            learning-rate=0.1..0.01          | Learning rate: A range goes from a lower to a higher value, such as 0.01..0.1.
            learning-rate=0..0.1             | Learning rate must be a number above 0
            l2=0..0.1:log                    | L2: A logarithmic range begins above 0, not at 0.
            l2=0..0.1:steep                  | L2: behind a range stands log, linear or how many
            l2=0..NaN                        | L2 must be a number from 0 to 1, not “NaN”.
            batch=8..64:1                    | A grid takes 2 to 1000 values of a range, not 1.
            optimizer=adam..sgd              | Optimiser has no range
            optimizer=lion                   | Optimiser must be one of adam, sgd, nesterovs, not “lion”.
            hidden=64,0-3                    | Hidden layer size must be
            """)
    void whatCannotBeIsRefusedInASentence(String text, String sentence) {
        assertThatThrownBy(() -> Variation.parse(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(sentence).hasMessageEndingWith(".");
    }

    @Test
    void nothingAndTheSameTwiceAreRefused() {
        assertThatThrownBy(SearchSpaceTest::space).hasMessageContaining("Nothing varies");
        assertThatThrownBy(() -> space("l2=0,0.1", "l2=0.2")).hasMessageContaining("L2 is varied twice");
    }

    @Test
    void drawsStayWithinTheirRangesAndReachAllOfThem() {
        SearchSpace space = space("learning-rate=0.0001..0.1:log", "batch=16..64", "hidden=8,16-4", "optimizer=adam,sgd");
        SplittableRandom random = new SplittableRandom(5);
        int low = 0;
        Set<OptimizerKind> optimizers = new HashSet<>();
        Set<List<Integer>> layers = new HashSet<>();
        for (int i = 0; i < 900; i++) {
            Hyperparameters point = space.draw(Runs.small(), random);
            assertThat(point.learningRate()).isBetween(0.0001, 0.1);
            assertThat(point.batchSize()).isBetween(16, 64);
            assertThat(point.momentum()).isEqualTo(Runs.small().momentum());
            optimizers.add(point.optimizer());
            layers.add(point.hiddenLayers());
            low += point.learningRate() < 0.001 ? 1 : 0;
        }
        assertThat(low).as("a third of the decades, a third of the draws").isBetween(220, 380);
        assertThat(optimizers).containsExactlyInAnyOrder(OptimizerKind.ADAM, OptimizerKind.SGD);
        assertThat(layers).containsExactlyInAnyOrder(List.of(8), List.of(16, 4));
    }

    @Test
    void aGridHasEveryCombinationOnce() {
        SearchSpace space = space("learning-rate=0.001..0.1:log", "embedding=4,8", "batch=10..12:5");
        Set<List<String>> points = new HashSet<>();
        for (int i = 0; i < space.gridSize(); i++) {
            points.add(space.values(space.gridPoint(Runs.small(), i)));
        }
        assertThat(points).hasSize(18).hasSize((int) space.gridSize());
        assertThat(points).contains(List.of("0.01", "8", "11"), List.of("0.001", "4", "10"));
    }

    @Test
    void aPlanIsTheSameAfterJson() throws Exception {
        SearchPlan plan = SearchPlan.of(Runs.request(Runs.small().toBuilder().epochs(9).build(), "cpu"),
                space("learning-rate=0.0001..0.1:log", "hidden=8,16-4"), new SuccessiveHalving(3, 3), 7, 2.5, Optional.empty());

        SearchPlan read = Json.mapper().readValue(Json.mapper().writeValueAsString(plan), SearchPlan.class);

        assertThat(read).isEqualTo(plan);
        assertThat(plan.base().split().validationFraction()).isEqualTo(0.1);
        assertThat(plan.protocol()).contains("a validation part, 10 % of the train part", "measured once");
    }
}
