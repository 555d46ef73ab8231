package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import picocli.CommandLine.Option;

/** Which ratings to train on. */
final class DataOptions {

    private static final String BUILT_IN = "matinee";

    @Option(names = "--data", paramLabel = "DIR|FILE|matinee[:SIZE]",
            description = "A folder with ratings.csv, a ratings file, or the built-in dataset in the sizes 100k, 1m "
                    + "and 20m. Without it: matinee.")
    private String data;

    @Option(names = "--train", paramLabel = "FILE",
            description = "Train part where the data comes divided; goes with --test.")
    private String train;

    @Option(names = "--test", paramLabel = "FILE",
            description = "Test part where the data comes divided; goes with --train.")
    private String test;

    DatasetSpec dataset() {
        if ((train == null) != (test == null)) {
            throw CommandFailure.usage("--train and --test go together: "
                    + (train == null ? "--train" : "--test") + " is missing.");
        }
        if (train == null) {
            return DatasetSpec.of(data == null ? BUILT_IN : data);
        }
        if (data != null) {
            throw CommandFailure.usage("Give either --data or --train and --test, not both.");
        }
        return DatasetSpec.pair(train, test);
    }

    /** Whether the data comes divided, as two files. */
    boolean comesDivided() {
        return train != null;
    }
}
