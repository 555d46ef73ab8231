package io.marquee.data;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Applies a {@link FilterSpec} to a table: first the bounds on ratings and days, then the draw of users. Numbers of ratings
 * are a matter of the split: {@link RatingCore}.
 */
public final class RatingFilter {

    private final RatingTable ratings;
    private final FilterSpec spec;
    private final BitSet kept;
    private final List<FilterStep> steps = new ArrayList<>();

    private RatingFilter(RatingTable ratings, FilterSpec spec) {
        this.ratings = ratings;
        this.spec = spec;
        this.kept = new BitSet(ratings.size());
        kept.set(0, ratings.size());
    }

    /**
     * What a filter leaves.
     *
     * @param table the rows that remain, with ids indexed anew
     * @param rows which rows of the original table remain
     * @param steps what remained after each step, in the order of the steps
     */
    public record Result(RatingTable table, BitSet rows, List<FilterStep> steps) {}

    /**
     * Applies a filter.
     *
     * @throws IllegalArgumentException if nothing remains or the table has no times to go by, with a sentence for people
     */
    public static Result apply(RatingTable ratings, FilterSpec spec) {
        RatingFilter filter = new RatingFilter(ratings, spec);
        filter.run();
        return new Result(ratings.select(filter.kept), filter.kept, List.copyOf(filter.steps));
    }

    private void run() {
        if (spec.minRating() != null || spec.maxRating() != null) {
            keepRatings();
            finish(spec.ratingsInWords());
        }
        if (spec.usesTime()) {
            keepDays();
            finish(spec.daysInWords());
        }
        if (spec.sampleUsers() > 0) {
            keepUsers(drawn());
            finish(spec.sampleUsers() + " users drawn with seed " + spec.seed());
        }
    }

    private void keepRatings() {
        double lowest = spec.minRating() == null ? Double.NEGATIVE_INFINITY : spec.minRating();
        double highest = spec.maxRating() == null ? Double.POSITIVE_INFINITY : spec.maxRating();
        for (int row = 0; row < ratings.size(); row++) {
            float rating = ratings.rating(row);
            if (rating < (float) lowest || rating > (float) highest) {
                kept.clear(row);
            }
        }
    }

    private void keepDays() {
        if (!ratings.hasTimestamps()) {
            throw new IllegalArgumentException("This dataset does not say when its ratings were given, so they cannot be "
                    + "chosen by day. Leave the days out of the filter.");
        }
        long first = spec.from() == null ? Long.MIN_VALUE : second(LocalDate.parse(spec.from()));
        long end = spec.to() == null ? Long.MAX_VALUE : second(LocalDate.parse(spec.to()).plusDays(1));
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            long time = ratings.timestamp(row);
            if (time < first || time >= end) {
                kept.clear(row);
            }
        }
    }

    private static long second(LocalDate day) {
        return day.atStartOfDay().toEpochSecond(ZoneOffset.UTC);
    }

    /** The users that were drawn among those who still have ratings, all with the same chance. */
    private BitSet drawn() {
        BitSet candidates = users();
        int left = candidates.cardinality();
        int wanted = spec.sampleUsers();
        SplittableRandom random = new SplittableRandom(spec.seed());
        BitSet drawn = new BitSet();
        // Selection sampling (Knuth, TAOCP vol. 2, algorithm S).
        for (int user = candidates.nextSetBit(0); user >= 0; user = candidates.nextSetBit(user + 1)) {
            if (random.nextInt(left--) < wanted) {
                drawn.set(user);
                wanted--;
            }
        }
        return drawn;
    }

    private void keepUsers(BitSet users) {
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            if (!users.get(ratings.user(row))) {
                kept.clear(row);
            }
        }
    }

    private void finish(String what) {
        if (kept.isEmpty()) {
            throw new IllegalArgumentException("The filter leaves nothing: \"" + what + "\" takes the last ratings away. "
                    + "Ask for less.");
        }
        BitSet items = new BitSet();
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            items.set(ratings.item(row));
        }
        steps.add(new FilterStep(what, kept.cardinality(), users().cardinality(), items.cardinality()));
    }

    private BitSet users() {
        BitSet users = new BitSet();
        for (int row = kept.nextSetBit(0); row >= 0; row = kept.nextSetBit(row + 1)) {
            users.set(ratings.user(row));
        }
        return users;
    }
}
