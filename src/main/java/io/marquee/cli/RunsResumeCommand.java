package io.marquee.cli;

import io.marquee.runs.RunDetails;
import io.marquee.train.TrainingRequest;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code marquee runs resume}. */
@Command(
        name = "resume",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Goes on with a run that was interrupted, stopped or failed, from its last finished epoch.",
            "The curve is the one an unbroken run would have had."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee runs resume last",
            "  marquee runs resume 12 --epochs 40 --save longer.marquee"
        })
final class RunsResumeCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(paramLabel = "RUN", description = "Number or name of a run, or 'last'.")
    private String run;

    @Option(names = "--epochs", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Train up to this epoch instead of the one planned; with more, a finished run goes on too.")
    private Integer epochs;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the trained model.")
    private Path save;

    RunsResumeCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (save != null) {
            ReportTarget.checkFolder(save);
        }
        RunDetails details = new RunChoice(services.history()).details(run);
        if (details.summary().state().active()) {
            throw CommandFailure.failed("Run " + details.summary().id() + " is being trained already.");
        }
        TrainingRequest asked = services.history().resuming(details);
        TrainingRequest request = epochs == null ? asked : asked.withEpochs(epochs);
        if (request.hyperparameters().epochs() <= details.summary().epochsFinished()) {
            throw CommandFailure.usage("Run " + details.summary().id() + " has finished "
                    + details.summary().epochsFinished() + " epochs: ask for more with --epochs.");
        }
        return new TrainingSession(console, services).run(request, result -> {
            if (save != null && result.model().isPresent()) {
                result.save(save);
                services.history().modelSaved(details.summary().id(), save);
                console.say("Saved the model of epoch " + result.lastEpoch() + " as " + save + ".");
            }
        });
    }
}
