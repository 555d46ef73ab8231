package io.marquee.model;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/**
 * A file that is there in whole or not at all: it is written under another name beside its own. Who may read it is what this
 * person's system gives new files, so that a model saved into a shared folder can be opened there by others.
 */
public final class WholeFile {

    private WholeFile() {}

    /** Writes the contents of a file. */
    @FunctionalInterface
    public interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; an older one of that name is replaced at the end.
     *
     * @throws IOException with a sentence if there cannot be a file of that name, or if it cannot be written; an older file is
     *         then unchanged
     */
    public static void write(Path file, Contents contents) throws IOException {
        Path target = target(file);
        Path temporary = target.resolveSibling(".marquee-" + UUID.randomUUID() + ".part");
        try {
            // A new file or none: what somebody else put under this name, such as a link, is not written through.
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE), 1 << 16)) {
                contents.writeTo(out);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** @throws IOException with a sentence if there cannot be a file of that name */
    public static Path target(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (target.getParent() == null || !Files.isDirectory(target.getParent())) {
            throw new IOException(file + " cannot be written: there is no folder " + target.getParent()
                    + ". Make it or choose another.");
        }
        if (Files.isDirectory(target)) {
            throw new IOException(file + " cannot be written: that is a folder. Add a file name.");
        }
        return target;
    }

    /** Gives a file another name, at once where the file system can. */
    public static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
