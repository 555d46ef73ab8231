package io.marquee.recommend;

import io.marquee.model.EmbeddingTable;
import io.marquee.model.TrainedModel;
import io.marquee.model.WarmRows;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Which items to ask a new user about: known to many, and telling much about the user's embedding.
 *
 * <p>How telling an item is, is the standard deviation of its prediction under what is known of the user so far (normal
 * around the fold-in, with the inverse curvature as covariance). It is multiplied by the logarithm of the number of
 * ratings, after the log(popularity) x entropy of A. M. Rashid et al., Getting to know you: learning new user preferences
 * in recommender systems, IUI 2002. Items are chosen one by one, each as if those before it had been answered already, so
 * that the list does not ask the same thing twice.
 */
public final class TellingItems {

    /** Only the best known items are asked about. */
    private static final int POOL = 400;

    private final TrainedModel model;
    private final FoldIn foldIn;
    private final ItemFacts facts;
    private final int[] pool;

    TellingItems(TrainedModel model, FoldIn foldIn, ItemFacts facts, WarmRows warm) {
        this.model = model;
        this.foldIn = foldIn;
        this.facts = facts;
        this.pool = IntStream.range(0, facts.items().size())
                .filter(warm::warmItem)
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(item -> -facts.ratingCount(item)))
                .limit(POOL)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /**
     * Chooses items to ask about.
     *
     * @param known what the user has rated
     * @param passed items not to ask about
     * @return item indices, the most useful first
     */
    public List<Integer> choose(UserRatings known, Set<Integer> passed, int count) {
        int[] open = IntStream.of(pool).filter(item -> known.find(item) < 0 && !passed.contains(item)).toArray();
        double[][] spread = spread(open, foldIn.fit(known));
        double[][] covariance = new double[open.length][open.length];
        for (int i = 0; i < open.length; i++) {
            for (int j = 0; j <= i; j++) {
                covariance[i][j] = inner(spread[i], spread[j]);
                covariance[j][i] = covariance[i][j];
            }
        }
        List<Integer> chosen = new ArrayList<>();
        boolean[] taken = new boolean[open.length];
        while (chosen.size() < Math.min(count, open.length)) {
            int next = mostTelling(open, covariance, taken);
            taken[next] = true;
            chosen.add(open[next]);
            answer(covariance, next);
        }
        return chosen;
    }

    private int mostTelling(int[] open, double[][] covariance, boolean[] taken) {
        int best = -1;
        double highest = -1;
        for (int i = 0; i < open.length; i++) {
            double value = Math.log1p(facts.ratingCount(open[i])) * Math.sqrt(Math.max(0, covariance[i][i]));
            if (!taken[i] && (best < 0 || value > highest)) {
                best = i;
                highest = value;
            }
        }
        return best;
    }

    /** What would be left to know if one item were rated, with a rating's noise as the unit. */
    private static void answer(double[][] covariance, int answered) {
        double[] row = covariance[answered].clone();
        double scale = 1 / (1 + row[answered]);
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                covariance[i][j] -= scale * row[i] * row[j];
            }
        }
    }

    /** For each item a vector whose inner products are covariances of predictions, in units of a rating's noise. */
    private double[][] spread(int[] open, FoldInFit fit) {
        EmbeddingTable items = model.weights().items();
        int size = model.weights().users().size();
        int width = size + items.size();
        float[] embedding = fit.embedding();
        float[] inputs = new float[open.length * width];
        for (int i = 0; i < open.length; i++) {
            System.arraycopy(embedding, 0, inputs, i * width, size);
            items.copyRow(open[i], inputs, i * width + size);
        }
        float[] gradients = new float[open.length * size];
        foldIn.network().pass().run(inputs, open.length, new float[open.length], gradients);
        Cholesky curvature = fit.curvature();
        double[][] spread = new double[open.length][];
        double[] gradient = new double[size];
        for (int i = 0; i < open.length; i++) {
            for (int k = 0; k < size; k++) {
                gradient[k] = gradients[i * size + k];
            }
            spread[i] = curvature.solveLower(gradient);
        }
        return spread;
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }
}
