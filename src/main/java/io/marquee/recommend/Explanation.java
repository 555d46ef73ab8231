package io.marquee.recommend;

import io.marquee.data.Item;
import java.util.List;

/**
 * Why an item is recommended.
 *
 * @param item the item
 * @param predicted the network's prediction with the user's embedding, clipped to the scale, in stars
 * @param explained the prediction with the embedding folded in from the user's ratings, which is what is explained; the
 *     nearer to {@code predicted}, the more the explanation is of that prediction
 * @param explainedFrom number of ratings the embedding was folded in from
 * @param influences the ratings that moved the prediction most, strongest first
 * @param genres how the user rates each of the item's genres
 */
public record Explanation(
        Item item,
        double predicted,
        double explained,
        int explainedFrom,
        List<Influence> influences,
        List<GenreTaste> genres) {

    /** How far the user rates the item's genres above their own mean, damped, in stars; 0 where it has no genres. */
    public double genreAgreement() {
        return genres.stream().mapToDouble(GenreTaste::lift).average().orElse(0);
    }
}
