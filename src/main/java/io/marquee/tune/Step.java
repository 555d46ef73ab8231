package io.marquee.tune;

import io.marquee.model.Hyperparameters;
import java.util.Set;

/** What a search does next. */
sealed interface Step {

    /** A new trial. */
    record Begin(Hyperparameters settings) implements Step {}

    /** A trial that was begun goes on. */
    record GoOn(Trial trial) implements Step {}

    /**
     * A rung is over.
     *
     * @param on numbers of the trials that are trained further
     * @param dropped numbers of those that are not
     */
    record Promote(Set<Integer> on, Set<Integer> dropped) implements Step {}

    /** There is nothing more to try. */
    record Done() implements Step {}
}
