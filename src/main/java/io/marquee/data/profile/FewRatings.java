package io.marquee.data.profile;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How many users and movies are so rarely seen that little can be learnt of them.
 *
 * @param below the number of ratings they have less of
 * @param users users with at least one rating, but fewer than {@code below}
 * @param items movies with at least one rating, but fewer than {@code below}
 */
public record FewRatings(int below, int users, int items) {

    private static final List<Integer> LIMITS = List.of(2, 5, 10, 20);

    static List<FewRatings> of(int[] perUser, int[] perItem) {
        return LIMITS.stream().map(limit -> new FewRatings(limit, below(perUser, limit), below(perItem, limit)))
                .toList();
    }

    private static int below(int[] counts, int limit) {
        return (int) IntStream.of(counts).filter(count -> count < limit).count();
    }
}
