package io.marquee.cli;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSummary;
import io.marquee.data.ImportReport;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.FewRatings;
import io.marquee.data.profile.GenreShare;
import io.marquee.data.profile.LongTail;
import io.marquee.data.profile.MovieTally;
import io.marquee.data.profile.RatingHistogram;
import io.marquee.data.profile.Timeline;
import io.marquee.data.profile.TopMovies;
import io.marquee.data.profile.UserGroups;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What {@code inspect --json} prints. Instants and months are written as in ISO 8601, in UTC.
 *
 * @param summary its fields stand beside the others
 */
record InspectReport(
        String dataset,
        @JsonUnwrapped DatasetSummary summary,
        double standardDeviation,
        OptionalDouble noiseFloor,
        List<RatingHistogram.Bin> ratingHistogram,
        Optional<LongTail> ratingsPerUser,
        Optional<LongTail> ratingsPerItem,
        List<FewRatings> fewRatings,
        int neverRated,
        Optional<String> firstRating,
        Optional<String> lastRating,
        List<Month> months,
        List<GenreShare> genres,
        Optional<UserGroups> userGroups,
        List<Movie> mostRated,
        List<Movie> bestRated,
        String bestRatedRule,
        ImportReport importReport) {

    /** The ratings of a month. */
    record Month(String month, long ratings) {}

    /** A movie at the top; the best rated ones carry what they are ranked by. */
    record Movie(String id, String title, OptionalInt year, int ratings, double mean, OptionalDouble weightedMean) {

        static Movie of(MovieTally movie, OptionalDouble weightedMean) {
            return new Movie(movie.item().id(), movie.item().title(), movie.item().year(), movie.ratings(),
                    movie.mean(), weightedMean);
        }
    }

    static InspectReport of(Dataset dataset, DatasetProfile profile) {
        Optional<Timeline> timeline = profile.timeline();
        TopMovies top = profile.top();
        return new InspectReport(
                dataset.name(),
                profile.summary(),
                profile.standardDeviation(),
                dataset.noiseFloor(),
                profile.ratings().bins(),
                profile.users(),
                profile.items(),
                profile.fewRatings(),
                profile.neverRated(),
                timeline.map(time -> time.first().toString()),
                timeline.map(time -> time.last().toString()),
                timeline.map(Timeline::months).orElse(List.of()).stream()
                        .map(month -> new Month(month.month().toString(), month.ratings())).toList(),
                profile.genres(),
                profile.userGroups(),
                top.mostRated().stream().map(movie -> Movie.of(movie, OptionalDouble.empty())).toList(),
                top.bestRated().stream()
                        .map(best -> Movie.of(best.movie(), OptionalDouble.of(best.weightedMean()))).toList(),
                top.rule(),
                dataset.report());
    }
}
