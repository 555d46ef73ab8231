package io.marquee.ui.window;

/**
 * Something the person should know, shown at the top of the window until it is closed.
 *
 * @param kind how serious it is
 * @param sentence what happened and what to do
 * @param logged whether the log has details
 */
public record Notice(Kind kind, String sentence, boolean logged) {

    /** How serious a notice is. */
    public enum Kind {
        INFORMATION,
        WARNING,
        ERROR
    }
}
