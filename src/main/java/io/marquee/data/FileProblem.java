package io.marquee.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file could not be read or written, in words: of some of Java's exceptions the message is but a path. */
public final class FileProblem {

    private FileProblem() {}

    /** Such as "you may not read or write /data/x", as a part of a sentence, without a full stop. */
    public static String inWords(IOException problem) {
        if (problem instanceof NoSuchFileException missing) {
            return "there is no file or folder " + missing.getFile();
        }
        if (problem instanceof AccessDeniedException denied) {
            return "you may not read or write " + denied.getFile();
        }
        if (problem instanceof FileSystemException failed && failed.getReason() != null) {
            return failed.getFile() + ": " + failed.getReason();
        }
        return problem.getMessage() == null ? "a file cannot be read or written" : problem.getMessage();
    }
}
