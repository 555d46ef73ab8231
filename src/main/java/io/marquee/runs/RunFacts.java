package io.marquee.runs;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.model.Protocol;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingRequest;
import java.util.Locale;

/**
 * A run as it is written to JSON for other programs. Errors in squared stars; null where there is no such number yet.
 *
 * @param id number of the run
 * @param name what the person calls it
 * @param state where it is in its life, such as "finished"
 * @param started when, as ISO 8601 in UTC
 * @param dataset name of the dataset
 * @param source where the dataset came from
 * @param device what it trains on
 * @param hyperparameters network and training
 * @param protocol how the results were measured; null where the run never began
 * @param epochsPlanned epochs asked for
 * @param epochsFinished epochs trained and evaluated
 * @param batches batches recorded
 * @param batchesPerEpoch batches an epoch has; 0 where the run never began
 * @param parameters trainable parameters; 0 where the run never began
 * @param noiseFloor lowest test MSE any model can expect, where known
 * @param seconds training time, pauses excluded
 * @param lastTrainMse train MSE of the last epoch
 * @param lastTestMse test MSE of the last epoch
 * @param bestTestMse lowest test MSE of any epoch
 * @param bestEpoch the epoch it was reached in; 0 before the first
 * @param failure why it failed; null where it did not
 * @param notes what the person wrote about it
 * @param starred whether the person marked it
 * @param modelFile where its model was saved; null where it was not
 * @param machine where it was trained
 */
public record RunFacts(
        long id,
        String name,
        String state,
        String started,
        String dataset,
        String source,
        String device,
        JsonNode hyperparameters,
        Protocol protocol,
        int epochsPlanned,
        int epochsFinished,
        long batches,
        int batchesPerEpoch,
        long parameters,
        Double noiseFloor,
        double seconds,
        Double lastTrainMse,
        Double lastTestMse,
        Double bestTestMse,
        int bestEpoch,
        String failure,
        String notes,
        boolean starred,
        String modelFile,
        Machine machine) {

    public static RunFacts of(RunDetails run) {
        RunSummary summary = run.summary();
        RunStarted started = run.started().orElse(null);
        return new RunFacts(summary.id(), summary.name(), summary.state().name().toLowerCase(Locale.ROOT),
                summary.created().toString(), summary.dataset(),
                run.request().map(TrainingRequest::dataset).map(spec -> spec.source()
                        + spec.testSource().map(test -> ", " + test).orElse("")).orElse(null),
                summary.device(), run.hyperparameters(), started == null ? null : started.protocol(),
                summary.epochsPlanned(), summary.epochsFinished(), summary.batches(), run.batchesPerEpoch(),
                started == null ? 0 : started.parameters(),
                started == null || started.noiseFloor().isEmpty() ? null : started.noiseFloor().getAsDouble(),
                summary.seconds(), orNull(summary.lastTrainMse()), orNull(summary.lastTestMse()),
                orNull(summary.bestTestMse()), summary.bestEpoch(),
                summary.failure().isEmpty() ? null : summary.failure(), summary.notes(), summary.starred(),
                summary.modelFile().orElse(null), run.machine());
    }

    private static Double orNull(double number) {
        return Double.isNaN(number) ? null : number;
    }
}
