package io.marquee.cli;

import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code marquee train}. */
@Command(
        name = "train",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Trains a network and prints one line an epoch.",
            "Ctrl+C stops it; the model of the last finished epoch is kept, and saved if asked for."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee train",
            "  marquee train --data ml-latest-small --epochs 20 --save small.marquee",
            "  marquee train --data matinee:1m --preset lecture --epochs 5 --json report.json",
            "  marquee train --train u1.base.csv --test u1.test.csv --hidden 512,256 --l2 1e-5",
            "  marquee train --data ml-latest-small --split time --test-fraction 0.1 --validation-fraction 0.1",
            "  marquee train --data ml-20m --yes",
            "  marquee train --data ml-20m --sample-users 10000 --min-user-ratings 20 --min-movie-ratings 20",
            "  marquee train --data ml-100k --split u1",
            "  marquee train --data ml-latest-small --folds 5 --json folds.json",
            "  marquee train --data matinee:20m --checkpoint run7",
            "  marquee train --resume run7 --epochs 40",
            "  marquee train --data matinee:1m --isolate",
            "  marquee train --json - | jq '.epochs[-1].testRmse'"
        })
final class TrainCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Mixin
    private RequestOptions asked;

    @Mixin
    private CheckpointOptions checkpoints;

    @Spec
    private CommandSpec command;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the trained model.")
    private Path save;

    @Option(names = "--json", paramLabel = "FILE|-",
            description = "Write a report; - writes it to standard output and everything else to standard error.")
    private String json;

    @Mixin
    private RankingOptions ranking;

    TrainCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        ranking.check();
        Optional<Path> resumed = checkpoints.resume();
        TrainingRequest request = resumed.isPresent()
                ? CheckpointOptions.resumed(resumed.get(), command, asked.epochs()).isolated(asked.isolate())
                : newRun();
        if (asked.allFolds() && save != null) {
            throw CommandFailure.usage("--save has no meaning with --folds, which trains a model a fold to measure by: "
                    + "train once more without --folds, or one fold with --fold.");
        }
        Optional<Path> target = Optional.ofNullable(save);
        Optional<ReportTarget> report = Optional.ofNullable(json).map(ReportTarget::of);
        target.ifPresent(ReportTarget::checkFolder);
        report.ifPresent(ReportTarget::check);
        Console table = report.isPresent() && report.get().toStandardOutput() ? console.resultsOnError() : console;
        if (asked.allFolds()) {
            return new CrossValidationSession(table, services).run(request, report, console);
        }
        return new TrainingSession(table, services, report.isPresent() ? ranking.users() : 0).run(request, result -> {
            if (target.isPresent() && result.model().isPresent()) {
                result.save(target.get());
                if (result.recordedAs().isPresent()) {
                    services.history().modelSaved(result.recordedAs().getAsLong(), target.get());
                }
                table.say("Saved the model of epoch " + result.lastEpoch() + " as " + target.get() + ".");
            }
            if (report.isPresent() && result.report().isPresent()) {
                report.get().write(result.report().get(), console);
            }
        });
    }

    private TrainingRequest newRun() throws IOException {
        TrainingRequest request = asked.request(services);
        if (asked.allFolds() && checkpoints.on(request) != request) {
            throw CommandFailure.usage("--checkpoint has no meaning with --folds, which trains a model a fold: "
                    + "train one fold with --fold.");
        }
        return checkpoints.on(request);
    }
}
