package io.marquee.data.open;

import io.marquee.data.ColumnMapping;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.InvalidDataException;
import io.marquee.data.MatineeDataset;
import io.marquee.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the built-in dataset by the name {@code matinee}, and files, folders and zips by path. A folder that is really
 * called "matinee" is opened as {@code ./matinee}.
 */
public final class DatasetLoader implements Datasets {

    private static final String BUILT_IN = "matinee";

    private final MappingMemory mappings;

    /** A loader that remembers nothing. */
    public DatasetLoader() {
        this(MappingMemory.NONE);
    }

    /** @param mappings remembers how files were mapped */
    public DatasetLoader(MappingMemory mappings) {
        this.mappings = mappings;
    }

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        String source = spec.source();
        if (isBuiltIn(source)) {
            if (spec.testSource().isPresent() || spec.split().isPresent()) {
                throw new InvalidDataException("\"" + source + "\" is divided by the program and takes no test file "
                        + "and no published split. Name a train file with the test file, or neither.");
            }
            return MatineeDataset.open(source.substring(Math.min(source.length(), BUILT_IN.length() + 1)), progress);
        }
        DatasetFiles files = files(spec);
        Optional<ColumnMapping> remembered =
                spec.mapping().isPresent() ? Optional.empty() : mappings.of(Path.of(source));
        if (remembered.isPresent()) {
            try {
                return new DatasetImport(files, remembered, progress).open();
            } catch (InvalidDataException otherFile) {
                // There is another file of this name now: it is looked at as if it had never been mapped.
                return new DatasetImport(files, Optional.empty(), progress).open();
            }
        }
        Dataset dataset = new DatasetImport(files, spec.mapping(), progress).open();
        spec.mapping().ifPresent(used -> mappings.remember(Path.of(source), used));
        return dataset;
    }

    private static DatasetFiles files(DatasetSpec spec) throws IOException {
        String source = spec.source();
        if (spec.split().isPresent()) {
            if (spec.testSource().isPresent()) {
                throw new InvalidDataException("Name either a test file or a published split, not both.");
            }
            return FileFinder.findSplit(source, spec.split().get());
        }
        DatasetFiles files = FileFinder.find(source);
        if (spec.testSource().isEmpty()) {
            return files;
        }
        String test = spec.testSource().get();
        if (isBuiltIn(test)) {
            throw new InvalidDataException("The test part must be a file or folder, not \"" + test + "\".");
        }
        DatasetFiles testFiles = FileFinder.find(test);
        if (Files.isSameFile(Path.of(source), Path.of(test))
                || files.ratings().where().equals(testFiles.ratings().where())) {
            throw new InvalidDataException("The train and the test part are the same file, " + files.ratings().where()
                    + ". A model must be tested on ratings it was not trained on: choose another file.");
        }
        String name = files.name().equals(testFiles.name()) ? files.name() : files.name() + " + " + testFiles.name();
        return files.titledBy(testFiles).withTest(name, files.ratings(), testFiles.ratings());
    }

    private static boolean isBuiltIn(String source) {
        return source.equals(BUILT_IN) || source.startsWith(BUILT_IN + ":");
    }
}
