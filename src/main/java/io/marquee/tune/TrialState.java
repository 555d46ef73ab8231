package io.marquee.tune;

/** Where a trial is in its life. */
public enum TrialState {
    RUNNING("Training"),
    /** The search was paused or broken off while it trained: it goes on first. */
    PAUSED("Paused"),
    /** It was promoted and waits for its turn. */
    WAITING("Waiting"),
    /** It was trained as far as it was to be. */
    DONE("Done"),
    /** Halving left it behind. */
    DROPPED("Dropped"),
    /** The search ended while it trained. */
    CUT("Cut short"),
    FAILED("Failed");

    private final String words;

    TrialState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it can still be trained further by its search. */
    boolean open() {
        return this == RUNNING || this == PAUSED || this == WAITING || this == CUT;
    }
}
