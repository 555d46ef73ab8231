package io.marquee.train.fused;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.DenseKernel;
import io.marquee.kernel.Kernels;
import io.marquee.model.GraphWeights;
import io.marquee.model.Hyperparameters;
import io.marquee.model.NetworkWeights;
import io.marquee.model.RecommenderGraph;
import io.marquee.train.Batch;
import io.marquee.train.Runs;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A parameter that is no longer a number shows in the loss of the first batch it takes part in, whatever the kernel. */
class NotANumberTest {

    private static final Hyperparameters HYPERPARAMETERS = Runs.small().toBuilder().hiddenLayers(List.of(24, 12)).build();

    /** What is poisoned. */
    record Case(String name, DenseKernel kernel, Consumer<NetworkWeights> poison) {
        @Override
        public String toString() {
            return name + ", " + kernel.description();
        }
    }

    static Stream<Case> cases() {
        return Stream.of(Kernels.fastest(), Kernels.portable()).flatMap(kernel -> Stream.of(
                new Case("user embedding", kernel, weights -> weights.users().values()[0] = Float.NaN),
                new Case("item embedding", kernel, weights -> weights.items().values()[0] = Float.NaN),
                new Case("first layer", kernel, weights -> weights.layers().get(0).weights()[5] = Float.NaN),
                new Case("second layer's bias", kernel, weights -> weights.layers().get(1).bias()[3] = Float.NaN),
                new Case("output", kernel, weights -> weights.layers().get(2).weights()[7] = Float.NaN),
                new Case("infinite output", kernel,
                        weights -> weights.layers().get(2).bias()[0] = Float.POSITIVE_INFINITY)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isFoundInTheFirstStep(Case broken) {
        NetworkWeights weights = GraphWeights.read(RecommenderGraph.build(HYPERPARAMETERS, 5, 7));
        broken.poison().accept(weights);
        Batch batch = new Batch(6);
        for (int i = 0; i < 6; i++) {
            batch.users()[i] = i % 5;
            batch.items()[i] = i;
            batch.targets()[i] = 0.5f * i - 1;
        }
        batch.setSize(6);

        try (FusedEngine engine = new FusedEngine(weights, HYPERPARAMETERS, 2, broken.kernel())) {
            assertThat(Double.isFinite(engine.train(batch))).isFalse();
        }
    }
}
