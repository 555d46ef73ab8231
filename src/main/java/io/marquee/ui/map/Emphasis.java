package io.marquee.ui.map;

/**
 * Which points stand out from the others.
 *
 * @param kind why
 * @param points for each point, whether it does
 */
record Emphasis(Kind kind, boolean[] points) {

    /** Why points stand out. */
    enum Kind {
        /** They do not. */
        NONE,
        /** The user who is followed has rated them. */
        USER,
        /** A person has drawn a line around them, or chosen their colour. */
        LASSO
    }

    static final Emphasis NONE = new Emphasis(Kind.NONE, new boolean[0]);

    boolean any() {
        return kind != Kind.NONE;
    }
}
