package io.marquee.data;

/** How long work tells how far it is and learns that nobody wants it any more. */
public interface Progress {

    /** Nobody watches and nobody cancels. */
    Progress NONE = (fraction, what) -> {};

    /**
     * Called from the working thread, often; implementations must be cheap.
     *
     * @param fraction part done, 0 to 1
     * @param what what is being done, as a short phrase
     */
    void report(double fraction, String what);

    /** Whether the work should stop soon, with a {@link java.util.concurrent.CancellationException}. */
    default boolean cancelled() {
        return false;
    }
}
