package io.marquee.data;

import java.util.Objects;
import java.util.Optional;

/**
 * Which dataset to open, as plain text that fits in a command line, a settings file or a JSON line.
 *
 * @param source {@code matinee}, {@code matinee:100k}, {@code matinee:1m}, {@code matinee:20m}, or the path of a file
 *     or folder. With a {@code testSource} it is the path of the train part.
 * @param testSource path of the test part where train and test come as two files, as published benchmarks do
 */
public record DatasetSpec(String source, Optional<String> testSource) {

    public DatasetSpec {
        Objects.requireNonNull(source);
        Objects.requireNonNull(testSource);
    }

    /** A built-in dataset or a path, to be split by the program. */
    public static DatasetSpec of(String source) {
        return new DatasetSpec(source, Optional.empty());
    }

    /** A published pair of train and test files. */
    public static DatasetSpec pair(String train, String test) {
        return new DatasetSpec(train, Optional.of(test));
    }
}
