package io.marquee.cli;

import io.marquee.train.TrainingRequest;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;

/** Where a run keeps its checkpoints, or goes on from them. */
final class CheckpointOptions {

    /** What may stand beside --resume: the rest is decided by the run that goes on. */
    private static final Set<String> WITH_RESUME = Set.of("--resume", "--epochs", "--save", "--json", "--isolate");

    @Option(names = "--checkpoint", paramLabel = "DIR",
            description = "Save a checkpoint after each epoch in a folder of the run's own; --resume goes on from it.")
    private Path checkpoint;

    @Option(names = "--resume", paramLabel = "DIR",
            description = "Go on with the run whose checkpoints are in this folder, with its data and settings. Only --epochs, "
                    + "--save, --json and --isolate may stand beside it; --epochs is the number in all.")
    private Path resume;

    /** The folder of the run that is to go on. */
    Optional<Path> resume() {
        return Optional.ofNullable(resume);
    }

    /** Adds the folder for checkpoints to a request, if one is given. */
    TrainingRequest on(TrainingRequest request) {
        return checkpoint == null ? request : request.savingTo(checkpoint.toAbsolutePath());
    }

    /**
     * The request of the run that is to go on.
     *
     * @param command the command as it was given
     * @param epochs epochs it is to have in all, if given
     */
    static TrainingRequest resumed(Path folder, CommandSpec command, Optional<Integer> epochs) throws IOException {
        for (ArgSpec matched : command.commandLine().getParseResult().matchedArgs()) {
            if (matched instanceof OptionSpec option && !WITH_RESUME.contains(option.longestName())) {
                throw CommandFailure.usage(option.longestName() + " cannot stand beside --resume: the run in " + folder
                        + " goes on with its own data and settings. Only --epochs, --save, --json and --isolate can.");
            }
        }
        TrainingRequest request = new CheckpointFolder(folder.toAbsolutePath()).run().request();
        return epochs.map(request::withEpochs).orElse(request).resumingFrom(folder.toAbsolutePath());
    }
}
