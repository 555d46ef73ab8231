package io.marquee.ui.window;

import java.util.Optional;

/**
 * Something the person should know, shown at the top of the window until it is closed.
 *
 * @param kind how serious it is
 * @param sentence what happened and what to do
 * @param logged whether the log has details
 * @param offer what a button on it does; empty for no button
 */
public record Notice(Kind kind, String sentence, boolean logged, Optional<Offer> offer) {

    /** A button on a notice: what it says, and what it does. */
    public record Offer(String label, Runnable action) {}


    /** How serious a notice is. */
    public enum Kind {
        INFORMATION,
        WARNING,
        ERROR
    }
}
