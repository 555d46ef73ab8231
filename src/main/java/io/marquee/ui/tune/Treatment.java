package io.marquee.ui.tune;

/** What a search does with a hyperparameter. */
enum Treatment {
    FIXED("Fixed"),
    CHOICES("Choices"),
    RANGE("Range"),
    LOG_RANGE("Log range");

    private final String words;

    Treatment(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    boolean range() {
        return this == RANGE || this == LOG_RANGE;
    }
}
