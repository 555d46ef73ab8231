package io.marquee.runs;

import io.marquee.train.EpochResult;

/**
 * A finished epoch of a recorded run.
 *
 * @param result its numbers
 * @param batches batches of the run up to its end
 * @param seconds training time of the run up to its end, pauses excluded
 */
public record RecordedEpoch(EpochResult result, long batches, double seconds) {}
