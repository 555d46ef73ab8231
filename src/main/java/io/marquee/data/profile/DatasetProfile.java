package io.marquee.data.profile;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSummary;
import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.data.RatingStatistics;
import io.marquee.data.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * What a dataset looks like. Immutable.
 *
 * @param summary the most important numbers
 * @param standardDeviation of the ratings, population form; NaN where there are none
 * @param ratings how often each rating was given
 * @param users ratings per user; empty where there are no ratings
 * @param items ratings per rated movie; empty where there are no ratings
 * @param fewRatings users and movies that are rarely seen
 * @param neverRated listed movies that nobody rated
 * @param timeline ratings over time; empty where the source has no timestamps
 * @param genres what the data is about, most ratings first; empty where no genres are known
 * @param userGroups who the users are; empty where the source does not tell
 * @param top the most and the best rated movies
 * @param movies all movies, listed or rated, those of the catalogue first
 */
public record DatasetProfile(
        DatasetSummary summary,
        double standardDeviation,
        RatingHistogram ratings,
        Optional<LongTail> users,
        Optional<LongTail> items,
        List<FewRatings> fewRatings,
        int neverRated,
        Optional<Timeline> timeline,
        List<GenreShare> genres,
        Optional<UserGroups> userGroups,
        TopMovies top,
        List<MovieTally> movies) {

    public DatasetProfile {
        fewRatings = List.copyOf(fewRatings);
        genres = List.copyOf(genres);
        movies = List.copyOf(movies);
    }

    /**
     * Looks at all ratings, each column once and at the same time as the others. Blocking: call it from a background
     * thread.
     */
    public static DatasetProfile of(Dataset dataset) {
        RatingTable table = dataset.ratings();
        // Columns and not blocks of rows: nothing has to be added up afterwards, so that sums do not depend on how many
        // processors there are.
        CompletableFuture<int[]> perUser = start(table::ratingsPerUser);
        CompletableFuture<Optional<Timeline>> timeline = start(() -> Timeline.of(table));
        CompletableFuture<List<MovieTally>> movies = start(() -> movies(table, dataset.catalogue()));
        CompletableFuture<Optional<UserGroups>> userGroups = start(() -> UserGroups.of(table, dataset.catalogue()));
        RatingStatistics statistics = RatingStatistics.of(table);
        RatingHistogram histogram = RatingHistogram.of(table, statistics);
        int[] userCounts = IntStream.of(perUser.join()).filter(count -> count > 0).toArray();
        List<MovieTally> tallies = movies.join();
        int[] itemCounts = tallies.stream().mapToInt(MovieTally::ratings).filter(count -> count > 0).toArray();
        return new DatasetProfile(
                DatasetSummary.of(dataset, statistics),
                statistics.standardDeviation(),
                histogram,
                tail(userCounts),
                tail(itemCounts),
                FewRatings.of(userCounts, itemCounts),
                tallies.size() - itemCounts.length,
                timeline.join(),
                GenreShare.of(tallies),
                userGroups.join(),
                TopMovies.of(tallies, statistics.count(), statistics.mean()),
                tallies);
    }

    private static <T> CompletableFuture<T> start(Supplier<T> work) {
        return CompletableFuture.supplyAsync(work);
    }

    private static Optional<LongTail> tail(int[] counts) {
        return counts.length == 0 ? Optional.empty() : Optional.of(LongTail.of(counts));
    }

    private static List<MovieTally> movies(RatingTable table, Catalogue catalogue) {
        int[] counts = new int[table.items().size()];
        double[] sums = new double[counts.length];
        for (int row = 0; row < table.size(); row++) {
            int item = table.item(row);
            counts[item]++;
            sums[item] += table.rating(row);
        }
        List<MovieTally> movies = new ArrayList<>(Math.max(counts.length, catalogue.items().size()));
        for (Item item : catalogue.items()) {
            movies.add(tally(item, table.items().indexOf(item.id()), counts, sums));
        }
        for (int index = 0; index < counts.length; index++) {
            String id = table.items().id(index);
            if (!catalogue.lists(id)) {
                movies.add(tally(catalogue.item(id), index, counts, sums));
            }
        }
        return movies;
    }

    private static MovieTally tally(Item item, int index, int[] counts, double[] sums) {
        return index == IdIndex.UNKNOWN
                ? new MovieTally(item, index, 0, Double.NaN)
                : new MovieTally(item, index, counts[index], sums[index] / counts[index]);
    }
}
