package io.marquee.cli;

import io.marquee.train.TrainingRequest;
import picocli.CommandLine.Option;

/** How many threads train. */
final class ThreadsOption {

    @Option(names = "--threads", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Threads of the fast path and of evaluation. The same number gives the same bits. Without it: "
                    + "one a core.")
    private Integer threads;

    /** The number of threads; 0 for one a core. */
    int count() {
        if (threads == null) {
            return 0;
        }
        if (threads < 1 || threads > TrainingRequest.MAX_THREADS) {
            throw CommandFailure.usage(
                    "--threads must be from 1 to " + TrainingRequest.MAX_THREADS + ", not " + threads + ".");
        }
        return threads;
    }
}
