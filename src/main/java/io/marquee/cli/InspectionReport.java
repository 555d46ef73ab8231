package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
import io.marquee.data.RatingStatistics;
import io.marquee.data.RatingTable;

/**
 * A dataset as {@code inspect --json} prints it.
 *
 * @param ratings number of ratings
 * @param users number of users
 * @param items number of items, rated or not
 * @param ratedItems number of items with a rating
 * @param minimum lowest rating
 * @param maximum highest rating
 * @param mean mean rating
 * @param sparsity share of the pairs of a user and a rated item without a rating
 * @param userIdsContiguous whether user ids were whole numbers without gaps from 0 or 1
 * @param itemIdsContiguous the same of the rated items' ids
 */
record InspectionReport(
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

    static InspectionReport of(Dataset dataset) {
        RatingTable table = dataset.ratings();
        RatingStatistics statistics = RatingStatistics.of(table);
        double pairs = (double) table.users().size() * table.items().size();
        return new InspectionReport(table.size(), table.users().size(), allItems(dataset), table.items().size(),
                statistics.minimum(), statistics.maximum(), statistics.mean(), 1 - table.size() / pairs,
                table.users().contiguous(), table.items().contiguous());
    }

    private static int allItems(Dataset dataset) {
        IdIndex rated = dataset.ratings().items();
        int unlisted = 0;
        for (int i = 0; i < rated.size(); i++) {
            if (!dataset.catalogue().lists(rated.id(i))) {
                unlisted++;
            }
        }
        return dataset.catalogue().items().size() + unlisted;
    }
}
