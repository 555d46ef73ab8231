package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
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

    @ArgGroup(exclusive = false, heading = MappingOptions.HEADING, order = 100)
    private MappingOptions mapping = new MappingOptions();

    /**
     * The dataset that was asked for.
     *
     * @param publishedSplit name of a split that the data's publisher made
     * @throws IOException if a file has to be looked into and cannot be read
     */
    DatasetSpec dataset(Optional<String> publishedSplit) throws IOException {
        DatasetSpec spec = mapping.apply(source());
        return publishedSplit.isPresent() ? spec.withSplit(publishedSplit.get()) : spec;
    }

    private DatasetSpec source() {
        if ((train == null) != (test == null)) {
            throw CommandFailure.usage("--train and --test go together: "
                    + (train == null ? "--train" : "--test") + " is missing.");
        }
        if (train == null) {
            return DatasetSpec.of(data == null ? BUILT_IN : anywhere(data));
        }
        if (data != null) {
            throw CommandFailure.usage("Give either --data or --train and --test, not both.");
        }
        return DatasetSpec.pair(anywhere(train), anywhere(test));
    }

    /** A file or folder by its whole path, so that a run can be resumed from wherever a person is then. */
    private static String anywhere(String place) {
        try {
            return place.equals(BUILT_IN) || place.startsWith(BUILT_IN + ":") || !Files.exists(Path.of(place)) ? place
                    : Path.of(place).toAbsolutePath().normalize().toString();
        } catch (InvalidPathException e) {
            return place;
        }
    }

    /** Takes what was named without an option, as if by {@code --data}. */
    void name(String place) {
        if (data != null) {
            throw CommandFailure.usage("Give the data once: '" + place + "' or --data " + data + ".");
        }
        data = place;
    }

    /** Whether the data comes divided, as two files. */
    boolean comesDivided() {
        return train != null;
    }
}
