package io.marquee.train;

/** Measures where the time of one epoch goes. Made when the epoch begins; pauses do not count. */
final class EpochClock {

    private final EpochSteps source;
    private final TrainingEngine engine;
    private final RunControl control;
    private final long start;
    private final long pausedAtStart;
    private final long shuffleAtStart;
    private final long fillAtStart;
    private final long waitingAtStart;
    private final StepTimes stepsAtStart;
    private long trainedNanos;
    private long leftOutNanos;

    EpochClock(EpochSteps source, TrainingEngine engine, RunControl control) {
        this.source = source;
        this.engine = engine;
        this.control = control;
        start = System.nanoTime();
        pausedAtStart = control.pausedNanos();
        shuffleAtStart = source.shuffleNanos();
        fillAtStart = source.fillNanos();
        waitingAtStart = source.waitingNanos();
        stepsAtStart = engine.stepTimes();
    }

    /** Some time has nothing to do with the epoch. */
    void leaveOut(long nanos) {
        leftOutNanos += nanos;
    }

    /** The last batch is trained; evaluation comes next. */
    void trained() {
        trainedNanos = elapsedNanos();
    }

    /** Wall clock since the epoch began without pauses, in seconds. */
    double seconds() {
        return elapsedNanos() / 1e9;
    }

    /** The part of it before evaluation, in seconds. */
    double trainSeconds() {
        return trainedNanos / 1e9;
    }

    PhaseSeconds phases() {
        StepTimes steps = engine.stepTimes().minus(stepsAtStart);
        return new PhaseSeconds(
                (source.shuffleNanos() - shuffleAtStart) / 1e9,
                (source.fillNanos() - fillAtStart) / 1e9,
                (source.waitingNanos() - waitingAtStart) / 1e9,
                steps.forwardNanos() / 1e9,
                steps.backwardNanos() / 1e9,
                steps.updateNanos() / 1e9,
                (elapsedNanos() - trainedNanos) / 1e9);
    }

    private long elapsedNanos() {
        return System.nanoTime() - start - (control.pausedNanos() - pausedAtStart) - leftOutNanos;
    }
}
