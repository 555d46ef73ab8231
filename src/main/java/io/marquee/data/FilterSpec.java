package io.marquee.data;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Which part of a dataset to use. Anything may be left out.
 *
 * @param minUserRatings ratings a user must have in the train part, 0 for any number
 * @param minItemRatings ratings a movie must have in the train part, 0 for any number
 * @param minRating lowest rating to keep, null for no bound
 * @param maxRating highest rating to keep, null for no bound
 * @param from first day to keep (UTC), such as "2005-01-31", null for no bound
 * @param to last day to keep (UTC), null for no bound
 * @param sampleUsers number of users to draw at random, 0 for all
 * @param seed seed of that draw
 */
public record FilterSpec(
        int minUserRatings,
        int minItemRatings,
        Double minRating,
        Double maxRating,
        String from,
        String to,
        int sampleUsers,
        long seed) {

    /** Keeps everything. */
    public static final FilterSpec NONE = new FilterSpec(0, 0, null, null, null, null, 0, 0);

    public FilterSpec {
        from = checkedDay(from);
        to = checkedDay(to);
        if (minUserRatings < 0 || minItemRatings < 0 || sampleUsers < 0) {
            throw new IllegalArgumentException(String.format(Locale.ROOT, "Numbers of ratings and users to keep are 0, for "
                    + "any, or more, not %d, %d and %d.", minUserRatings, minItemRatings, sampleUsers));
        }
        if (minRating != null && maxRating != null && !(minRating <= maxRating)) {
            throw new IllegalArgumentException("No rating is at least " + number(minRating) + " and at most "
                    + number(maxRating) + ": the lowest rating to keep must not be above the highest.");
        }
        if (from != null && to != null && LocalDate.parse(from).isAfter(LocalDate.parse(to))) {
            throw new IllegalArgumentException("No day is from " + from + " on and until " + to
                    + ": the first day to keep must not be after the last.");
        }
        // A draw that is not made has no seed, so that equal filters are equal.
        seed = sampleUsers == 0 ? 0 : seed;
    }

    private static String checkedDay(String day) {
        if (day == null || day.isBlank()) {
            return null;
        }
        try {
            return LocalDate.parse(day.strip()).toString();
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException("\"" + day.strip() + "\" is no day such as 2005-01-31.", e);
        }
    }

    /** Whether everything is kept. */
    public boolean keepsAll() {
        return equals(NONE);
    }

    /** Whether ratings are chosen by when they were given. */
    boolean usesTime() {
        return from != null || to != null;
    }

    /** What is kept, in words, such as "ratings from 3.5, users with at least 20 ratings"; empty where everything is. */
    public String inWords() {
        List<String> parts = new ArrayList<>();
        if (minRating != null || maxRating != null) {
            parts.add(ratingsInWords());
        }
        if (usesTime()) {
            parts.add(daysInWords());
        }
        if (sampleUsers > 0) {
            parts.add(String.format(Locale.ROOT, "%,d users drawn with seed %d", sampleUsers, seed));
        }
        if (!core().keepsAll()) {
            parts.add(core().inWords());
        }
        return String.join(", ", parts);
    }

    /** What depends on how the ratings are divided. */
    public RatingCore core() {
        return new RatingCore(minUserRatings, minItemRatings);
    }

    /** The rest, which holds for each rating whichever part it comes into. */
    public FilterSpec withoutCore() {
        return new FilterSpec(0, 0, minRating, maxRating, from, to, sampleUsers, seed);
    }

    String ratingsInWords() {
        String lower = minRating == null ? "" : " from " + number(minRating);
        String upper = maxRating == null ? "" : (minRating == null ? " up to " : " to ") + number(maxRating);
        return "ratings" + lower + upper;
    }

    String daysInWords() {
        return (from == null ? "" : "from " + from) + (from != null && to != null ? " " : "")
                + (to == null ? "" : "until " + to);
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }
}
