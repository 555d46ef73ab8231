package io.marquee.cli;

import io.marquee.export.TopListSpec;
import picocli.CommandLine.Option;

/** What lists of all users hold. */
final class ListOptions {

    @Option(names = "--titles", description = "With --format csv and --all-users: add the movie's title to each line.")
    private boolean titles;

    @Option(names = "--memory", paramLabel = "MB", defaultValue = "" + TopListSpec.DEFAULT_MEGABYTES,
            converter = Numbers.Whole.class,
            description = "With --format csv and --all-users: memory the arithmetic may take beside the model. With less "
                    + "than the whole catalogue needs it is a little slower. Without it: ${DEFAULT-VALUE}.")
    private int memory;

    TopListSpec spec(int top, boolean includeRated) {
        if (top < 1) {
            throw CommandFailure.usage("--top must be at least 1, not " + top + ".");
        }
        if (memory < TopListSpec.LEAST_MEGABYTES) {
            throw CommandFailure.usage("--memory must be at least " + TopListSpec.LEAST_MEGABYTES + ", not " + memory
                    + ".");
        }
        return new TopListSpec(top, includeRated, titles, memory);
    }
}
