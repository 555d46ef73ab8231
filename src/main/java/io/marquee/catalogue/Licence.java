package io.marquee.catalogue;

/** What one may do with a dataset, in a sentence that is shown before the first download. */
public enum Licence {
    /** Invented data. */
    FREE("Made by Marquee from a seed; free for any use."),
    /** MovieLens sets that may be passed on under the same terms. */
    MOVIELENS_SHARED("For research: no commercial use without permission of the GroupLens group, cite Harper and Konstan "
            + "(2015, doi.org/10.1145/2827872) in publications, do not suggest that GroupLens endorses you; may be passed "
            + "on under the same terms."),
    /** MovieLens sets that may not be passed on. */
    MOVIELENS("For research: no commercial use without permission of the GroupLens group, cite Harper and Konstan "
            + "(2015, doi.org/10.1145/2827872) in publications, do not suggest that GroupLens endorses you, and do not "
            + "pass the data on without permission.");

    private final String sentence;

    Licence(String sentence) {
        this.sentence = sentence;
    }

    /** The terms in short; the README in the download has them in full. */
    public String sentence() {
        return sentence;
    }

    /** Whether a person must agree before the data is downloaded. */
    public boolean needsConsent() {
        return this != FREE;
    }
}
