package io.marquee.ui.map;

/** What the colour of a movie tells. */
public enum ColourBy {
    GENRE("Genre"),
    YEAR("Year"),
    MEAN_RATING("Mean rating"),
    POPULARITY("Popularity");

    private final String displayName;

    ColourBy(String displayName) {
        this.displayName = displayName;
    }

    @Override
    public String toString() {
        return displayName;
    }
}
