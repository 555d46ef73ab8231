package io.marquee.runs;

import io.marquee.train.TrainingRequest;

/**
 * A run that waits for its turn.
 *
 * @param id number of the entry
 * @param dataset name of its dataset
 * @param settings its hyperparameters in a few words
 * @param request what is asked for
 */
public record QueuedRun(long id, String dataset, String settings, TrainingRequest request) {}
