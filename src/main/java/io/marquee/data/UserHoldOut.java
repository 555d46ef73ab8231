package io.marquee.data;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;

/** Sets aside some rows of each user, at random or the latest; each user keeps at least one. */
final class UserHoldOut implements HoldOut {

    private final RatingTable ratings;
    private final IntUnaryOperator taken;
    private final SplittableRandom random;

    /**
     * @param taken how many rows to take of a user who has so many
     * @param random chooses them; null to take the latest
     */
    private UserHoldOut(RatingTable ratings, IntUnaryOperator taken, SplittableRandom random) {
        this.ratings = ratings;
        this.taken = taken;
        this.random = random;
    }

    /** A share of each user's rows at random, rounded to whole rows. */
    static UserHoldOut random(RatingTable ratings, double share, long seed) {
        return new UserHoldOut(ratings, count -> rounded(count, share), new SplittableRandom(seed));
    }

    /** The latest share of each user's rows, rounded to whole rows. */
    static UserHoldOut latest(RatingTable ratings, double share) {
        return new UserHoldOut(ratings, count -> rounded(count, share), null);
    }

    /** The last so many rows of each user; users with no more than that keep all of theirs. */
    static UserHoldOut last(RatingTable ratings, int number) {
        return new UserHoldOut(ratings, count -> count > number ? number : 0, null);
    }

    private static int rounded(int count, double share) {
        return (int) Math.min(count - 1, Math.round(count * share));
    }

    @Override
    public String moveOut(RowParts parts, RowParts.Part to) {
        RowsByUser byUser = RowsByUser.of(ratings);
        int before = parts.size(RowParts.Part.TRAIN);
        int[] rows = new int[byUser.largest()];
        for (int user = 0; user < byUser.users(); user++) {
            int count = 0;
            for (int k = byUser.start(user); k < byUser.start(user + 1); k++) {
                int row = byUser.row(k);
                if (parts.inTrain(row)) {
                    rows[count++] = row;
                }
            }
            if (count > 1) {
                takeFrom(rows, count, parts, to);
            }
        }
        if (parts.size(RowParts.Part.TRAIN) == before) {
            throw new IllegalArgumentException("No user has enough ratings to give some away: choose a larger share, "
                    + "fewer last ratings, or a split that does not go by users.");
        }
        return "";
    }

    private void takeFrom(int[] rows, int count, RowParts parts, RowParts.Part to) {
        int wanted = taken.applyAsInt(count);
        if (random == null) {
            sortByTime(rows, count);
            for (int i = count - wanted; i < count; i++) {
                parts.move(rows[i], to);
            }
        } else {
            for (int i = 0; i < count; i++) {
                if (random.nextInt(count - i) < wanted) {
                    parts.move(rows[i], to);
                    wanted--;
                }
            }
        }
    }

    /** By time; of the same second, the row that comes later in the source counts as later. */
    private void sortByTime(int[] rows, int count) {
        long[] keys = new long[count];
        for (int i = 0; i < count; i++) {
            // Shifted by half the range, so that unsigned seconds sort as signed numbers.
            keys[i] = (ratings.timestamp(rows[i]) - (1L << 31)) << 32 | rows[i];
        }
        Arrays.sort(keys);
        for (int i = 0; i < count; i++) {
            rows[i] = (int) keys[i];
        }
    }
}
