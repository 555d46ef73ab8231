package io.marquee.data;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/** Gives the movies of the built-in dataset titles that nobody has seen on a poster, each another one. */
final class MatineeCatalogue {

    /** So many titles in a row that exist already mean that the words are used up. */
    private static final int ATTEMPTS = 10_000;

    private final MatineeMovies movies;
    private final long seed;

    MatineeCatalogue(MatineeMovies movies, long seed) {
        this.movies = movies;
        this.seed = seed;
    }

    /** The items with ids 1, 2, ... */
    Catalogue catalogue() {
        Map<MatineeGenre, TitleGrammar> grammars = new EnumMap<>(MatineeGenre.class);
        for (MatineeGenre genre : MatineeGenre.values()) {
            grammars.put(genre, TitleGrammar.of(genre));
        }
        var random = new MatineeRandom(seed, MatineeRandom.Purpose.TITLES, 0);
        Set<String> titles = new HashSet<>();
        List<Item> items = new ArrayList<>(movies.size());
        for (int movie = 0; movie < movies.size(); movie++) {
            List<MatineeGenre> genres = movies.genres(movie);
            items.add(new Item(Integer.toString(movie + 1),
                    unused(grammars.get(genres.get(0)), titles, random),
                    OptionalInt.of(movies.year(movie)),
                    genres.stream().map(MatineeGenre::label).toList()));
        }
        return new Catalogue(items);
    }

    private static String unused(TitleGrammar grammar, Set<String> titles, MatineeRandom random) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            String title = grammar.title(random);
            if (titles.add(title)) {
                return title;
            }
        }
        throw new IllegalStateException("The words for titles are used up");
    }
}
