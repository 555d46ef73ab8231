package io.marquee.runs;

import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent;

/** Training time of a run by the times of its events: from its start, pauses excluded. */
final class RunStopwatch {

    private long since;
    private double spent;
    private boolean running = true;

    RunStopwatch(long now) {
        since = now;
    }

    /** Seconds at an event, which may start, hold or go on with the time. */
    double secondsAt(TrainingEvent event, long now) {
        if (event instanceof TrainingEvent.RunStarted) {
            since = now;
        } else if (event instanceof TrainingEvent.RunRestored restored) {
            spent += restored.epochs().stream().mapToDouble(EpochResult::seconds).sum();
        } else if (event instanceof TrainingEvent.RunPaused && running) {
            spent += (now - since) / 1e9;
            running = false;
        } else if (event instanceof TrainingEvent.RunResumed && !running) {
            since = now;
            running = true;
        }
        return running ? spent + (now - since) / 1e9 : spent;
    }
}
