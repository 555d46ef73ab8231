package io.marquee.cli;

import io.marquee.runs.Comparison;
import io.marquee.runs.RecordedEpoch;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunFacts;
import io.marquee.runs.RunMeasures;
import io.marquee.runs.RunSummary;
import java.io.IOException;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee runs show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = "Shows a recorded run: settings, epochs, protocol, machine.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs show last",
            "  marquee runs show 12 --json | jq '.epochs[-1].result.testMse'"
        })
final class RunsShowCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "RUN", description = "Number or name of a run, or 'last'.")
    private String run;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RunsShowCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /** A run with its epochs as JSON. */
    record Shown(RunFacts run, List<RecordedEpoch> epochs, RunMeasures measures) {}

    @Override
    public Integer call() throws IOException {
        RunDetails details = new RunChoice(services.history()).details(run);
        if (json) {
            ReportTarget.print(new Shown(RunFacts.of(details), details.epochs(), details.measures()), console);
        } else {
            print(details);
        }
        return ExitCode.OK;
    }

    private void print(RunDetails details) {
        RunSummary summary = details.summary();
        console.result("Run %d   %s%s: %s", summary.id(), summary.starred() ? "* " : "", summary.name(),
                summary.state().words());
        console.result("Started %s; %,.1f s of training, %,d batches",
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").format(summary.created().atZone(ZoneId.systemDefault())),
                summary.seconds(), summary.batches());
        if (!summary.failure().isEmpty()) {
            console.result("%s", summary.failure());
        }
        if (!summary.notes().isBlank()) {
            console.result("Notes   %s", summary.notes());
        }
        console.result("");
        Comparison.settings(details).forEach((name, value) -> console.result("%-22s  %s", name, value));
        console.result("%-22s  %s", "Machine", details.machine().words());
        summary.modelFile().ifPresent(file -> console.result("%-22s  %s", "Model saved as", file));
        if (details.epochs().isEmpty()) {
            return;
        }
        console.result("");
        boolean validated = details.validated();
        TrainingTable table = new TrainingTable(console);
        table.columns(validated);
        details.epochs().stream().map(RecordedEpoch::result).forEach(table::epoch);
        console.result("");
        if (!Double.isNaN(summary.bestTestMse())) {
            console.result(validated ? "Test MSE %.4f, measured once, of epoch %d." : "Lowest test MSE %.4f after epoch %d, an epoch chosen on the test part.",
                    summary.bestTestMse(), summary.bestEpoch());
        }
        details.measures().errors().ifPresent(errors -> console.result("MAE %.4f.", errors.overall().mae()));
        details.measures().baselines().forEach(baseline -> console.result("Baseline %s: test MSE %.4f, MAE %.4f.",
                baseline.name(), baseline.testMse(), baseline.testMae()));
        details.measures().ranking().ifPresent(ranking -> ranking.models().forEach(model -> console.result(
                "Ranking by %s: NDCG@10 %.4f, Recall@10 %.4f, Hit@10 %.4f, MRR %.4f, coverage %.4f, novelty %.2f bits.",
                model.model(), model.ndcg(), model.recall(), model.hitRate(), model.reciprocalRank(), model.coverage(),
                model.novelty())));
        details.started().ifPresent(started -> table.protocol(started.protocol()));
    }
}
