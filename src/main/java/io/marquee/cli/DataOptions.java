package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import picocli.CommandLine.Option;

/** Which ratings to train on. */
final class DataOptions {

    private static final String BUILT_IN = "matinee";

    @Option(names = "--data", paramLabel = "DIR|FILE|NAME",
            description = "A folder with ratings.csv, a ratings file, the built-in dataset matinee in the sizes "
                    + "matinee:100k, matinee:1m and matinee:20m, or a name such as ml-20m, which is downloaded if it is "
                    + "not here; 'marquee datasets' lists them. Without it: matinee.")
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
