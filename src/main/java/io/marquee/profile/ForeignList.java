package io.marquee.profile;

import io.marquee.data.InvalidDataException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the columns of a list of ratings mean, told by its header.
 *
 * @param source what wrote the list, for people
 * @param id column of the id in the dataset; -1 where there is none, as for the others
 * @param imdb column of the id at the Internet Movie Database, such as tt0113277
 * @param title column of the title
 * @param year column of the year
 * @param rating column of the rating
 * @param maximum highest rating of the source; 0 for that of the model's scale
 */
record ForeignList(String source, int id, int imdb, int title, int year, int rating, double maximum) {

    private static final double LETTERBOXD_MAXIMUM = 5;
    private static final double IMDB_MAXIMUM = 10;

    private static final Set<String> IDS = Set.of("movieid", "itemid", "id");
    private static final Set<String> TITLES = Set.of("title", "name", "movie", "film");
    private static final Set<String> RATINGS = Set.of("rating", "stars");

    /** @throws InvalidDataException if the header has no column of ratings, or none that says of what */
    static ForeignList of(List<String> header, String file) throws InvalidDataException {
        List<String> names = header.stream()
                .map(name -> name.replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT)).toList();
        if (names.contains("const") && names.contains("your rating")) {
            return new ForeignList("IMDb", -1, names.indexOf("const"), names.indexOf("title"), names.indexOf("year"),
                    names.indexOf("your rating"), IMDB_MAXIMUM);
        }
        if (names.contains("letterboxd uri") && names.contains("name") && names.contains("rating")) {
            return new ForeignList("Letterboxd", -1, -1, names.indexOf("name"), names.indexOf("year"),
                    names.indexOf("rating"), LETTERBOXD_MAXIMUM);
        }
        int id = first(names, IDS).orElse(-1);
        int title = first(names, TITLES).orElse(-1);
        int rating = first(names, RATINGS).orElse(-1);
        if (rating < 0 || id < 0 && title < 0) {
            throw new InvalidDataException(file + ", line 1: the header is \"" + String.join(",", header)
                    + "\"; expected a column \"rating\" and a column \"title\" or \"movieId\", or the export of "
                    + "Letterboxd (ratings.csv) or IMDb. Correct the first line.");
        }
        return new ForeignList("the list", id, -1, title, names.indexOf("year"), rating, 0);
    }

    private static Optional<Integer> first(List<String> names, Set<String> wanted) {
        return names.stream().filter(wanted::contains).findFirst().map(names::indexOf);
    }

    /** The column that says best which movie is meant. */
    int naming() {
        return title >= 0 ? title : id >= 0 ? id : imdb;
    }

    /** The highest column that is read. */
    int width() {
        return 1 + Arrays.stream(new int[] {id, imdb, title, year, rating}).max().orElseThrow();
    }
}
