package io.marquee.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there in whole or not at all: it is written under another name beside its own. */
final class WholeFile {

    private WholeFile() {}

    /** Writes the contents of a file. */
    @FunctionalInterface
    interface Contents {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; an older one of that name is replaced at the end.
     *
     * @throws IOException if it cannot be written; an older file is then unchanged
     */
    static void write(Path file, Contents contents) throws IOException {
        Path target = target(file);
        Path temporary = Files.createTempFile(target.getParent(), ".marquee-", ".part");
        try {
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary), 1 << 16)) {
                contents.writeTo(out);
            }
            move(temporary, target);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** @throws IOException with a sentence if there cannot be a file of that name */
    static Path target(Path file) throws IOException {
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

    static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
