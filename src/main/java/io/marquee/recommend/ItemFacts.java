package io.marquee.recommend;

import io.marquee.data.HistoryTotals;
import io.marquee.data.Item;
import io.marquee.model.TrainedModel;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What is known of each item a model has an embedding of, by item index, and filters over it. Immutable. */
public final class ItemFacts {

    private final List<Item> items;
    private final int[] ratingCounts;
    private final double[] ratingSums;
    private final Map<String, BitSet> byGenre = new TreeMap<>();

    public ItemFacts(TrainedModel model) {
        this.items = model.catalogue().itemsOf(model.items());
        HistoryTotals totals = model.history().totals(items.size());
        this.ratingCounts = totals.ratingsPerItem();
        this.ratingSums = totals.starsPerItem();
        for (int index = 0; index < items.size(); index++) {
            for (String genre : items.get(index).genres()) {
                byGenre.computeIfAbsent(genre, any -> new BitSet()).set(index);
            }
        }
    }

    public List<Item> items() {
        return items;
    }

    public Item item(int index) {
        return items.get(index);
    }

    /** Ratings of an item in the dataset, train and test part together. */
    public int ratingCount(int index) {
        return ratingCounts[index];
    }

    /** The mean of an item's ratings, train and test part together, in stars; NaN without ratings. */
    public double meanRating(int index) {
        return ratingSums[index] / ratingCounts[index];
    }

    /** All genres, in alphabetical order. */
    public List<String> genres() {
        return List.copyOf(byGenre.keySet());
    }

    /** The items that pass a filter; what users have seen is not looked at. */
    BitSet passing(ItemFilter filter) {
        BitSet passing = new BitSet(items.size());
        if (filter.genres().isEmpty()) {
            passing.set(0, items.size());
        }
        filter.genres().forEach(genre -> passing.or(byGenre.getOrDefault(genre, new BitSet())));
        if (filter.minimumRatings() == 0 && filter.earliestYear().isEmpty() && filter.latestYear().isEmpty()) {
            return passing;
        }
        boolean byYear = filter.earliestYear().isPresent() || filter.latestYear().isPresent();
        int earliest = filter.earliestYear().orElse(Integer.MIN_VALUE);
        int latest = filter.latestYear().orElse(Integer.MAX_VALUE);
        for (int index = passing.nextSetBit(0); index >= 0; index = passing.nextSetBit(index + 1)) {
            boolean inYears = !byYear || items.get(index).year().isPresent()
                    && items.get(index).year().getAsInt() >= earliest && items.get(index).year().getAsInt() <= latest;
            if (!inYears || ratingCounts[index] < filter.minimumRatings()) {
                passing.clear(index);
            }
        }
        return passing;
    }

    /** The genres two items share, in the first one's order. */
    static List<String> shared(Item a, Item b) {
        return a.genres().stream().filter(genre -> b.genres().contains(genre)).toList();
    }
}
