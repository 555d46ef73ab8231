package io.marquee.recommend;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * How a user rates each genre. Means of few ratings are damped toward the user's own mean, as is usual for biases
 * (Y. Koren, Factor in the neighbors, TKDD 2010, section 2.1).
 */
final class GenreTastes {

    static final int DAMPING = 5;

    private record Sum(int count, double ratings) {
        Sum plus(Sum other) {
            return new Sum(count + other.count, ratings + other.ratings);
        }
    }

    private final Map<String, Sum> sums = new TreeMap<>();
    private final double mean;

    GenreTastes(UserRatings rated, ItemFacts facts) {
        this.mean = rated.mean();
        for (int k = 0; k < rated.size(); k++) {
            for (String genre : facts.item(rated.items()[k]).genres()) {
                sums.merge(genre, new Sum(1, rated.ratings()[k]), Sum::plus);
            }
        }
    }

    /** The taste for one genre, rated or not. */
    GenreTaste of(String genre) {
        Sum sum = sums.getOrDefault(genre, new Sum(0, 0));
        double lift = sum.count == 0 ? 0 : (sum.ratings - sum.count * mean) / (sum.count + DAMPING);
        return new GenreTaste(genre, sum.count, sum.ratings / sum.count, lift);
    }

    /** The tastes for all rated genres, the best liked first. */
    List<GenreTaste> all() {
        List<GenreTaste> tastes = new ArrayList<>();
        sums.keySet().forEach(genre -> tastes.add(of(genre)));
        tastes.sort(Comparator.comparingDouble(GenreTaste::lift).reversed());
        return tastes;
    }
}
