package io.marquee.data;

import java.util.ArrayList;
import java.util.List;

/** The movies of each first genre, ready to be drawn by popularity. Immutable. */
final class MoviesByGenre {

    private final List<int[]> movies = new ArrayList<>();
    private final List<AliasTable> tables = new ArrayList<>();
    private final double[] popularity = new double[MatineeGenre.values().length];

    MoviesByGenre(MatineeMovies all) {
        List<List<Integer>> byGenre = new ArrayList<>();
        for (int genre = 0; genre < popularity.length; genre++) {
            byGenre.add(new ArrayList<>());
        }
        for (int movie = 0; movie < all.size(); movie++) {
            int genre = all.genres(movie).get(0).ordinal();
            byGenre.get(genre).add(movie);
            popularity[genre] += all.popularity(movie);
        }
        for (List<Integer> ofGenre : byGenre) {
            movies.add(ofGenre.stream().mapToInt(Integer::intValue).toArray());
            // A genre without movies has popularity 0 and is never drawn from.
            tables.add(ofGenre.isEmpty() ? null
                    : new AliasTable(ofGenre.stream().mapToDouble(all::popularity).toArray()));
        }
    }

    /** The sum of the popularities of a genre's movies. */
    double popularity(MatineeGenre genre) {
        return popularity[genre.ordinal()];
    }

    /** A movie of a genre, by popularity. */
    int draw(int genre, MatineeRandom random) {
        return movies.get(genre)[tables.get(genre).draw(random)];
    }
}
