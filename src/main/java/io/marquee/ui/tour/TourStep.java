package io.marquee.ui.tour;

/** What the tour points at, in its order. */
public enum TourStep {
    DATA("#dataset-chooser", "Ratings to learn from", """
            Matinee comes with Marquee: invented ratings, so there is nothing to download. Your own file or folder, and \
            MovieLens by name, are chosen here as well."""),
    TRAIN("#train", "One button", """
            The settings above are a good start as they are. Press Train and watch."""),
    CURVES(".charts", "How it learns", """
            Each batch adds to the curve of the loss, each epoch adds its error on ratings that were kept from training. \
            Falling is good."""),
    ASK(".ask-view", "Ask what it has learnt", """
            After the first epoch, choose a user here to see what they should watch next. In the room Ask, above, you rate \
            movies yourself.""");

    private final String place;
    private final String title;
    private final String words;

    TourStep(String place, String title, String words) {
        this.place = place;
        this.title = title;
        this.words = words;
    }

    /** CSS selector of the part of the window it is about. */
    String place() {
        return place;
    }

    String title() {
        return title;
    }

    String words() {
        return words;
    }

    boolean first() {
        return ordinal() == 0;
    }

    boolean last() {
        return ordinal() == values().length - 1;
    }

    /** Such as "2 of 4". */
    String number() {
        return (ordinal() + 1) + " of " + values().length;
    }
}
