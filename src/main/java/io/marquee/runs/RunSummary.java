package io.marquee.runs;

import java.time.Instant;
import java.util.Optional;

/**
 * A run as a list shows it.
 *
 * @param id number of the run, counted from 1 over all runs of this person
 * @param key name of its folder, the same for ever
 * @param name what the person calls it
 * @param state where it is in its life
 * @param created when it was started
 * @param dataset name of its dataset
 * @param settings its hyperparameters in a few words
 * @param device what it trains on
 * @param protocol what its errors depend on
 * @param epochsPlanned epochs asked for
 * @param epochsFinished epochs trained and evaluated
 * @param batches batches recorded
 * @param seconds training time so far, pauses excluded
 * @param lastTrainMse train MSE of the last epoch, in squared stars; NaN before the first
 * @param lastTestMse test MSE of the last epoch, in squared stars; NaN before the first
 * @param bestTestMse lowest test MSE of any epoch, in squared stars; NaN before the first
 * @param bestEpoch the epoch it was reached in; 0 before the first
 * @param bestValidationMse lowest validation MSE of any epoch, in squared stars; NaN without a validation part
 * @param failure why it failed, in a sentence; empty where it did not
 * @param notes what the person wrote about it
 * @param starred whether the person marked it
 * @param colour number of the colour of its curves
 * @param modelFile where its model was saved, if it was
 */
public record RunSummary(
        long id,
        String key,
        String name,
        RecordedState state,
        Instant created,
        String dataset,
        String settings,
        String device,
        ProtocolKey protocol,
        int epochsPlanned,
        int epochsFinished,
        long batches,
        double seconds,
        double lastTrainMse,
        double lastTestMse,
        double bestTestMse,
        int bestEpoch,
        double bestValidationMse,
        String failure,
        String notes,
        boolean starred,
        int colour,
        Optional<String> modelFile) {}
