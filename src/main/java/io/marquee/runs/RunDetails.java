package io.marquee.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.train.EpochResult;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * All that is known of a run but the losses of its batches.
 *
 * @param summary what a list shows
 * @param request what was asked for; empty where an older or newer Marquee wrote it in a form this one cannot read
 * @param hyperparameters the same hyperparameters as they were written
 * @param started how it began; empty where it never did
 * @param machine where it was trained
 * @param epochs its finished epochs
 * @param steering what a person changed while it trained, in words
 * @param measures what was measured of its model when it was over
 */
public record RunDetails(
        RunSummary summary,
        Optional<TrainingRequest> request,
        JsonNode hyperparameters,
        Optional<RunStarted> started,
        Machine machine,
        List<RecordedEpoch> epochs,
        List<String> steering,
        RunMeasures measures) {

    public RunDetails {
        epochs = List.copyOf(epochs);
        steering = List.copyOf(steering);
    }

    /** Whether the run has a validation part, so that its test part is measured once, at the end, or not at all. */
    public boolean validated() {
        return lowestValidation().isPresent();
    }

    /** The epoch with the lowest error on the validation part; empty where the run has none. */
    public Optional<EpochResult> lowestValidation() {
        return epochs.stream().map(RecordedEpoch::result).filter(epoch -> !Double.isNaN(epoch.validationMse()))
                .min(Comparator.comparingDouble(EpochResult::validationMse));
    }

    /** The errors of the run in some words, and on which part they were measured. */
    public String errorWords() {
        if (summary.epochsFinished() == 0) {
            return "no epoch finished";
        }
        return lowestValidation()
                .map(best -> String.format(Locale.ROOT, "lowest validation MSE %.4f in epoch %d, %s", best.validationMse(),
                        best.epoch(), Double.isNaN(summary.lastTestMse()) ? "test part not measured"
                                : String.format(Locale.ROOT, "test MSE %.4f, measured once", summary.lastTestMse())))
                .orElseGet(() -> String.format(Locale.ROOT, "lowest test MSE %.4f in epoch %d, chosen on the test part, last %.4f",
                        summary.bestTestMse(), summary.bestEpoch(), summary.lastTestMse()));
    }

    /** Batches of one epoch; 0 while that is not known. */
    public int batchesPerEpoch() {
        return started.map(RunStarted::batchesPerEpoch).orElse(0);
    }
}
