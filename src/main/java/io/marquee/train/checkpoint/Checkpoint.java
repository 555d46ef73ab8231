package io.marquee.train.checkpoint;

import io.marquee.train.EngineState;

/**
 * Everything a run needs to go on after one of its epochs.
 *
 * @param run what was asked for and what it brought so far
 * @param state parameters and optimiser state after the epoch
 */
public record Checkpoint(RunSoFar run, EngineState state) {}
