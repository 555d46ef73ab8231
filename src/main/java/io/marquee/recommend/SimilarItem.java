package io.marquee.recommend;

import io.marquee.data.Item;
import java.util.List;

/**
 * An item near another one.
 *
 * @param rank place in the list, counted from 1
 * @param item the item
 * @param cosine cosine of the angle between the two embeddings, -1 to 1
 * @param sharedGenres genres both have
 * @param ratingCount number of ratings of the item in the dataset: how much its embedding rests on
 */
public record SimilarItem(int rank, Item item, double cosine, List<String> sharedGenres, int ratingCount) {}
