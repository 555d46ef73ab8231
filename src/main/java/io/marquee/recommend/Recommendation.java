package io.marquee.recommend;

import io.marquee.data.Item;
import java.util.Optional;

/**
 * One recommended item.
 *
 * @param rank place in the list, counted from 1
 * @param item what is recommended
 * @param predictedRating predicted rating clipped to the rating scale, in stars
 * @param ratingCount number of ratings of the item in the dataset: how much the prediction rests on
 * @param actual what the user really gave, where they have rated the item
 */
public record Recommendation(
        int rank, Item item, double predictedRating, int ratingCount, Optional<ActualRating> actual) {}
