package io.marquee.evaluate.ranking;

import io.marquee.data.RatedItems;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.model.TrainedModel;
import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Who is ranked for, and what would be a hit: drawn once, so that all models are asked the same. A user takes part who has a
 * relevant item in the test part; what the user rated in the train or the validation part is not ranked.
 */
public final class RankingTask {

    /** How many items of each ranking count. */
    public static final int CUT_OFF = 10;

    /** Enough that the standard error of most metrics is about a hundredth; a user costs a prediction of each item. */
    public static final int USERS = 1000;

    /** An item is relevant from this part of the highest rating on: four of five stars. */
    private static final double RELEVANT_PART = 0.8;

    private final int[] users;
    private final int[][] known;
    private final int[][] relevant;
    private final int[] trainRaters;
    private final int trainUsers;
    private final int eligible;
    private final double threshold;
    private final long seed;
    private final String heldOut;

    private RankingTask(Builder builder, String heldOut) {
        users = builder.users;
        known = builder.known;
        relevant = builder.relevant;
        trainRaters = builder.trainRaters;
        trainUsers = builder.trainUsers;
        eligible = builder.eligible;
        threshold = builder.threshold;
        seed = builder.seed;
        this.heldOut = heldOut;
    }

    /**
     * The task a split sets.
     *
     * @param mostUsers number of users to draw where there are more
     * @param seed seed of that choice
     */
    public static RankingTask of(Split split, int mostUsers, long seed) {
        RatingTable table = split.ratings();
        Builder builder = new Builder(table.users().size(), table.items().size(), table.scale(), seed);
        for (int i = 0; i < split.testSize(); i++) {
            builder.countTest(table.user(split.testRow(i)), table.rating(split.testRow(i)));
        }
        builder.draw(mostUsers);
        for (int i = 0; i < split.trainSize(); i++) {
            builder.train(table.user(split.trainRow(i)), table.item(split.trainRow(i)));
        }
        for (int i = 0; i < split.validationSize(); i++) {
            builder.known(table.user(split.validationRow(i)), table.item(split.validationRow(i)));
        }
        for (int i = 0; i < split.testSize(); i++) {
            int row = split.testRow(i);
            builder.test(table.user(row), table.item(row), table.rating(row));
        }
        builder.finish();
        return new RankingTask(builder, "test part");
    }

    /** The task that the ratings a model carries set: those it was not trained on are to be found again. */
    public static RankingTask of(TrainedModel model, int mostUsers, long seed) {
        RatedItems history = model.history();
        Builder builder = new Builder(history.users(), model.items().size(), model.scale(), seed);
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                if (history.inTest(user, k)) {
                    builder.countTest(user, history.rating(user, k));
                }
            }
        }
        builder.draw(mostUsers);
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                if (history.inTest(user, k)) {
                    builder.test(user, history.item(user, k), history.rating(user, k));
                } else {
                    builder.train(user, history.item(user, k));
                }
            }
        }
        builder.finish();
        return new RankingTask(builder, "ratings held out from training");
    }

    /** Number of users ranked for; 0 where no user has a relevant item in the test part. */
    public int size() {
        return users.length;
    }

    int user(int i) {
        return users[i];
    }

    /** Items of the i-th user that are not ranked, in no order. */
    int[] known(int i) {
        return known[i];
    }

    /** Relevant test items of the i-th user, in no order. */
    int[] relevant(int i) {
        return relevant[i];
    }

    /** Number of items there are; those without a train rating are not ranked. */
    int items() {
        return trainRaters.length;
    }

    /** Number of train ratings of an item. */
    int trainRaters(int item) {
        return trainRaters[item];
    }

    /** Number of users with a train rating. */
    int trainUsers() {
        return trainUsers;
    }

    int eligible() {
        return eligible;
    }

    double threshold() {
        return threshold;
    }

    long seed() {
        return seed;
    }

    /** Number of items with a train rating. */
    int candidates() {
        return (int) Arrays.stream(trainRaters).filter(count -> count > 0).count();
    }

    /** What was asked, in words. */
    String protocol() {
        String who = users.length == eligible
                ? String.format(Locale.ROOT, "all %,d users with a relevant movie in the %s", eligible, heldOut)
                : String.format(Locale.ROOT, "%,d users drawn with seed %d from the %,d with a relevant movie in the %s",
                        users.length, seed, eligible, heldOut);
        return String.format(Locale.ROOT, "for %s; a movie is relevant if the user gave it %.1f stars or more there; ranked are "
                        + "all %,d movies with a train rating, without those the user is known to have rated, and movies the "
                        + "user has not rated count as not relevant; a relevant movie without a train rating counts as "
                        + "missed; means over users",
                who, threshold, candidates());
    }

    /** Gathers the parts of a task in passes over the ratings. */
    private static final class Builder {
        private final int[] testCounts;
        private final int[] place;
        private final int[] trainRaters;
        private final boolean[] trained;
        private final double threshold;
        private final long seed;
        private int eligible;
        private int trainUsers;
        private int[] users;
        private int[][] known;
        private int[][] relevant;
        private int[] knownCounts;
        private int[] relevantCounts;

        Builder(int userCount, int itemCount, RatingScale scale, long seed) {
            testCounts = new int[userCount];
            place = new int[userCount];
            trained = new boolean[userCount];
            trainRaters = new int[itemCount];
            threshold = RELEVANT_PART * scale.maximum();
            this.seed = seed;
        }

        private boolean isRelevant(float rating) {
            return rating >= threshold - 1e-6;
        }

        void countTest(int user, float rating) {
            if (isRelevant(rating) && testCounts[user]++ == 0) {
                eligible++;
            }
        }

        /** Selection sampling (Knuth, TAOCP vol. 2, algorithm S): exact counts, users in ascending order. */
        void draw(int most) {
            int wanted = Math.min(most, eligible);
            users = new int[wanted];
            known = new int[wanted][8];
            relevant = new int[wanted][];
            knownCounts = new int[wanted];
            relevantCounts = new int[wanted];
            SplittableRandom random = new SplittableRandom(seed);
            Arrays.fill(place, -1);
            int drawn = 0;
            int left = eligible;
            for (int user = 0; user < testCounts.length && drawn < wanted; user++) {
                if (testCounts[user] > 0 && random.nextInt(left--) < wanted - drawn) {
                    users[drawn] = user;
                    relevant[drawn] = new int[testCounts[user]];
                    place[user] = drawn++;
                }
            }
        }

        void train(int user, int item) {
            trainRaters[item]++;
            if (!trained[user]) {
                trained[user] = true;
                trainUsers++;
            }
            known(user, item);
        }

        void known(int user, int item) {
            int at = place[user];
            if (at >= 0) {
                if (knownCounts[at] == known[at].length) {
                    known[at] = Arrays.copyOf(known[at], 2 * knownCounts[at]);
                }
                known[at][knownCounts[at]++] = item;
            }
        }

        void test(int user, int item, float rating) {
            int at = place[user];
            if (at >= 0 && isRelevant(rating)) {
                relevant[at][relevantCounts[at]++] = item;
            }
        }

        void finish() {
            for (int i = 0; i < known.length; i++) {
                known[i] = Arrays.copyOf(known[i], knownCounts[i]);
            }
        }
    }
}
