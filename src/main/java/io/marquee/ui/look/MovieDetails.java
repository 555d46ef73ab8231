package io.marquee.ui.look;

import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTag;
import io.marquee.data.profile.MovieRatings;
import io.marquee.data.profile.MovieTally;
import java.util.List;
import java.util.Optional;

/**
 * What the details of a movie show.
 *
 * @param movie the movie
 * @param ratings its ratings; empty where nobody rated it
 * @param tags what users called it, most given first
 * @param links where else it is described
 */
record MovieDetails(
        MovieTally movie, Optional<MovieRatings> ratings, List<ItemTag> tags, Optional<ItemLinks> links) {}
