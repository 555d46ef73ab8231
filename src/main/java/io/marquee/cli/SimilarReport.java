package io.marquee.cli;

import io.marquee.data.Item;
import io.marquee.recommend.SimilarItem;
import java.util.List;

/** Similar movies as {@code recommend --similar --json} prints them. */
record SimilarReport(Object movieId, String title, Integer year, List<Entry> similar) {

    /** One of them; the year is null where it is not known. */
    record Entry(int rank, Object movieId, String title, Integer year, List<String> genres, double cosine,
            List<String> sharedGenres, int ratingCount) {}

    static SimilarReport of(Item movie, List<SimilarItem> similar) {
        return new SimilarReport(RecommendationReport.id(movie.id()), movie.title(), RecommendationReport.year(movie),
                similar.stream().map(each -> new Entry(each.rank(), RecommendationReport.id(each.item().id()),
                        each.item().title(), RecommendationReport.year(each.item()), each.item().genres(),
                        each.cosine(), each.sharedGenres(), each.ratingCount())).toList());
    }
}
