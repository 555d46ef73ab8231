package io.marquee.train;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Protocol;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a training run tells while it lasts; each event can be written as one line of JSON.
 *
 * <p>Order: one {@link RunStarted}, and {@link RunRestored} if it goes on from a checkpoint; then {@link BatchProgress},
 * {@link EpochFinished}, {@link CheckpointSaved} or {@link CheckpointFailed}, {@link RunPaused}, {@link RunResumed} and what
 * commands bring about, as they happen; {@link StoppedEarly} and {@link TestMeasured} where they apply; at the end exactly one
 * {@link RunFinished} or {@link RunFailed}. A run that cannot start has a {@link RunFailed} only, one that is stopped before it has
 * begun a {@link RunFinished} only.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = TrainingEvent.RunStarted.class, name = "run-started"),
    @JsonSubTypes.Type(value = TrainingEvent.BatchProgress.class, name = "batch-progress"),
    @JsonSubTypes.Type(value = TrainingEvent.EpochFinished.class, name = "epoch-finished"),
    @JsonSubTypes.Type(value = TrainingEvent.RunRestored.class, name = "run-restored"),
    @JsonSubTypes.Type(value = TrainingEvent.CheckpointSaved.class, name = "checkpoint-saved"),
    @JsonSubTypes.Type(value = TrainingEvent.CheckpointFailed.class, name = "checkpoint-failed"),
    @JsonSubTypes.Type(value = TrainingEvent.LearningRateSet.class, name = "learning-rate-set"),
    @JsonSubTypes.Type(value = TrainingEvent.EpochsAdded.class, name = "epochs-added"),
    @JsonSubTypes.Type(value = TrainingEvent.Evaluated.class, name = "evaluated"),
    @JsonSubTypes.Type(value = TrainingEvent.StoppedEarly.class, name = "stopped-early"),
    @JsonSubTypes.Type(value = TrainingEvent.TestMeasured.class, name = "test-measured"),
    @JsonSubTypes.Type(value = TrainingEvent.RunPaused.class, name = "run-paused"),
    @JsonSubTypes.Type(value = TrainingEvent.RunResumed.class, name = "run-resumed"),
    @JsonSubTypes.Type(value = TrainingEvent.RunFinished.class, name = "run-finished"),
    @JsonSubTypes.Type(value = TrainingEvent.RunFailed.class, name = "run-failed")
})
public sealed interface TrainingEvent {

    /**
     * The network is built, the data divided; the first batch comes next.
     *
     * @param hyperparameters what is trained
     * @param protocol how results will be measured
     * @param users number of users
     * @param items number of rated items
     * @param parameters number of trainable parameters
     * @param trainMean mean of the train part, in stars, by which targets are centred
     * @param trainStandardDeviation standard deviation of the train part, in stars
     * @param batchesPerEpoch number of batches an epoch has
     * @param noiseFloor lowest test MSE any model can expect, in squared stars, where known
     */
    record RunStarted(
            Hyperparameters hyperparameters,
            Protocol protocol,
            int users,
            int items,
            long parameters,
            double trainMean,
            double trainStandardDeviation,
            int batchesPerEpoch,
            OptionalDouble noiseFloor)
            implements TrainingEvent {}

    /**
     * Some batches are done. Published at most some tens of times a second, however small the batches.
     *
     * @param epoch current epoch, counted from 1
     * @param batchesDone batches done in this epoch, those of {@code losses} included
     * @param batchesPerEpoch batches an epoch has
     * @param losses loss of each batch since the last such event, in order, in squared stars
     * @param runningLoss mean train MSE of this epoch so far, in squared stars
     * @param ratingsPerSecond rate since the last such event
     */
    record BatchProgress(
            int epoch,
            int batchesDone,
            int batchesPerEpoch,
            List<Float> losses,
            double runningLoss,
            double ratingsPerSecond)
            implements TrainingEvent {
        public BatchProgress {
            losses = List.copyOf(losses);
        }
    }

    /** An epoch is trained and evaluated. */
    record EpochFinished(EpochResult result) implements TrainingEvent {}

    /**
     * The run goes on from a checkpoint.
     *
     * @param epochs results of the epochs before, first to last; no {@link EpochFinished} comes for them
     */
    record RunRestored(List<EpochResult> epochs) implements TrainingEvent {
        public RunRestored {
            epochs = List.copyOf(epochs);
        }
    }

    /**
     * A checkpoint is on the disk.
     *
     * @param file its file
     * @param epoch epoch it was made after
     */
    record CheckpointSaved(Path file, int epoch) implements TrainingEvent {}

    /**
     * A checkpoint could not be saved; the run goes on.
     *
     * @param message a sentence for people that says what happened
     * @param epoch epoch it was to be made after
     */
    record CheckpointFailed(String message, int epoch) implements TrainingEvent {}

    /**
     * A person set the learning rate.
     *
     * @param learningRate the rate from now on
     * @param epoch current epoch, counted from 1
     * @param batchesDone batches done in it
     */
    record LearningRateSet(double learningRate, int epoch, int batchesDone) implements TrainingEvent {}

    /**
     * A person added epochs.
     *
     * @param epochs number of epochs planned in all from now on
     */
    record EpochsAdded(int epochs) implements TrainingEvent {}

    /**
     * A person had the error measured within an epoch.
     *
     * @param epoch current epoch, counted from 1
     * @param batchesDone batches done in it
     * @param validation whether on the validation part; otherwise on the test part
     * @param mse mean squared error, in squared stars
     */
    record Evaluated(int epoch, int batchesDone, boolean validation, double mse) implements TrainingEvent {}

    /**
     * The validation MSE has not fallen for long enough; the best epoch is kept.
     *
     * @param epoch last finished epoch
     * @param bestEpoch the epoch that is kept
     * @param validationMse its error on the validation part, in squared stars
     */
    record StoppedEarly(int epoch, int bestEpoch, double validationMse) implements TrainingEvent {}

    /**
     * The test part was measured, once, at the end of a run with a validation part.
     *
     * @param epoch the epoch whose model is kept and was measured
     * @param mse mean squared error, in squared stars
     * @param rmse its square root, in stars
     */
    record TestMeasured(int epoch, double mse, double rmse) implements TrainingEvent {}

    /** The run holds before its next batch. */
    record RunPaused() implements TrainingEvent {}

    /** The run goes on after a pause. */
    record RunResumed() implements TrainingEvent {}

    /**
     * The run has ended as asked.
     *
     * @param stopped whether a person stopped it before its last epoch
     * @param epochsFinished number of epochs finished; the model is of the last of them
     * @param seconds wall clock of the run, pauses excluded
     */
    record RunFinished(boolean stopped, int epochsFinished, double seconds) implements TrainingEvent {}

    /**
     * The run could not start or go on. The model of the last good epoch, if any, stays usable.
     *
     * @param message a sentence for people that says what happened and what to do
     * @param epochsFinished number of epochs finished before
     * @param interrupted whether the process that trained or its device was lost: nothing is wrong with the run, which can go
     *     on from its newest checkpoint
     */
    record RunFailed(String message, int epochsFinished, boolean interrupted) implements TrainingEvent {

        /** A run that cannot go on as it is. */
        public RunFailed(String message, int epochsFinished) {
            this(message, epochsFinished, false);
        }

        /**
         * What an interrupted run has left, as a sentence.
         *
         * @param epochsFinished number of epochs finished before
         * @param saved whether it saves checkpoints
         */
        public static String whatIsLeft(int epochsFinished, boolean saved) {
            if (epochsFinished == 0) {
                return "No epoch was finished: start the run again.";
            }
            return "Epoch " + epochsFinished + " and its model are kept"
                    + (saved ? "; the run can be resumed from there." : ".");
        }
    }
}
