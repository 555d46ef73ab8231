package io.marquee.data;

/**
 * What there is to say about a dataset in a few numbers.
 *
 * @param ratings number of ratings
 * @param users number of users with at least one rating
 * @param items number of items that are listed in the catalogue or rated
 * @param ratedItems number of items with at least one rating
 * @param minimum lowest rating given; NaN where there is none
 * @param maximum highest rating given; NaN where there is none
 * @param mean mean of the ratings; NaN where there is none
 * @param sparsity share of the users x ratedItems matrix that is empty, 0 to 1
 * @param userIdsContiguous whether the users' original ids could be used as indices as they are
 * @param itemIdsContiguous the same of the rated items' ids
 */
public record DatasetSummary(
        long ratings,
        int users,
        int items,
        int ratedItems,
        double minimum,
        double maximum,
        double mean,
        double sparsity,
        boolean userIdsContiguous,
        boolean itemIdsContiguous) {

    /** The summary of a dataset, in time linear in the number of ratings. */
    public static DatasetSummary of(Dataset dataset) {
        return of(dataset, RatingStatistics.of(dataset.ratings()));
    }

    /** The same where the statistics of the dataset's ratings are known. */
    public static DatasetSummary of(Dataset dataset, RatingStatistics statistics) {
        RatingTable table = dataset.ratings();
        IdIndex rated = table.items();
        int items = dataset.catalogue().items().size();
        for (int i = 0; i < rated.size(); i++) {
            items += dataset.catalogue().lists(rated.id(i)) ? 0 : 1;
        }
        double cells = (double) table.users().size() * rated.size();
        return new DatasetSummary(
                statistics.count(),
                table.users().size(),
                items,
                rated.size(),
                statistics.minimum(),
                statistics.maximum(),
                statistics.mean(),
                cells == 0 ? 0 : 1 - statistics.count() / cells,
                table.users().contiguous(),
                rated.contiguous());
    }
}
