package io.marquee.cli;

import io.marquee.data.DatasetWriter;
import io.marquee.data.MatineePreset;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee synthesize}. */
@Command(name = "synthesize")
final class SynthesizeCommand implements Callable<Integer> {

    SynthesizeCommand(Console console, Services services) {
    }

    @Override
    public Integer call() throws Exception {
        return ExitCode.OK;
    }
}
