package io.marquee.data;

import java.io.IOException;

/**
 * Opens the built-in dataset by the name {@code matinee}, and MovieLens files by path. A folder that is really called
 * "matinee" is opened as {@code ./matinee}.
 */
public final class DatasetLoader implements Datasets {

    private static final String BUILT_IN = "matinee";

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        String source = spec.source();
        if (isBuiltIn(source)) {
            if (spec.testSource().isPresent()) {
                throw new InvalidDataException("\"" + source + "\" is divided by the program and takes no test file. "
                        + "Name a train file with the test file, or neither.");
            }
            return MatineeDataset.open(source.substring(Math.min(source.length(), BUILT_IN.length() + 1)), progress);
        }
        MovieLensFiles files = MovieLensFiles.locate(source);
        MovieLensImport open = new MovieLensImport(progress);
        if (spec.testSource().isEmpty()) {
            return open.open(files);
        }
        if (isBuiltIn(spec.testSource().get())) {
            throw new InvalidDataException("The test part must be a file or folder, not \"" + spec.testSource().get()
                    + "\".");
        }
        return open.openPair(files, MovieLensFiles.locate(spec.testSource().get()));
    }

    private static boolean isBuiltIn(String source) {
        return source.equals(BUILT_IN) || source.startsWith(BUILT_IN + ":");
    }
}
