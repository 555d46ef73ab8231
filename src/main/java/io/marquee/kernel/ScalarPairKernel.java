package io.marquee.kernel;

/** Pair scores in plain Java, for JVMs without the Vector API. */
final class ScalarPairKernel implements PairKernel {

    private static final int LANES = 8;

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public void score(
            float[] left,
            int firstLeft,
            int leftRows,
            float[] right,
            int firstRight,
            int rightRows,
            float[] weights,
            float[] out) {
        int width = weights.length;
        for (int l = 0; l < leftRows; l++) {
            for (int r = 0; r < rightRows; r++) {
                out[l * rightRows + r] = pair(left, (firstLeft + l) * width, right, (firstRight + r) * width, weights);
            }
        }
    }

    private static float pair(float[] left, int l, float[] right, int r, float[] weights) {
        // Four sums, since one would wait for its own last addition.
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        for (int k = 0; k < weights.length; k += 4) {
            s0 += Math.max(0, left[l + k] + right[r + k]) * weights[k];
            s1 += Math.max(0, left[l + k + 1] + right[r + k + 1]) * weights[k + 1];
            s2 += Math.max(0, left[l + k + 2] + right[r + k + 2]) * weights[k + 2];
            s3 += Math.max(0, left[l + k + 3] + right[r + k + 3]) * weights[k + 3];
        }
        return s0 + s1 + (s2 + s3);
    }
}
