package io.marquee.ui.tune;

/** Offers something to a person. */
public interface Offer {

    /**
     * @param sentence what happened
     * @param label what the button says
     * @param action what it does
     */
    void make(String sentence, String label, Runnable action);
}
