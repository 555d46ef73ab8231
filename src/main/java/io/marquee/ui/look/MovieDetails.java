package io.marquee.ui.look;

import io.marquee.data.profile.MovieRatings;
import io.marquee.data.profile.MovieTally;
import java.util.Optional;

/**
 * What the details of a movie show.
 *
 * @param movie the movie
 * @param ratings its ratings; empty where nobody rated it
 */
record MovieDetails(MovieTally movie, Optional<MovieRatings> ratings) {}
