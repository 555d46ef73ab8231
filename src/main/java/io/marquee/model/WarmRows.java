package io.marquee.model;

import io.marquee.data.HistoryTotals;
import io.marquee.data.RatedItems;
import io.marquee.data.Split;

/**
 * Which users and items the network has learnt something about: those with a rating in the train part. The embeddings
 * of all others ("cold" ones) still hold their random initial values and say nothing.
 *
 * @param users for each user, whether the train part holds a rating of theirs
 * @param items for each item, whether the train part holds a rating of it
 */
public record WarmRows(boolean[] users, boolean[] items) {

    public static WarmRows of(Split split) {
        return new WarmRows(split.usersInTrain(), split.itemsInTrain());
    }

    /** From the histories a model file carries. */
    public static WarmRows of(RatedItems history, int itemCount) {
        HistoryTotals totals = history.totals(itemCount);
        return new WarmRows(totals.usersInTrain(), totals.itemsInTrain());
    }

    /** Whether a user index is one the network has learnt; {@link io.marquee.data.IdIndex#UNKNOWN} is not. */
    public boolean warmUser(int user) {
        return user >= 0 && users[user];
    }

    /** Whether an item index is one the network has learnt; {@link io.marquee.data.IdIndex#UNKNOWN} is not. */
    public boolean warmItem(int item) {
        return item >= 0 && items[item];
    }
}
