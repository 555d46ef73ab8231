package io.marquee.serve;

import io.marquee.data.Item;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.SimilarItem;
import java.util.List;

/** What is answered, as JSON shows it. Ids that are whole numbers are numbers; years are null where they are not known. */
final class Answers {

    private Answers() {}

    record Failure(String error) {}

    /**
     * How the server is.
     *
     * @param warm whether the server has warmed up, so that it answers as fast as it can
     * @param listsReady users whose list is worked out already
     */
    record Health(
            String status, String dataset, int epoch, double testMse, int users, int movies, boolean warm,
            int listsReady) {}

    record Movie(Object movieId, String title, Integer year, List<String> genres) {
        static Movie of(Item item) {
            return new Movie(id(item.id()), item.title(), item.year().isPresent() ? item.year().getAsInt() : null,
                    item.genres());
        }
    }

    record Recommended(
            int rank, Object movieId, String title, Integer year, List<String> genres, double predictedRating,
            int ratings) {

        static Recommended of(Recommendation recommendation) {
            Movie movie = Movie.of(recommendation.item());
            return new Recommended(recommendation.rank(), movie.movieId, movie.title, movie.year, movie.genres,
                    recommendation.predictedRating(), recommendation.ratingCount());
        }
    }

    record ForUser(Object user, List<Recommended> recommendations) {}

    record Rated(Object movieId, String title, double rating) {}

    record ForRatings(List<Rated> rated, List<Recommended> recommendations) {}

    record Neighbour(
            int rank, Object movieId, String title, Integer year, List<String> genres, double cosine,
            List<String> sharedGenres, int ratings) {

        static Neighbour of(SimilarItem similar) {
            Movie movie = Movie.of(similar.item());
            return new Neighbour(similar.rank(), movie.movieId, movie.title, movie.year, movie.genres, similar.cosine(),
                    similar.sharedGenres(), similar.ratingCount());
        }
    }

    record Similar(Movie movie, List<Neighbour> similar) {}

    static Object id(String original) {
        try {
            long number = Long.parseLong(original);
            // "007" is an id of its own: only what comes back unchanged is a number.
            return Long.toString(number).equals(original) ? number : original;
        } catch (NumberFormatException e) {
            return original;
        }
    }
}
