package io.marquee.recommend;

import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Measures how fast a model answers, on the thread that calls. */
public final class AnswerSpeedTest {

    private static final int WARM_UP = 30;
    private static final int OWN_RATINGS = 10;
    private static final double SLOWEST = 0.95;

    private final TrainedModel model;
    private final int questions;
    private final SplittableRandom random = new SplittableRandom(11);

    /** @param questions how many of each kind to ask, after some to warm up */
    public AnswerSpeedTest(TrainedModel model, int questions) {
        this.model = model;
        this.questions = questions;
    }

    public AnswerSpeed run() {
        AskedModel asked = new AskedModel(model);
        TopNRecommender plain = new TopNRecommender(model);
        int[] users = someUsers();
        double[] computed = time(k -> plain.recommend(model.users().id(users[k]), 10, false));
        asked.scorer().keepProductsNow();
        double[] top = time(k -> asked.recommender().recommend(model.users().id(users[k]), 10, false));
        List<UserRatings> own = IntStream.range(0, questions + WARM_UP)
                .mapToObj(k -> firstOf(asked.recommender().user(model.users().id(users[k])).ratings())).toList();
        double[] foldIn = time(k -> asked.newUser(own.get(k)));
        double[] explanation = time(k -> {
            AskedUser user = asked.recommender().user(model.users().id(users[k]));
            asked.explainer().explain(user, users[k] % asked.facts().items().size(), 6);
        });
        int[] movies = IntStream.of(users).map(user -> user % asked.facts().items().size()).toArray();
        double[] similar = time(k -> asked.similar().to(movies[k], 50, 5));
        double[] title = time(k -> asked.titles().search(misspelt(asked.facts().item(movies[k]).title()), 12));
        return new AnswerSpeed(model.protocol().dataset(), asked.facts().items().size(),
                model.hyperparameters().hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                questions, asked.scorer().productsKept(), middle(top), top[(int) (SLOWEST * (top.length - 1))],
                middle(computed), middle(foldIn), middle(explanation), middle(similar), middle(title));
    }

    private int[] someUsers() {
        return IntStream.range(0, questions + WARM_UP).map(k -> random.nextInt(model.users().size())).toArray();
    }

    private static UserRatings firstOf(UserRatings ratings) {
        Map<Integer, Float> ten = new TreeMap<>();
        for (int k = 0; k < Math.min(OWN_RATINGS, ratings.size()); k++) {
            ten.put(ratings.items()[k], ratings.ratings()[k]);
        }
        return UserRatings.of(ten);
    }

    /** Two neighbouring letters swapped. */
    private static String misspelt(String title) {
        int middle = title.length() / 2;
        return middle < 1 ? title : title.substring(0, middle - 1) + title.charAt(middle) + title.charAt(middle - 1)
                + title.substring(middle + 1);
    }

    /** Milliseconds of each question, ascending. */
    private double[] time(IntConsumer question) {
        for (int k = 0; k < WARM_UP; k++) {
            question.accept(questions + k);
        }
        double[] milliseconds = new double[questions];
        for (int k = 0; k < questions; k++) {
            long start = System.nanoTime();
            question.accept(k);
            milliseconds[k] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(milliseconds);
        return milliseconds;
    }

    private static double middle(double[] sorted) {
        return sorted[sorted.length / 2];
    }
}
