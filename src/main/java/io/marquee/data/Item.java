package io.marquee.data;

import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What is known of an item besides its ratings.
 *
 * @param id original id
 * @param title title as people write it, without the year
 * @param year year of release, where the title carried one
 * @param genres genres in the source's order; empty for "(no genres listed)"
 */
public record Item(String id, String title, OptionalInt year, List<String> genres) {

    public Item {
        Objects.requireNonNull(id);
        Objects.requireNonNull(title);
        genres = List.copyOf(genres);
    }

    /** Title and year as people read them, such as "Heat (1995)". */
    public String displayTitle() {
        return year.isPresent() ? title + " (" + year.getAsInt() + ")" : title;
    }
}
