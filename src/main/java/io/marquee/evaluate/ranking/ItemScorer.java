package io.marquee.evaluate.ranking;

/** Scores all items for a user; used by one thread. */
@FunctionalInterface
public interface ItemScorer {

    /**
     * @param user user index
     * @param scores receives the score of each item; the higher, the better
     */
    void score(int user, float[] scores);
}
