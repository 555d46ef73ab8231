package io.marquee.data.cache;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a cached dataset was made from. Only a dataset made from exactly the same is the same.
 *
 * @param reading how the files were read: mapping, split, and which parts they are
 * @param files the files, as they were
 */
public record CacheKey(String reading, List<Stamp> files) {

    private static final int NAME_BYTES = 12;

    /**
     * A file as it was.
     *
     * @param path absolute path
     * @param size bytes
     * @param modified time of the last change, in nanoseconds since 1970
     */
    public record Stamp(String path, long size, long modified) {

        static Stamp of(Path file) throws IOException {
            return new Stamp(file.toAbsolutePath().normalize().toString(), Files.size(file),
                    Files.getLastModifiedTime(file).to(TimeUnit.NANOSECONDS));
        }
    }

    public CacheKey {
        files = List.copyOf(files);
    }

    /** The key of files as they are now. */
    public static CacheKey of(String reading, List<Path> paths) throws IOException {
        List<Stamp> stamps = new ArrayList<>();
        for (Path path : paths) {
            stamps.add(Stamp.of(path));
        }
        return new CacheKey(reading, stamps);
    }

    /** The size of all files together. */
    public long bytes() {
        return files.stream().mapToLong(Stamp::size).sum();
    }

    /** A file name that the same files, read in the same way, always have, whether they have changed or not. */
    String fileName() {
        StringBuilder text = new StringBuilder(reading);
        files.forEach(file -> text.append('\n').append(file.path()));
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, NAME_BYTES) + DatasetCache.ENDING;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
