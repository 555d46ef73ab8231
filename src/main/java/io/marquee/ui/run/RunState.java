package io.marquee.ui.run;

/** What the person sees of a run's life. */
public enum RunState {
    /** No run yet. */
    IDLE("Ready"),
    /** Asked for; the first batch has not come. */
    STARTING("Preparing"),
    RUNNING("Training"),
    PAUSED("Paused"),
    /** Asked to stop; the last event has not come. */
    STOPPING("Stopping"),
    FINISHED("Finished"),
    STOPPED("Stopped"),
    FAILED("Failed"),
    /** Its process or its device was lost; what it had reached is kept. */
    INTERRUPTED("Interrupted");

    private final String words;

    RunState(String words) {
        this.words = words;
    }

    /** For the status bar. */
    public String words() {
        return words;
    }

    /** Whether a run has ended without having been asked to. */
    public boolean broken() {
        return this == FAILED || this == INTERRUPTED;
    }

    /** Whether a run is under way, held or not. */
    public boolean active() {
        return this == STARTING || this == RUNNING || this == PAUSED || this == STOPPING;
    }
}
