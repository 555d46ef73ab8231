package io.marquee.profile;

import io.marquee.data.Item;
import java.util.List;

/**
 * What an import brought.
 *
 * @param source what wrote the list, such as "Letterboxd"
 * @param ratings the movies the model knows, with their ratings in stars, in the list's order; each movie once
 * @param problems a sentence for each line that was left out, with file, line and value
 */
public record ImportedProfile(String source, List<Rated> ratings, List<String> problems) {

    /** A movie with its rating. */
    public record Rated(Item item, double rating) {}
}
