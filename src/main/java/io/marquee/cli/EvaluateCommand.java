package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.RatingScale;
import io.marquee.evaluate.ErrorAnalysis;
import io.marquee.evaluate.ErrorMetrics;
import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.ranking.RankingReport;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
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
        description = {
            "Prints how far a model's predictions are from ratings, where they are wrong,",
            "and how well the model ranks the whole catalogue."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee evaluate --model my.marquee",
            "  marquee evaluate --model my.marquee --ratings u1.test.csv --ranking-users 0",
            "  marquee evaluate --model my.marquee --ratings u1.test.csv --json | jq .rmse"
        })
final class EvaluateCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Mixin
    private ModelOption model;

    @Option(names = "--ratings", paramLabel = "FILE",
            description = "The ratings to predict; their ids are matched with the model's. Without it: those held out "
                    + "when the model was trained, which it carries.")
    private String ratings;

    @Mixin
    private RankingOptions ranking;

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
            Protocol training, ErrorReport errors, Optional<RankingReport> ranking) {}

    @Override
    public Integer call() throws Exception {
        ranking.check();
        TrainedModel trained = model.load();
        ErrorReport errors;
        String source;
        if (ratings == null) {
            errors = new ErrorAnalysis(trained).onHeldOut().orElseThrow(() -> CommandFailure.failed(
                    "This model holds no ratings that were kept from its training: name some with --ratings."));
            source = "the ratings held out from training";
        } else {
            Dataset dataset = new DatasetOpener(console, services.datasets())
                    .open(mapping.apply(DatasetSpec.of(ratings)));
            warnOfTrainRatings(trained, dataset);
            errors = new ErrorAnalysis(trained).on(dataset.ratings());
            source = dataset.name();
        }
        Optional<RankingReport> ranked = ranking.users() == 0
                ? Optional.empty()
                : ModelEvaluation.rank(trained, ranking.users(), trained.hyperparameters().seed(), () -> true);
        print(errors, ranked, protocol(trained, source, errors.overall()), trained.protocol());
        return ExitCode.OK;
    }

    private void warnOfTrainRatings(TrainedModel trained, Dataset dataset) {
        String fingerprint = String.format(Locale.ROOT, "%016x", dataset.ratings().fingerprint());
        if (fingerprint.equals(trained.protocol().datasetFingerprint())) {
            console.say("Note: these are the ratings the model was trained on, train and test part together; "
                    + "the errors are lower than on ratings it has not seen.");
        }
    }

    private void print(ErrorReport errors, Optional<RankingReport> ranked, String protocol, Protocol training)
            throws IOException {
        ErrorMetrics metrics = errors.overall();
        if (json) {
            ReportTarget.print(new Report(metrics.ratings(), metrics.mse(), metrics.rmse(), metrics.mae(),
                    metrics.coldUsers(), metrics.coldItems(), protocol, training, errors, ranked), console);
            return;
        }
        console.result("MSE          %.4f", metrics.mse());
        console.result("RMSE         %.4f", metrics.rmse());
        console.result("MAE          %.4f", metrics.mae());
        console.result("Ratings      %,d", metrics.ratings());
        console.result("Cold users   %,d ratings of users the model has not learnt", metrics.coldUsers());
        console.result("Cold items   %,d ratings of movies the model has not learnt", metrics.coldItems());
        console.result("Protocol     %s", protocol);
        EvaluationTables tables = new EvaluationTables(console);
        tables.errors(errors);
        ranked.ifPresent(tables::ranking);
    }

    private static String protocol(TrainedModel trained, String source, ErrorMetrics metrics) {
        Protocol training = trained.protocol();
        RatingScale scale = trained.scale();
        return String.format(Locale.ROOT, "mean over all %,d ratings of %s, in inference mode, predictions %s; model "
                        + "of epoch %d, trained on %s (%s, %,d ratings).",
                metrics.ratings(), source,
                trained.hyperparameters().clipPredictions()
                        ? String.format(Locale.ROOT, "clipped to %s-%s stars", scale.minimum(), scale.maximum())
                        : "not clipped",
                trained.result().epoch(), training.dataset(), training.split(), training.trainRatings());
    }
}
