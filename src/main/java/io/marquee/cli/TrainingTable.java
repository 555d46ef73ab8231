package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.FilterStep;
import io.marquee.model.Hyperparameters;
import io.marquee.model.LearningRateSchedule;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.TimeVerdict;
import io.marquee.train.TrainingEvent.RunStarted;
import io.marquee.train.TrainingEvent.TestMeasured;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
                Words.count(dataset.ratings().users().size(), "user"), Words.count(dataset.ratings().items().size(), "item"));
        if (!dataset.core().keepsAll()) {
            console.result("Filter    %s", new FilterStep(dataset.core().inWords(),
                    protocol.trainRatings() + protocol.validationRatings() + protocol.testRatings(), run.users(), run.items())
                    .inWords());
        }
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
        columns(protocol.validationRatings() > 0);
    }

    /** @param validated whether epochs are measured on a validation part, not on the test part */
    void columns(boolean validated) {
        console.result("%5s  %9s  %8s  %9s  %8s  %9s", "Epoch", "Train MSE", validated ? "Val. MSE" : "Test MSE",
                validated ? "Val. RMSE" : "Test RMSE", "Seconds", "Ratings/s");
    }

    void epoch(EpochResult result) {
        console.result("%5d  %9.4f  %8.4f  %9.4f  %8.2f  %,9.0f", result.epoch(), result.trainMse(),
                result.comparedMse(), Math.sqrt(result.comparedMse()), result.seconds(), result.ratingsPerSecond());
    }

    /** Under the epochs that were trained before. */
    void goesOn(int epochsBefore) {
        console.say("Goes on from the checkpoint of epoch " + epochsBefore + ".");
    }

    /** Something happened between the lines of two epochs. */
    void note(String sentence) {
        console.say(sentence);
    }

    /** @param test the one measurement of the test part of a run with a validation part */
    void summary(RunStarted run, List<EpochResult> epochs, boolean stopped, double seconds, Optional<TestMeasured> test) {
        if (epochs.isEmpty()) {
            console.say("Stopped before the first epoch was finished: there is no model.");
            return;
        }
        EpochResult last = epochs.get(epochs.size() - 1);
        console.result("");
        console.result("%s after %s in %.1f s: %s.%s", stopped ? "Stopped" : "Done",
                Words.count(epochs.size(), "epoch"), seconds, test.isPresent()
                        ? errors(test.get().mse(), test.get().rmse(), test.get().epoch())
                        : errors(last.testMse(), last.testRmse(), last.epoch()), lowest(epochs, last, run.protocol().validationRatings() > 0));
        console.result("Time: %s", TimeVerdict.of(epochs.stream().map(EpochResult::phases).toList()).sentence());
        protocol(run.protocol());
    }

    /** How the errors were measured. */
    void protocol(Protocol protocol) {
        console.result("Protocol: %s, %s. Test MSE is the mean over all test ratings (%,d) in inference mode, "
                        + "%s, predictions %s; train MSE: %s. Model: %s.",
                protocol.dataset(), protocol.split(), protocol.testRatings(), protocol.testRule(),
                protocol.clipped() ? "clipped to the rating scale" : "not clipped", protocol.trainMseRule(),
                protocol.epochInWords());
    }

    private static String errors(double mse, double rmse, int epoch) {
        return String.format(Locale.ROOT, "test MSE %.4f, RMSE %.4f (epoch %d)", mse, rmse, epoch);
    }

    private static String lowest(List<EpochResult> epochs, EpochResult last, boolean validated) {
        EpochResult best = epochs.stream().min(Comparator.comparingDouble(EpochResult::comparedMse)).orElseThrow();
        return best == last ? "" : String.format(Locale.ROOT, " The lowest %s was %.4f after epoch %d%s.",
                validated ? "validation MSE" : "test MSE", best.comparedMse(), best.epoch(),
                validated ? "" : ", an epoch chosen on the test part");
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
        if (!(hyperparameters.schedule() instanceof LearningRateSchedule.Constant)) {
            text.append(", ").append(hyperparameters.schedule().words());
        }
        if (hyperparameters.optimizer() == OptimizerKind.NESTEROVS) {
            text.append(", momentum ").append(hyperparameters.momentum());
        }
        if (hyperparameters.l2() > 0) {
            text.append(", L2 ").append(hyperparameters.l2());
        }
        text.append(", batches of ").append(hyperparameters.batchSize());
        text.append(", ").append(Words.count(hyperparameters.epochs(), "epoch"));
        hyperparameters.earlyStopping().ifPresent(rule -> text.append(", stops early ").append(rule.words()));
        text.append(", ").append(hyperparameters.embeddingUpdates().name().toLowerCase(Locale.ROOT));
        text.append(" embedding updates, seed ").append(hyperparameters.seed());
        if (hyperparameters.standardize()) {
            text.append(", standardised ratings");
        }
        return text.toString();
    }
}
