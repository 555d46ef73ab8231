package io.marquee.recommend;

import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Says which of a user's ratings moved a prediction most: by leaving each out in turn, fitting the user's embedding again
 * to the others ({@link FoldIn}), and predicting again.
 *
 * <p>All ratings are left out by one Gauss-Newton step first, which costs a solution of small equations each: the classical
 * leave-one-out formula of linear least squares (R. D. Cook, Detection of influential observation in linear regression,
 * Technometrics 1977) at the fitted point. Those with the strongest effects are then left out exactly, and the effects shown
 * are the exact ones. Items' embeddings and the network itself stand still: what a rating did to them in training is not
 * counted.
 */
public final class Explainer {

    /** So many of the strongest by the first step are left out exactly, for each one shown. */
    private static final int EXACT_PER_SHOWN = 2;

    /** Keeps the step finite where one rating alone decides a direction. */
    private static final double LEAST_REST = 1e-6;

    private final TrainedModel model;
    private final FoldIn foldIn;
    private final ItemFacts facts;

    Explainer(TrainedModel model, FoldIn foldIn, ItemFacts facts) {
        this.model = model;
        this.foldIn = foldIn;
        this.facts = facts;
    }

    /**
     * Explains a prediction.
     *
     * @param item index of the item
     * @param most how many ratings to name at most
     */
    public Explanation explain(AskedUser user, int item, int most) {
        UserRatings train = user.ratings().train();
        GenreTastes tastes = new GenreTastes(train, facts);
        List<GenreTaste> genres = facts.item(item).genres().stream().map(tastes::of).toList();
        PredictionsOfItem predictions = new PredictionsOfItem(model, item);
        FoldInFit fit = foldIn.fit(train);
        float with = predictions.of(List.of(fit.embedding()))[0];
        List<Influence> influences = new ArrayList<>();
        for (LeftOut suspect : strongest(fit, train, item, predictions, with, most * EXACT_PER_SHOWN)) {
            FoldInFit without = foldIn.fit(train.without(suspect.rating), suspect.point);
            influences.add(new Influence(facts.item(train.items()[suspect.rating]), train.ratings()[suspect.rating],
                    with - predictions.of(List.of(without.embedding()))[0]));
        }
        influences.sort(Comparator.comparingDouble((Influence influence) -> Math.abs(influence.effect())).reversed());
        return new Explanation(facts.item(item),
                model.scale().clip(predictions.of(List.of(user.embedding()))[0]), model.scale().clip(with), train.size(),
                List.copyOf(influences.subList(0, Math.min(most, influences.size()))), genres);
    }

    /** A rating, and about where the embedding would be without it. */
    private record LeftOut(int rating, double[] point) {}

    private static List<LeftOut> strongest(FoldInFit fit, UserRatings train, int item, PredictionsOfItem predictions,
            float with, int most) {
        Cholesky curvature = fit.curvature();
        List<LeftOut> all = new ArrayList<>();
        List<float[]> embeddings = new ArrayList<>();
        for (int rating = 0; rating < train.size(); rating++) {
            // A rating of the item itself is no reason to recommend it.
            if (train.items()[rating] != item) {
                LeftOut left = new LeftOut(rating, withoutRating(fit, curvature, rating));
                all.add(left);
                embeddings.add(FoldInFit.floats(left.point));
            }
        }
        float[] without = predictions.of(embeddings);
        return IntStream.range(0, without.length)
                .boxed()
                .sorted(Comparator.comparingDouble(k -> -Math.abs(with - without[k])))
                .limit(most)
                .map(all::get)
                .toList();
    }

    /** One Gauss-Newton step from the fit to where the others alone would have it. */
    private static double[] withoutRating(FoldInFit fit, Cholesky curvature, int rating) {
        double[] gradient = fit.gradient(rating);
        double[] direction = curvature.solve(gradient);
        double leverage = 0;
        for (int i = 0; i < gradient.length; i++) {
            leverage += gradient[i] * direction[i];
        }
        double length = fit.residual(rating) / Math.max(LEAST_REST, 1 - leverage);
        double[] point = fit.point();
        for (int i = 0; i < point.length; i++) {
            point[i] += length * direction[i];
        }
        return point;
    }
}
