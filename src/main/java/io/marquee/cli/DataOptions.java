package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Range;
import picocli.CommandLine.Option;

/** Which ratings to train on and how to divide them. */
final class DataOptions {

    private static final String BUILT_IN = "matinee";
    private static final double TEST_FRACTION = 0.2;

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

    @Option(names = "--test-fraction", paramLabel = "SHARE", converter = Numbers.Real.class,
            description = "Share of the ratings that become the test part, at random. Without it: 0.2.")
    private Double testFraction;

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
        if (testFraction != null) {
            throw CommandFailure.usage(
                    "--test-fraction has no meaning with --train and --test: the data comes divided.");
        }
        return DatasetSpec.pair(train, test);
    }

    SplitSpec split(long seed) {
        double fraction = testFraction == null ? TEST_FRACTION : testFraction;
        Range.TEST_FRACTION.check(fraction);
        return new SplitSpec(fraction, seed);
    }
}
