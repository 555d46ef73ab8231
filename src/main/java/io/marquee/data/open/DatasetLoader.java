package io.marquee.data.open;

import io.marquee.data.ColumnMapping;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.FileProblem;
import io.marquee.data.InvalidDataException;
import io.marquee.data.MatineeDataset;
import io.marquee.data.MatineePreset;
import io.marquee.data.Progress;
import io.marquee.data.cache.CacheKey;
import io.marquee.data.cache.DatasetCache;
import io.marquee.data.read.ImportSteps;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Opens the built-in dataset by the name {@code matinee}, and files, folders and zips by path. A folder that is really
 * called "matinee" is opened as {@code ./matinee}.
 */
public final class DatasetLoader implements Datasets {

    private static final Logger LOG = LoggerFactory.getLogger(DatasetLoader.class);
    private static final String BUILT_IN = "matinee";

    /** Smaller files are read as quickly as a cache of them. */
    static final long WORTH_CACHING = 1 << 20;

    /** Ratings of Matinee: fewer are made as quickly as they are read. */
    private static final int WORTH_KEEPING = 5_000_000;

    private static final double IMPORT_SHARE = 0.94;

    private final Optional<DatasetCache> cache;
    private final MappingMemory mappings;
    private final int worthKeeping;

    /** A loader that remembers nothing. */
    public DatasetLoader() {
        this(Optional.empty(), MappingMemory.NONE);
    }

    /**
     * @param cache keeps what was opened
     * @param mappings remembers how files were mapped
     */
    public DatasetLoader(Optional<DatasetCache> cache, MappingMemory mappings) {
        this(cache, mappings, WORTH_KEEPING);
    }

    /** @param worthKeeping ratings from which on Matinee is kept in the cache */
    DatasetLoader(Optional<DatasetCache> cache, MappingMemory mappings, int worthKeeping) {
        this.cache = cache;
        this.mappings = mappings;
        this.worthKeeping = worthKeeping;
    }

    /**
     * The file of ratings that a path stands for: itself, or the one in a folder or zip.
     *
     * @throws InvalidDataException if there is none
     */
    public static SourceFile ratingFile(String source) throws IOException {
        return FileFinder.find(source).ratings();
    }

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        if (isBuiltIn(spec.source())) {
            return openBuiltIn(spec, progress);
        }
        DatasetFiles files = files(spec);
        try {
            return openFiles(spec, files, progress);
        } catch (OutOfMemoryError e) {
            LOG.error("{} does not fit in memory", spec.source(), e);
            throw MemoryShortage.reading(files, e);
        } catch (InvalidDataException | FileSystemException | ClosedByInterruptException e) {
            throw e;
        } catch (IOException e) {
            throw new InvalidDataException(spec.source() + " cannot be read to its end (" + e.getMessage() + "). Its disk or "
                    + "network drive may be failing: copy it to another and open the copy.", e);
        }
    }

    private Dataset openBuiltIn(DatasetSpec spec, Progress progress) throws InvalidDataException {
        String source = spec.source();
        if (spec.testSource().isPresent() || spec.split().isPresent()) {
            throw new InvalidDataException("\"" + source + "\" is divided by the program and takes no test file "
                    + "and no published split. Name a train file with the test file, or neither.");
        }
        String size = source.substring(Math.min(source.length(), BUILT_IN.length() + 1));
        Optional<MatineePreset> preset = MatineePreset.parse(size);
        try {
            return preset.isPresent() && preset.get().ratings() >= worthKeeping && cache.isPresent()
                    ? openKept(preset.get(), cache.get(), progress)
                    : MatineeDataset.open(size, progress);
        } catch (OutOfMemoryError e) {
            LOG.error("{} does not fit in memory", source, e);
            throw MemoryShortage.making(preset.orElse(MatineePreset.SMALL), e);
        }
    }

    private static Dataset openKept(MatineePreset preset, DatasetCache cache, Progress progress) throws InvalidDataException {
        CacheKey key = new CacheKey("made by recipe " + MatineeDataset.RECIPE + " from seed " + MatineeDataset.DEFAULT_SEED,
                List.of(new CacheKey.Stamp(BUILT_IN + ":" + preset.id(), 0, 0)));
        Optional<Dataset> kept = cache.read(key);
        Dataset dataset = kept.isPresent() ? kept.get() : keep(MatineeDataset.open(preset.id(), progress), key, key, cache);
        progress.report(1, "opened " + preset.displayName());
        return dataset;
    }

    private Dataset openFiles(DatasetSpec spec, DatasetFiles files, Progress progress) throws IOException {
        Path path = Path.of(spec.source());
        Optional<ColumnMapping> remembered = spec.mapping().isPresent() ? Optional.empty() : mappings.of(path);
        if (remembered.isPresent()) {
            try {
                return openFiles(spec, files, remembered, progress);
            } catch (InvalidDataException e) {
                // There is another file of this name now: it is looked at as if it had never been mapped.
                LOG.info("{} cannot be read as it was mapped before: {}", path, e.getMessage());
            }
        }
        Dataset dataset = openFiles(spec, files, spec.mapping(), progress);
        spec.mapping().ifPresent(columns -> mappings.remember(path, columns));
        return dataset;
    }

    private Dataset openFiles(DatasetSpec spec, DatasetFiles files, Optional<ColumnMapping> mapping, Progress progress)
            throws IOException {
        String reading = (files.test().isPresent() ? "train and test, " : "") + spec.split().orElse("") + " "
                + mapping.map(ColumnMapping::toString).orElse("as found");
        CacheKey key = CacheKey.of(reading, files.onDisk());
        Optional<DatasetCache> used = cache.filter(any -> key.bytes() >= WORTH_CACHING);
        Optional<Dataset> cached = used.flatMap(any -> any.read(key));
        Dataset dataset;
        if (cached.isPresent()) {
            dataset = cached.get().with(cached.get().report().withFiles(files.listed()), files.splits());
        } else {
            double share = used.isPresent() ? IMPORT_SHARE : 1;
            dataset = new DatasetImport(files, mapping, new ImportSteps(progress, 0, share)).open();
            if (used.isPresent()) {
                progress.report(IMPORT_SHARE, "keeping it for the next time");
                dataset = keep(dataset, key, CacheKey.of(reading, files.onDisk()), used.get());
            }
        }
        progress.report(1, "opened " + files.name());
        return dataset;
    }

    private static Dataset keep(Dataset dataset, CacheKey before, CacheKey after, DatasetCache cache) {
        if (!before.equals(after)) {
            // Its files changed while they were read: what was read may be neither the old nor the new.
            return dataset;
        }
        try {
            cache.write(before, dataset);
            return dataset;
        } catch (IOException e) {
            LOG.warn("The dataset {} cannot be kept in {}", dataset.name(), cache.folder(), e);
            return dataset.with(dataset.report().withNote("It could not be kept in " + cache.folder() + " ("
                    + FileProblem.inWords(e) + "), so opening it again will take as long."), dataset.publishedSplits());
        }
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
