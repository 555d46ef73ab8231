package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.model.Hyperparameters;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingService;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marquee find-rate}. */
@Command(
        name = "find-rate",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Suggests a learning rate: trains for some hundred steps while the rate grows, and shows where the loss falls",
            "and where it shoots up."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee find-rate",
            "  marquee find-rate --data ml-latest-small --optimizer nesterovs",
            "  marquee find-rate --data ml-20m --device gpu0 --batch 16384",
            "  marquee find-rate --json - | jq .suggestion"
        })
final class FindRateCommand implements Callable<Integer> {

    private static final int LINES = 24;
    private static final int BAR = 50;

    private final Console console;
    private final Services services;

    @Mixin
    private RequestOptions asked;

    @Option(names = "--json", paramLabel = "FILE|-",
            description = "Write a report; - writes it to standard output and everything else to standard error.")
    private String json;

    FindRateCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        TrainingRequest request = asked.request(services);
        Hyperparameters hyperparameters = request.hyperparameters();
        Optional<ReportTarget> report = Optional.ofNullable(json).map(ReportTarget::of);
        report.ifPresent(ReportTarget::check);
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(request.dataset());
        LearningRateCurve curve;
        try (TrainingService training = services.training().get(); WorkBar bar = new WorkBar(console)) {
            curve = training.findRate(request, dataset, bar);
        }
        print(curve, hyperparameters,
                report.isPresent() && report.get().toStandardOutput() ? console.resultsOnError() : console);
        if (report.isPresent()) {
            report.get().write(curve, console);
        }
        return ExitCode.OK;
    }

    private static void print(LearningRateCurve curve, Hyperparameters hyperparameters, Console console) {
        double highest = curve.points().stream().mapToDouble(LearningRateCurve.Point::loss).max().orElseThrow();
        int each = Math.max(1, curve.points().size() / LINES);
        console.result("%9s  %8s", "Rate", "Loss");
        for (int i = 0; i < curve.points().size(); i += each) {
            LearningRateCurve.Point point = curve.points().get(i);
            console.result("%9s  %8.4f  %s", String.format(Locale.ROOT, "%.2g", point.learningRate()), point.loss(),
                    "#".repeat((int) Math.round(BAR * point.loss() / highest)));
        }
        console.result("");
        console.result("Suggested learning rate for %s: %s, a tenth of the rate with the lowest loss, or of the highest it bears.",
                hyperparameters.optimizer().displayName(), curve.suggestion());
        console.result("Protocol: one step at each rate, batches of %,d, %,d ratings of the train part in all; the loss is that of each "
                + "batch before its step, smoothed.", hyperparameters.batchSize(), curve.ratings());
    }
}
