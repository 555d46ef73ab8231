package io.marquee.recommend;

/** A fold-in at one embedding: errors, how they change, and where a step would lead. Immutable. */
final class FoldInFit {

    private final double[] point;
    private final double[] residuals;
    private final float[] gradients;
    private final double[] pulled;
    private final double[] pull;
    private final double objective;

    /**
     * @param point the embedding
     * @param residuals predicted minus given, in units of the network's output, one a rating
     * @param gradients of each prediction for the embedding, row-major {@code [ratings][size]}
     * @param pulled pull times the distance to the mean user
     * @param pull see {@link UserPrior}
     * @param objective what is minimised
     */
    FoldInFit(double[] point, double[] residuals, float[] gradients, double[] pulled, double[] pull, double objective) {
        this.point = point;
        this.residuals = residuals;
        this.gradients = gradients;
        this.pulled = pulled;
        this.pull = pull;
        this.objective = objective;
    }

    double objective() {
        return objective;
    }

    double[] point() {
        return point.clone();
    }

    float[] embedding() {
        return floats(point);
    }

    static float[] floats(double[] values) {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = (float) values[i];
        }
        return floats;
    }

    double residual(int rating) {
        return residuals[rating];
    }

    /** How the prediction of one rating changes with the embedding. */
    double[] gradient(int rating) {
        double[] gradient = new double[point.length];
        for (int i = 0; i < gradient.length; i++) {
            gradient[i] = gradients[rating * point.length + i];
        }
        return gradient;
    }

    /** Half the objective's second derivative as Gauss and Newton see it: the pull plus each rating's outer product. */
    Cholesky curvature() {
        return Cholesky.of(damped(0), point.length);
    }

    private double[] damped(double damping) {
        int size = point.length;
        double[] matrix = pull.clone();
        for (int rating = 0; rating < residuals.length; rating++) {
            int at = rating * size;
            for (int i = 0; i < size; i++) {
                double value = gradients[at + i];
                for (int j = 0; j < size; j++) {
                    matrix[i * size + j] += value * gradients[at + j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            matrix[i * size + i] *= 1 + damping;
        }
        return matrix;
    }

    /** The embedding one damped Gauss-Newton step further. */
    double[] stepped(double damping) {
        int size = point.length;
        double[] slope = pulled.clone();
        for (int rating = 0; rating < residuals.length; rating++) {
            for (int i = 0; i < size; i++) {
                slope[i] += residuals[rating] * gradients[rating * size + i];
            }
        }
        double[] step = Cholesky.of(damped(damping), size).solve(slope);
        double[] next = point.clone();
        for (int i = 0; i < size; i++) {
            next[i] -= step[i];
        }
        return next;
    }
}
