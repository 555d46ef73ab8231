package io.marquee.data;

import java.util.Locale;

/**
 * What remains after a step of a filter.
 *
 * @param what what the step keeps, in words
 * @param ratings ratings that remain
 * @param users users with a rating that remains
 * @param items movies with a rating that remains
 */
public record FilterStep(String what, int ratings, int users, int items) {

    /** Such as "ratings from 3.5: 1,234 ratings by 56 users of 78 movies remain". */
    public String inWords() {
        return String.format(Locale.ROOT, "%s: %s by %s of %s remain%s", what, count(ratings, "rating"),
                count(users, "user"), count(items, "movie"), ratings == 1 ? "s" : "");
    }

    private static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }
}
