package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.TimeVerdict;
import io.marquee.train.TrainingEvent.RunStarted;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints a training run for people: a heading, one line an epoch, a summary. */
final class TrainingTable {

    private final Console console;

    TrainingTable(Console console) {
        this.console = console;
    }

    void heading(Dataset dataset, RunStarted run) {
        Protocol protocol = run.protocol();
        console.result("Dataset   %s: %s, %s, %s", protocol.dataset(), Words.count(dataset.ratings().size(), "rating"),
                Words.count(run.users(), "user"), Words.count(run.items(), "item"));
        console.result("Split     %s: %,d train, %s%,d test%s", protocol.split(), protocol.trainRatings(),
                protocol.validationRatings() == 0
                        ? ""
                        : String.format(Locale.ROOT, "%,d validation, ", protocol.validationRatings()),
                protocol.testRatings(), cold(protocol));
        console.result("Network   %s; %,d parameters", network(run.hyperparameters()), run.parameters());
        console.result("Training  %s", training(run.hyperparameters()));
        console.result("Engine    %s on %s", protocol.engine(), protocol.device());
        console.result("Errors    in stars; train mean %.3f, standard deviation %.3f%s", run.trainMean(),
                run.trainStandardDeviation(), run.noiseFloor().isPresent()
                        ? String.format(Locale.ROOT, "; lowest reachable test MSE %.4f", run.noiseFloor().getAsDouble())
                        : "");
        console.result("");
        console.result("%5s  %9s  %8s  %9s  %8s  %9s", "Epoch", "Train MSE", "Test MSE", "Test RMSE", "Seconds",
                "Ratings/s");
    }

    void epoch(EpochResult result) {
        console.result("%5d  %9.4f  %8.4f  %9.4f  %8.2f  %,9.0f", result.epoch(), result.trainMse(), result.testMse(),
                result.testRmse(), result.seconds(), result.ratingsPerSecond());
    }

    /** Under the epochs that were trained before. */
    void goesOn(int epochsBefore) {
        console.say("Goes on from the checkpoint of epoch " + epochsBefore + ".");
    }

    void problem(String sentence) {
        console.say(sentence);
    }

    void summary(RunStarted run, List<EpochResult> epochs, boolean stopped, double seconds) {
        if (epochs.isEmpty()) {
            console.say("Stopped before the first epoch was finished: there is no model.");
            return;
        }
        EpochResult last = epochs.get(epochs.size() - 1);
        EpochResult best = epochs.stream().min(Comparator.comparingDouble(EpochResult::testMse)).orElseThrow();
        console.result("");
        console.result("%s after %s in %.1f s: test MSE %.4f, RMSE %.4f (epoch %d).%s",
                stopped ? "Stopped" : "Done", Words.count(epochs.size(), "epoch"), seconds, last.testMse(),
                last.testRmse(), last.epoch(), best == last ? "" : lowest(best));
        console.result("Time: %s", TimeVerdict.of(epochs.stream().map(EpochResult::phases).toList()).sentence());
        protocol(run.protocol());
    }

    /** How the errors were measured. */
    void protocol(Protocol protocol) {
        console.result("Protocol: %s, %s. Test MSE is the mean over all test ratings (%,d) in inference mode, "
                        + "predictions %s; train MSE: %s. Model: %s epoch.",
                protocol.dataset(), protocol.split(), protocol.testRatings(),
                protocol.clipped() ? "clipped to the rating scale" : "not clipped", protocol.trainMseRule(),
                protocol.epochRule());
    }

    private static String lowest(EpochResult best) {
        return String.format(Locale.ROOT, " The lowest was %.4f after epoch %d.", best.testMse(), best.epoch());
    }

    private static String cold(Protocol protocol) {
        return protocol.coldUsers() + protocol.coldItems() == 0
                ? ""
                : " (" + Words.count(protocol.coldUsers(), "user") + " and " + Words.count(protocol.coldItems(), "item")
                        + " occur in the test part only)";
    }

    private static String network(Hyperparameters hyperparameters) {
        return "embeddings of " + hyperparameters.embeddingSize() + ", hidden "
                + hyperparameters.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", "))
                + " (ReLU)";
    }

    private static String training(Hyperparameters hyperparameters) {
        StringBuilder text = new StringBuilder();
        text.append(hyperparameters.optimizer().displayName());
        text.append(", learning rate ").append(hyperparameters.learningRate());
        if (hyperparameters.optimizer() == OptimizerKind.NESTEROVS) {
            text.append(", momentum ").append(hyperparameters.momentum());
        }
        if (hyperparameters.l2() > 0) {
            text.append(", L2 ").append(hyperparameters.l2());
        }
        text.append(", batches of ").append(hyperparameters.batchSize());
        text.append(", ").append(Words.count(hyperparameters.epochs(), "epoch"));
        text.append(", ").append(hyperparameters.embeddingUpdates().name().toLowerCase(Locale.ROOT));
        text.append(" embedding updates, seed ").append(hyperparameters.seed());
        if (hyperparameters.standardize()) {
            text.append(", standardised ratings");
        }
        return text.toString();
    }
}
