package io.marquee.evaluate.baseline;

/** The baselines there are, from the simplest. */
public enum BaselineKind {
    /** One number for all. */
    GLOBAL_MEAN("Global mean", "mean", "the mean rating of the train part"),
    /** What is left once generous users and good movies are accounted for. */
    MEANS("User and item means", "user+item",
            "the train mean plus the shrunken mean deviation of the item and of the user (Koren 2008)"),
    /** What the Netflix prize was won with, in its simplest form. */
    FACTORIZATION("Biased matrix factorisation", "MF",
            "train mean, biases and a product of 10 factors, by alternating least squares (Koren, Bell and Volinsky 2009)");

    private final String label;
    private final String shortLabel;
    private final String method;

    BaselineKind(String label, String shortLabel, String method) {
        this.label = label;
        this.shortLabel = shortLabel;
        this.method = method;
    }

    /** Its name for people. */
    public String label() {
        return label;
    }

    /** Its name where there is little room. */
    public String shortLabel() {
        return shortLabel;
    }

    /** How it predicts, in words. */
    public String method() {
        return method;
    }
}
