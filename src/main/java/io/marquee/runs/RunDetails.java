package io.marquee.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingRequest;
import java.util.List;
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

    /** Batches of one epoch; 0 while that is not known. */
    public int batchesPerEpoch() {
        return started.map(RunStarted::batchesPerEpoch).orElse(0);
    }
}
