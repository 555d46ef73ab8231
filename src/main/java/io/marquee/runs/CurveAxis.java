package io.marquee.runs;

/** By what curves of runs are laid side by side. */
public enum CurveAxis {
    EPOCH("epoch"),
    BATCH("batch"),
    /** Training time, pauses excluded. */
    SECONDS("seconds");

    private final String words;

    CurveAxis(String words) {
        this.words = words;
    }

    public String words() {
        return words;
    }
}
