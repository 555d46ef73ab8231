package io.marquee.data;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
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
     * Writes a file; an older one of that name is replaced at the end. What is no file but a device or a pipe, such as
     * {@code /dev/stdout}, is written to as it is.
     *
     * @throws IOException with a sentence if there cannot be a file of that name, or that names the file if it cannot be
     *         written; an older file is then unchanged
     */
    public static void write(Path file, Contents contents) throws IOException {
        Path target = target(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            write(target, file, contents, StandardOpenOption.WRITE);
            return;
        }
        Path temporary = target.resolveSibling(".marquee-" + UUID.randomUUID() + ".part");
        try {
            // A new file or none: what somebody else put under this name, such as a link, is not written through.
            write(temporary, file, contents, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            move(temporary, target);
        } catch (AccessDeniedException e) {
            AccessDeniedException folder = new AccessDeniedException(target.getParent().toString());
            folder.initCause(e);
            throw folder;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void write(Path file, Path name, Contents contents, StandardOpenOption... how) throws IOException {
        try (OutputStream out = new BufferedOutputStream(new Named(Files.newOutputStream(file, how), name), 1 << 16)) {
            contents.writeTo(out);
        }
    }

    /** Says which file it was that a full disk had no room for. */
    private static final class Named extends FilterOutputStream {

        private final Path name;

        Named(OutputStream out, Path name) {
            super(out);
            this.name = name;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                FileSystemException named = new FileSystemException(name.toString(), null, e.getMessage());
                named.initCause(e);
                throw named;
            }
        }
    }

    /**
     * The file that a name means, links followed.
     *
     * @throws IOException with a sentence if there cannot be a file of that name
     */
    public static Path target(Path file) throws IOException {
        Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
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
