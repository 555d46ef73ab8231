package io.marquee.data;

import java.util.Locale;
import java.util.OptionalInt;

/**
 * Where else a movie is described.
 *
 * @param imdb number at the Internet Movie Database, such as 114709
 * @param tmdb number at The Movie Database, such as 862; some movies have none
 */
public record ItemLinks(OptionalInt imdb, OptionalInt tmdb) {

    /** The address at IMDb, such as {@code https://www.imdb.com/title/tt0114709/}; empty if there is none. */
    public String imdbAddress() {
        return imdb.isEmpty() ? "" : String.format(Locale.ROOT, "https://www.imdb.com/title/tt%07d/", imdb.getAsInt());
    }

    /** The address at TMDb, such as {@code https://www.themoviedb.org/movie/862}; empty if there is none. */
    public String tmdbAddress() {
        return tmdb.isEmpty() ? "" : "https://www.themoviedb.org/movie/" + tmdb.getAsInt();
    }
}
