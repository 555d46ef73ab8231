package io.marquee.data;

/** The ways to choose the test part. */
public enum SplitMethod {
    /** A share of all ratings, whoever gave them and when. */
    RANDOM("random"),
    /** A share of each user's ratings, so that nearly every user of the test part is known from the train part. */
    PER_USER("per-user"),
    /** The latest share of all ratings: the past predicts the future, as it must when a recommender is used. */
    BY_TIME("time"),
    /** The latest ratings of each user. */
    LEAVE_LAST("leave-last"),
    /** One of k parts of equal size; with each of them in turn as the test part it is k-fold cross-validation. */
    FOLDS("folds");

    private final String id;

    SplitMethod(String id) {
        this.id = id;
    }

    /** The word by which it is asked for. */
    public String id() {
        return id;
    }

    /** Whether the size of the test part is given as a share of the ratings. */
    public boolean hasTestFraction() {
        return this == RANDOM || this == PER_USER || this == BY_TIME;
    }

    /** Whether chance decides. */
    public boolean isRandom() {
        return this == RANDOM || this == PER_USER || this == FOLDS;
    }
}
