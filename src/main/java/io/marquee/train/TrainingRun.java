package io.marquee.train;

import io.marquee.model.TrainedModel;
import java.util.Optional;

/** A run under way or ended. All methods may be called from any thread and return at once, except {@link #await}. */
public interface TrainingRun {

    /** Where a run is in its life. */
    enum State {
        RUNNING,
        PAUSED,
        FINISHED,
        FAILED;

        public boolean ended() {
            return this == FINISHED || this == FAILED;
        }
    }

    State state();

    /** Holds the run within a second; no effect on one that has ended or is held. */
    void pause();

    /** Lets a held run go on; no effect otherwise. */
    void resume();

    /** Ends the run within a second, held or not; the model of the last finished epoch stays usable. */
    void stop();

    /**
     * Sends a command to a run under way; no effect on one that has ended. {@link TrainingCommand.Start} is for a
     * {@link TrainingService}.
     */
    void send(TrainingCommand command);

    /** The model of the last finished epoch, while training too; empty before the first. */
    Optional<TrainedModel> model();

    /** Waits until the run has ended and its last event was delivered. */
    void await() throws InterruptedException;
}
