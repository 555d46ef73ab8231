package io.marquee.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Holds sums to the bits of one order of additions, written here in plain Java, from the first call, which is interpreted,
 * to calls so late that they are compiled. The numbers differ so much in size that another order shows.
 */
class OrderOfAdditionsTest {

    /** So many that the second compiler was done before, on Java 17 and 25: -XX:+PrintCompilation tells. */
    private static final int CALLS = 20_000;
    private static final int LEFT = 5;
    private static final int RIGHT = 7;

    private final SplittableRandom random = new SplittableRandom(12);

    @BeforeEach
    void needsTheVectorApi() {
        assumeTrue(Kernels.vectorObstacle().isEmpty(), "Needs the Vector API; Java was started without it.");
    }

    @Test
    void pairsAreSummedLaneByLaneWhateverStandsBesideThem() {
        PairKernel kernel = Kernels.fastestPairs();
        int lanes = kernel.lanes();
        int width = 3 * lanes;
        float[] left = random(LEFT * width);
        float[] right = random(RIGHT * width);
        float[] weights = random(width);
        float[] expected = new float[LEFT * RIGHT];
        for (int l = 0; l < LEFT; l++) {
            for (int r = 0; r < RIGHT; r++) {
                float[] sums = new float[lanes];
                for (int k = 0; k < width; k++) {
                    float unit = Math.max(0, left[l * width + k] + right[r * width + k]);
                    sums[k % lanes] = Math.fma(weights[k], unit, sums[k % lanes]);
                }
                expected[l * RIGHT + r] = inOrder(sums, 0, lanes);
            }
        }
        float[] out = new float[expected.length];
        for (int call = 0; call < CALLS; call++) {
            kernel.score(left, 0, LEFT, right, 0, RIGHT, weights, out);
            if (!Arrays.equals(out, expected)) {
                assertThat(out).as("call %d", call).containsExactly(expected);
            }
        }
    }

    @Test
    void anOutputIsSummedLaneByLane() {
        DenseKernel kernel = Kernels.fastest();
        int lanes = kernel.panel() / 2;
        float[] partial = random(DenseKernel.TILE * lanes);
        float[] expected = new float[DenseKernel.TILE];
        for (int s = 0; s < expected.length; s++) {
            expected[s] = 0.5f + inOrder(partial, s * lanes, lanes);
        }
        float[] out = new float[expected.length];
        for (int call = 0; call < CALLS; call++) {
            kernel.finishOutput(partial, expected.length, 0.5f, out);
            if (!Arrays.equals(out, expected)) {
                assertThat(out).as("call %d", call).containsExactly(expected);
            }
        }
    }

    private static float inOrder(float[] values, int from, int count) {
        float sum = 0;
        for (int i = 0; i < count; i++) {
            sum += values[from + i];
        }
        return sum;
    }

    /** Of both signs, from a hundredth to a hundred in size. */
    private float[] random(int size) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-2, 3)));
        }
        return values;
    }
}
