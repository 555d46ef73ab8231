package io.marquee.evaluate.baseline;

/** A fitted baseline. Immutable and thread-safe. */
public interface Baseline {

    /**
     * The predicted rating clipped to the rating scale, in stars; for users and items of the train part and others alike.
     *
     * @param user user index
     * @param item item index
     */
    double predict(int user, int item);
}
