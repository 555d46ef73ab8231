package io.marquee.evaluate.baseline;

import io.marquee.data.RatingScale;
import io.marquee.data.Split;

/**
 * The baseline a network has to beat: mean + user bias + item bias, each bias shrunk toward zero by a few imaginary
 * ratings (Koren, Factorization meets the neighborhood, KDD 2008, section 2.1: item biases first, then user biases of
 * what is left, with regularisation 25 and 10).
 */
public final class BiasBaseline implements Baseline {

    private static final double ITEM_SHRINKAGE = 25;
    private static final double USER_SHRINKAGE = 10;

    private final double mean;
    private final double[] userBias;
    private final double[] itemBias;
    private final RatingScale scale;

    private BiasBaseline(double mean, double[] userBias, double[] itemBias, RatingScale scale) {
        this.mean = mean;
        this.userBias = userBias;
        this.itemBias = itemBias;
        this.scale = scale;
    }

    /** Fits the baseline on the train part. */
    public static BiasBaseline fit(Split split) {
        var ratings = split.ratings();
        double mean = split.trainStatistics().mean();
        double[] itemBias = new double[ratings.items().size()];
        int[] itemCount = new int[itemBias.length];
        for (int i = 0; i < split.trainSize(); i++) {
            int row = split.trainRow(i);
            itemBias[ratings.item(row)] += ratings.rating(row) - mean;
            itemCount[ratings.item(row)]++;
        }
        for (int item = 0; item < itemBias.length; item++) {
            itemBias[item] /= ITEM_SHRINKAGE + itemCount[item];
        }
        double[] userBias = new double[ratings.users().size()];
        int[] userCount = new int[userBias.length];
        for (int i = 0; i < split.trainSize(); i++) {
            int row = split.trainRow(i);
            userBias[ratings.user(row)] += ratings.rating(row) - mean - itemBias[ratings.item(row)];
            userCount[ratings.user(row)]++;
        }
        for (int user = 0; user < userBias.length; user++) {
            userBias[user] /= USER_SHRINKAGE + userCount[user];
        }
        return new BiasBaseline(mean, userBias, itemBias, ratings.scale());
    }

    @Override
    public double predict(int user, int item) {
        return scale.clip(mean + userBias[user] + itemBias[item]);
    }

    /** Mean squared error over the test part, in squared stars. */
    public double testMse(Split split) {
        var ratings = split.ratings();
        double sum = 0;
        for (int i = 0; i < split.testSize(); i++) {
            int row = split.testRow(i);
            double error = predict(ratings.user(row), ratings.item(row)) - ratings.rating(row);
            sum += error * error;
        }
        return sum / split.testSize();
    }
}
