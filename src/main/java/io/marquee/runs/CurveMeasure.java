package io.marquee.runs;

/** What curves of runs show. */
public enum CurveMeasure {
    BATCH_LOSS("Batch loss", "loss of each batch (MSE)"),
    TEST("Test MSE", "test MSE"),
    TRAIN("Train MSE", "train MSE"),
    /** Test MSE as a line, train MSE dashed. */
    BOTH("Train and test", "test MSE, train MSE dashed");

    private final String title;
    private final String words;

    CurveMeasure(String title, String words) {
        this.title = title;
        this.words = words;
    }

    public String title() {
        return title;
    }

    /** For the vertical axis. */
    public String words() {
        return words;
    }
}
