package io.marquee.runs;

/** What curves of runs show. */
public enum CurveMeasure {
    BATCH_LOSS("Batch loss", "loss of each batch (MSE)"),
    TEST("Test", "test MSE"),
    VALIDATION("Validation", "validation MSE"),
    TRAIN("Train", "train MSE"),
    /** Test and validation MSE as lines, train MSE dashed. */
    ALL("All", "MSE, train part dashed");

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
