package io.marquee.runs;

/** Where a recorded run is in its life. */
public enum RecordedState {
    RUNNING("Training"),
    PAUSED("Paused"),
    FINISHED("Finished"),
    /** A person stopped it before its last epoch. */
    STOPPED("Stopped"),
    FAILED("Failed"),
    /** Its process ended without a word: killed, crashed, or the power went; or its device has gone. */
    INTERRUPTED("Interrupted");

    private final String words;

    RecordedState(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }

    /** Whether it ended before its last epoch, and may be resumed. */
    public boolean unfinished() {
        return this == STOPPED || this == FAILED || this == INTERRUPTED;
    }

    /** Whether a process trains it, held or not. */
    public boolean active() {
        return this == RUNNING || this == PAUSED;
    }
}
