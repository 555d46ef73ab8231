package io.marquee.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.DenseWeights.Activation;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkWeightsTest {

    private static final float SUBNORMAL = -1.1e-40f;

    private static NetworkWeights weights(float one) {
        return new NetworkWeights(new EmbeddingTable(1, 1, new float[] {0.5f}), new EmbeddingTable(1, 1, new float[] {one}),
                List.of(new DenseWeights(2, 2, new float[] {1, one, -0f, 2}, new float[] {one, 3}, Activation.RELU),
                        new DenseWeights(2, 1, new float[] {1, Float.MIN_NORMAL}, new float[] {0}, Activation.IDENTITY)));
    }

    @Test
    void subnormalNumbersBecomeZeroAndAllOthersStay() {
        NetworkWeights before = weights(SUBNORMAL);
        NetworkWeights after = before.withoutSubnormals();

        assertThat(after.items().values()).containsExactly(0f);
        assertThat(after.layers().get(0).weights()).containsExactly(1, 0, -0f, 2);
        assertThat(after.layers().get(0).bias()).containsExactly(0, 3);
        assertThat(after.layers().get(1).weights()).containsExactly(1, Float.MIN_NORMAL);
        assertThat(before.items().values()).as("the network itself is left alone").containsExactly(SUBNORMAL);
    }

    @Test
    void whatHasNoneIsShared() {
        NetworkWeights before = weights(0.25f);
        NetworkWeights after = before.withoutSubnormals();

        assertThat(after.users()).isSameAs(before.users());
        assertThat(after.items()).isSameAs(before.items());
        assertThat(after.layers().get(0)).isSameAs(before.layers().get(0));
    }

    @Test
    void whatIsNoNumberStays() {
        assertThat(weights(Float.NaN).withoutSubnormals().items().values()[0]).isNaN();
    }
}
