package io.marquee.data;

/**
 * Sums over all histories. The arrays are shared and must not be written to.
 *
 * @param ratingsPerItem number of ratings of each item, train and test part together
 * @param starsPerItem sum of each item's ratings, in stars
 * @param usersInTrain for each user, whether the train part holds a rating of theirs
 * @param itemsInTrain for each item, whether the train part holds a rating of it
 */
public record HistoryTotals(
        int[] ratingsPerItem, double[] starsPerItem, boolean[] usersInTrain, boolean[] itemsInTrain) {}
