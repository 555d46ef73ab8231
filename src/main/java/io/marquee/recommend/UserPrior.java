package io.marquee.recommend;

import io.marquee.model.EmbeddingTable;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;

/**
 * What is believed of a new user's embedding before any rating: a normal distribution with the mean and the covariance of
 * the embeddings the network has learnt. Its pull is measured against the noise of a rating, for which the model's train
 * MSE stands: few ratings move a user little from the mean, and directions in which users differ move easily.
 *
 * @param mean mean embedding
 * @param pull the noise's variance times the inverse of the covariance, row-major {@code [size][size]}, in squared units of
 *     the network's output
 * @param noise variance of a rating around its prediction, in squared units of the network's output
 */
record UserPrior(double[] mean, double[] pull, double noise) {

    /** Users the covariance is estimated from: enough for it, few enough for large embeddings. */
    private static final int SAMPLE = 4096;

    /** Added to the variances, as a share of their mean, so that directions without spread can be inverted. */
    private static final double RIDGE = 0.01;

    private static final double LEAST_VARIANCE = 1e-6;

    /** In squared stars: half-star scales cannot be predicted better. */
    private static final double LEAST_NOISE = 0.02;

    static UserPrior of(TrainedModel model, Predictor predictor) {
        EmbeddingTable users = model.weights().users();
        float[] center = predictor.meanUserEmbedding();
        int size = users.size();
        double[] mean = new double[size];
        for (int k = 0; k < size; k++) {
            mean[k] = center[k];
        }
        double[] covariance = covariance(users, predictor, mean);
        double trace = 0;
        for (int k = 0; k < size; k++) {
            trace += covariance[k * size + k];
        }
        for (int k = 0; k < size; k++) {
            covariance[k * size + k] += Math.max(LEAST_VARIANCE, RIDGE * trace / size);
        }
        double trainMse = model.result().trainMse();
        double scale = model.centring().scale();
        double noise = Math.max(LEAST_NOISE, Double.isFinite(trainMse) ? trainMse : 1) / (scale * scale);
        double[] pull = Cholesky.of(covariance, size).inverse();
        for (int i = 0; i < pull.length; i++) {
            pull[i] *= noise;
        }
        return new UserPrior(mean, pull, noise);
    }

    private static double[] covariance(EmbeddingTable users, Predictor predictor, double[] mean) {
        int size = users.size();
        double[] sums = new double[size * size];
        double[] away = new double[size];
        int step = Math.max(1, users.rows() / Math.max(SAMPLE, 4 * size));
        int counted = 0;
        for (int user = 0; user < users.rows(); user += step) {
            if (!predictor.warm().warmUser(user)) {
                continue;
            }
            counted++;
            for (int k = 0; k < size; k++) {
                away[k] = users.values()[user * size + k] - mean[k];
            }
            for (int i = 0; i < size; i++) {
                for (int j = 0; j <= i; j++) {
                    sums[i * size + j] += away[i] * away[j];
                }
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j <= i; j++) {
                sums[i * size + j] /= Math.max(1, counted);
                sums[j * size + i] = sums[i * size + j];
            }
        }
        return sums;
    }
}
