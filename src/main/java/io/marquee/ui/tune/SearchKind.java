package io.marquee.ui.tune;

/** The strategies as the room offers them. */
enum SearchKind {
    RANDOM("Random", "Draw points at random until the time is up. With as many trials it tries more values of each "
            + "hyperparameter than a grid."),
    GRID("Grid", "Try every combination, in a shuffled order. Of a range it takes three values: both ends and the middle."),
    HALVING("Halving", "Begin many trials with few epochs; the best go on with more, from where they stopped "
            + "(successive halving).");

    private final String words;
    private final String help;

    SearchKind(String words, String help) {
        this.words = words;
        this.help = help;
    }

    String words() {
        return words;
    }

    String help() {
        return help;
    }
}
