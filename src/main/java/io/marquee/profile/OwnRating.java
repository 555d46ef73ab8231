package io.marquee.profile;

import io.marquee.data.Item;
import java.util.OptionalInt;

/**
 * One movie that someone has rated themselves.
 *
 * @param movieId its id in the dataset it was rated with
 * @param title its title
 * @param year its year of release, where it is known
 * @param rating in stars of the profile's scale
 */
public record OwnRating(String movieId, String title, OptionalInt year, double rating) {

    /** A file may leave the year out. */
    public OwnRating {
        year = year == null ? OptionalInt.empty() : year;
    }

    public static OwnRating of(Item item, double rating) {
        return new OwnRating(item.id(), item.title(), item.year(), rating);
    }
}
