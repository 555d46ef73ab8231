package io.marquee.data.profile;

import java.text.Normalizer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Finds movies by words of their title, their year or their genres. Immutable. A search goes over all movies: call it
 * from a background thread.
 */
public final class MovieSearch {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SPACES = Pattern.compile("\\s+");

    /** What found movies are ordered by. */
    public enum Order {
        TITLE,
        YEAR,
        RATINGS,
        MEAN
    }

    private final List<MovieTally> movies;
    private final String[] titles;
    private final String[] texts;

    public MovieSearch(List<MovieTally> movies) {
        this.movies = List.copyOf(movies);
        this.titles = new String[movies.size()];
        this.texts = new String[movies.size()];
        for (int i = 0; i < titles.length; i++) {
            MovieTally movie = this.movies.get(i);
            titles[i] = plain(movie.item().displayTitle());
            texts[i] = titles[i] + " " + plain(String.join(" ", movie.item().genres()));
        }
    }

    /**
     * Movies that have each word of a query in their title, year or genres; case and accents make no difference.
     *
     * @param query words; empty for all movies
     * @param order what comes first; movies that lack it (no year, no ratings) come last either way
     * @param descending whether the highest comes first
     */
    public List<MovieTally> find(String query, Order order, boolean descending) {
        String[] words = SPACES.split(plain(query).strip());
        return IntStream.range(0, titles.length).filter(movie -> hasAll(texts[movie], words)).boxed()
                .sorted(comparator(order, descending)).map(movies::get).toList();
    }

    private static boolean hasAll(String text, String[] words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private Comparator<Integer> comparator(Order order, boolean descending) {
        Comparator<Integer> byTitle = Comparator.<Integer, String>comparing(movie -> titles[movie])
                .thenComparing(Comparator.naturalOrder());
        return switch (order) {
            case TITLE -> descending ? byTitle.reversed() : byTitle;
            case YEAR -> directed(Comparator.comparingInt(this::year), descending, byTitle, this::hasYear);
            case RATINGS -> directed(Comparator.comparingInt(movie -> movies.get(movie).ratings()), descending, byTitle,
                    movie -> true);
            case MEAN -> directed(Comparator.comparingDouble(movie -> movies.get(movie).mean()), descending, byTitle,
                    movie -> movies.get(movie).ratings() > 0);
        };
    }

    private static Comparator<Integer> directed(Comparator<Integer> comparator, boolean descending,
            Comparator<Integer> otherwise, Predicate<Integer> known) {
        Comparator<Integer> unknownLast = Comparator.comparing(movie -> !known.test(movie));
        return unknownLast.thenComparing(descending ? comparator.reversed() : comparator).thenComparing(otherwise);
    }

    private boolean hasYear(int movie) {
        return movies.get(movie).item().year().isPresent();
    }

    private int year(int movie) {
        return movies.get(movie).item().year().orElse(0);
    }

    /** Small letters without accents: "Amélie" is found by "amelie". */
    private static String plain(String text) {
        return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
