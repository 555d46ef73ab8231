package io.marquee.recommend;

/** What to do with items a user has rated. */
public enum SeenRule {
    /** Leave out all of them, whether the rating was in the train or the test part. */
    HIDE_RATED,
    /** Leave out those the network was trained on; those of the test part stay and show their actual rating. */
    HIDE_TRAINED,
    /** Keep them all. */
    SHOW_RATED
}
