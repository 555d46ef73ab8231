package io.marquee.data.read;

import io.marquee.data.RatingBlock;

/** A row as it was just read; one object serves all rows of a reader. */
final class Row {

    /** What became of a line. */
    enum Outcome {
        RATING,
        /** The item was met, not rated. */
        IMPLICIT,
        /** The value says that there is no rating. */
        MISSING,
        /** A line with nothing on it. */
        BLANK
    }

    Outcome outcome = Outcome.BLANK;
    int user;
    int item;
    float rating;
    int second;

    void addTo(RatingBlock block, boolean timed) {
        if (timed) {
            block.add(user, item, rating, second);
        } else {
            block.add(user, item, rating);
        }
    }
}
