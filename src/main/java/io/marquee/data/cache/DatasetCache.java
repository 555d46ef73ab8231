package io.marquee.data.cache;

import io.marquee.data.Dataset;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder of cached datasets. When they get too many, those that were not opened for longest are deleted. Programs that
 * run side by side may share it: files appear under their names only when they are whole.
 */
public final class DatasetCache {

    static final String ENDING = ".marquee-data";

    private static final Logger LOG = LoggerFactory.getLogger(DatasetCache.class);
    private static final long MOST_BYTES = 8L << 30;

    /** Of what was left behind by a program that ended while it wrote. */
    private static final long LEFT_BEHIND_SECONDS = 24 * 3600;

    private final Path folder;

    /** @param folder where the files are; made when the first one is written */
    public DatasetCache(Path folder) {
        this.folder = folder;
    }

    /**
     * A cached dataset.
     *
     * @param name what people call it; empty where the file cannot be read
     * @param source path of the first file it was made from; empty where the file cannot be read
     * @param bytes size of the cache file
     */
    public record Entry(String name, String source, long bytes) {}

    public Path folder() {
        return folder;
    }

    /**
     * The dataset that was made from exactly these files as they are now. Anything else that is found under the key, such
     * as a damaged file or one made from an older source, is deleted.
     */
    public Optional<Dataset> read(CacheKey key) {
        Path file = folder.resolve(key.fileName());
        try (CacheReader reader = new CacheReader(file)) {
            Description description = reader.description();
            if (!description.key().equals(key)) {
                throw new DamagedCacheException("its source has changed");
            }
            Dataset dataset = reader.dataset(description);
            touch(file);
            return Optional.of(dataset);
        } catch (NoSuchFileException e) {
            // Nothing was cached yet.
            return Optional.empty();
        } catch (IOException | RuntimeException | InternalError e) {
            // An InternalError is how Java tells that a mapped file was cut short meanwhile.
            LOG.info("The cached dataset {} is not used: {}", file, e.toString());
            delete(file);
            return Optional.empty();
        }
    }

    private static void touch(Path file) {
        try {
            Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        } catch (IOException e) {
            LOG.debug("The cached dataset {} cannot be marked as used", file, e);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("The cached dataset {} cannot be deleted", file, e);
        }
    }

    /**
     * Keeps a dataset.
     *
     * @throws IOException if it cannot be written, as on a full disk; nothing is left of the attempt
     */
    public void write(CacheKey key, Dataset dataset) throws IOException {
        Files.createDirectories(folder);
        CacheWriter writer = new CacheWriter(key, dataset);
        long size = writer.size();
        if (size > MOST_BYTES) {
            return;
        }
        makeRoom(size);
        long free = Files.getFileStore(folder).getUsableSpace();
        if (free < size) {
            throw new IOException("its disk has " + (free >> 20) + " MB left and " + (size >> 20) + " MB are needed");
        }
        Path part = folder.resolve(key.fileName() + "." + UUID.randomUUID() + ".part");
        try {
            writer.write(part);
            Files.move(part, folder.resolve(key.fileName()), StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    /** Deletes what was not opened for longest until there is room for a new file. */
    private void makeRoom(long size) throws IOException {
        List<Path> files = files();
        Instant old = Instant.now().minusSeconds(LEFT_BEHIND_SECONDS);
        for (Path file : files) {
            if (!file.toString().endsWith(ENDING) && Files.getLastModifiedTime(file).toInstant().isBefore(old)) {
                delete(file);
            }
        }
        List<Path> oldestFirst = files.stream().filter(file -> file.toString().endsWith(ENDING))
                .sorted(Comparator.comparing(DatasetCache::lastUse)).toList();
        long total = bytes();
        for (Path file : oldestFirst) {
            if (total + size > MOST_BYTES) {
                total -= sizeOf(file);
                delete(file);
            }
        }
    }

    private static FileTime lastUse(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            // Deleted by another program meanwhile.
            return FileTime.fromMillis(0);
        }
    }

    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            // Deleted by another program meanwhile.
            return 0;
        }
    }

    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*" + ENDING + "*")) {
            found.forEach(files::add);
        } catch (NoSuchFileException e) {
            // Nothing was cached yet.
            return List.of();
        }
        return files;
    }

    /** The size of all files. */
    public long bytes() throws IOException {
        return files().stream().mapToLong(DatasetCache::sizeOf).sum();
    }

    /** What is cached, largest first. */
    public List<Entry> entries() throws IOException {
        List<Entry> entries = new ArrayList<>();
        for (Path file : files()) {
            entries.add(entry(file));
        }
        entries.sort(Comparator.comparingLong(Entry::bytes).reversed());
        return entries;
    }

    private static Entry entry(Path file) {
        try (CacheReader reader = new CacheReader(file)) {
            Description description = reader.description();
            return new Entry(description.name(), description.key().files().get(0).path(), sizeOf(file));
        } catch (IOException | RuntimeException e) {
            LOG.info("The cached dataset {} cannot be read: {}", file, e.toString());
            return new Entry("", "", sizeOf(file));
        }
    }

    /**
     * Deletes all of it.
     *
     * @return how many bytes that freed
     */
    public long clear() throws IOException {
        long freed = 0;
        for (Path file : files()) {
            freed += sizeOf(file);
            Files.deleteIfExists(file);
        }
        return freed;
    }
}
