package io.marquee.train;

/** A run, and the work of it: what a training thread carries out until the run has ended. */
public interface RunTask extends TrainingRun, Runnable {}
