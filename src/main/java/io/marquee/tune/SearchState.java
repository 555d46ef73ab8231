package io.marquee.tune;

/** Where a search is in its life. */
public enum SearchState {
    RUNNING("Searching"),
    /** A person paused it, or closed the program. */
    PAUSED("Paused"),
    /** Its process ended without a word: killed, crashed, or the power went. */
    INTERRUPTED("Interrupted"),
    FINISHED("Finished");

    private final String words;

    SearchState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
