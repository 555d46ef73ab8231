package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file on disk.
 *
 * @param path where it lies
 * @param size its size in bytes when it was found
 */
public record DiskFile(Path path, long size) implements SourceFile {

    /** The file at a path. */
    public static DiskFile of(Path path) throws IOException {
        return new DiskFile(path, Files.size(path));
    }

    @Override
    public String name() {
        return path.getFileName().toString();
    }

    @Override
    public String where() {
        return path.toString();
    }

    @Override
    public Path disk() {
        return path;
    }

    @Override
    public InputStream open() throws IOException {
        try {
            return Files.newInputStream(path);
        } catch (AccessDeniedException e) {
            throw new InvalidDataException(path + " may not be read. Check its permissions.", e);
        }
    }
}
