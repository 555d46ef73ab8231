package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.RatingScale;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.Evaluator;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marquee evaluate}. */
@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = "Prints how far a model's predictions are from the ratings of a file.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee evaluate --model my.marquee --ratings u1.test.csv",
            "  marquee evaluate --model my.marquee --ratings u1.test.csv --json | jq .rmse"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Mixin
    private ModelOption model;

    @Option(names = "--ratings", paramLabel = "FILE", required = true,
            description = "The ratings to predict; their ids are matched with the model's.")
    private String ratings;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @ArgGroup(exclusive = false, heading = MappingOptions.HEADING, order = 100)
    private MappingOptions mapping = new MappingOptions();

    EvaluateCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /** What {@code evaluate --json} prints; {@code protocol} says in words how it was measured. */
    record Report(
            long ratings, double mse, double rmse, double mae, long coldUsers, long coldItems, String protocol,
            Protocol training) {}

    @Override
    public Integer call() throws Exception {
        TrainedModel trained = model.load();
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(mapping.apply(DatasetSpec.of(ratings)));
        ErrorMetrics metrics = Evaluator.evaluate(trained, dataset.ratings());
        if (fingerprint(dataset).equals(trained.protocol().datasetFingerprint())) {
            console.say("Note: these are the ratings the model was trained on, train and test part together; "
                    + "the errors are lower than on ratings it has not seen.");
        }
        String protocol = protocol(trained, dataset, metrics);
        if (json) {
            ReportTarget.print(new Report(metrics.ratings(), metrics.mse(), metrics.rmse(), metrics.mae(),
                    metrics.coldUsers(), metrics.coldItems(), protocol, trained.protocol()), console);
            return ExitCode.OK;
        }
        console.result("MSE          %.4f", metrics.mse());
        console.result("RMSE         %.4f", metrics.rmse());
        console.result("MAE          %.4f", metrics.mae());
        console.result("Ratings      %,d", metrics.ratings());
        console.result("Cold users   %,d ratings of users the model has not learnt", metrics.coldUsers());
        console.result("Cold items   %,d ratings of movies the model has not learnt", metrics.coldItems());
        console.result("Protocol     %s", protocol);
        return ExitCode.OK;
    }

    private static String fingerprint(Dataset dataset) {
        return String.format(Locale.ROOT, "%016x", dataset.ratings().fingerprint());
    }

    private static String protocol(TrainedModel trained, Dataset dataset, ErrorMetrics metrics) {
        Protocol training = trained.protocol();
        RatingScale scale = trained.scale();
        return String.format(Locale.ROOT, "mean over all %,d ratings of %s, in inference mode, predictions %s; model "
                        + "of epoch %d, trained on %s (%s, %,d ratings).",
                metrics.ratings(), dataset.name(),
                trained.hyperparameters().clipPredictions()
                        ? String.format(Locale.ROOT, "clipped to %s-%s stars", scale.minimum(), scale.maximum())
                        : "not clipped",
                trained.result().epoch(), training.dataset(), training.split(), training.trainRatings());
    }
}
