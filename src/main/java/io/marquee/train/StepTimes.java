package io.marquee.train;

/**
 * Time spent in the parts of optimiser steps, on the wall clock of the training thread.
 *
 * @param forwardNanos embedding lookup and forward pass
 * @param backwardNanos loss gradient and backward pass
 * @param updateNanos optimiser: dense parameters and embedding rows
 */
public record StepTimes(long forwardNanos, long backwardNanos, long updateNanos) {

    public StepTimes minus(StepTimes earlier) {
        return new StepTimes(forwardNanos - earlier.forwardNanos, backwardNanos - earlier.backwardNanos,
                updateNanos - earlier.updateNanos);
    }
}
