package io.marquee.data;

import java.util.Objects;
import java.util.Optional;

/**
 * Which dataset to open, as plain text that fits in a command line, a settings file or a JSON line.
 *
 * @param source {@code matinee}, {@code matinee:100k}, {@code matinee:1m}, {@code matinee:20m}, or the path of a file,
 *     a zip or a folder. With a {@code testSource} it is the path of the train part.
 * @param testSource path of the test part where train and test come as two files, as published benchmarks do
 * @param split name of a published split inside the folder or zip, such as {@code u1} of MovieLens 100K
 * @param mapping which columns of the file hold what, where the program should not find out by itself
 * @param filter which part of it to use
 */
public record DatasetSpec(
        String source,
        Optional<String> testSource,
        Optional<String> split,
        Optional<ColumnMapping> mapping,
        Optional<FilterSpec> filter) {

    public DatasetSpec {
        Objects.requireNonNull(source);
        testSource = orNone(testSource);
        split = orNone(split);
        mapping = orNone(mapping);
        filter = orNone(filter).filter(wanted -> !wanted.keepsAll());
    }

    /** Settings of older versions lack the newer parts. */
    private static <T> Optional<T> orNone(Optional<T> part) {
        return part == null ? Optional.empty() : part;
    }

    /** A dataset or pair of files without a published split of its own. */
    public DatasetSpec(String source, Optional<String> testSource) {
        this(source, testSource, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A built-in dataset or a path, to be split by the program. */
    public static DatasetSpec of(String source) {
        return new DatasetSpec(source, Optional.empty());
    }

    /** A published pair of train and test files. */
    public static DatasetSpec pair(String train, String test) {
        return new DatasetSpec(train, Optional.of(test));
    }

    /** The same from another place. */
    public DatasetSpec withSource(String place) {
        return new DatasetSpec(place, testSource, split, mapping, filter);
    }

    /** The same source, divided as its publisher did. */
    public DatasetSpec withSplit(String name) {
        return new DatasetSpec(source, testSource, Optional.of(name), mapping, filter);
    }

    /** The same source, not divided by its publisher. */
    public DatasetSpec withoutSplit() {
        return new DatasetSpec(source, testSource, Optional.empty(), mapping, filter);
    }

    /** The same source, read by a mapping. */
    public DatasetSpec withMapping(ColumnMapping columns) {
        return new DatasetSpec(source, testSource, split, Optional.of(columns), filter);
    }

    /** A part of the same source; {@link FilterSpec#NONE} for all of it. */
    public DatasetSpec withFilter(FilterSpec part) {
        return new DatasetSpec(source, testSource, split, mapping, Optional.of(part));
    }
}
