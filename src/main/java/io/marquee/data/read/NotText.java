package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.source.FileFormat;
import io.marquee.data.source.SourceFile;
import java.util.Optional;

/** The sentences for files that are no text. */
final class NotText {

    private NotText() {}

    /**
     * Refuses a file whose beginning shows what else it is.
     *
     * @param head its first bytes
     */
    static void check(SourceFile file, byte[] head) throws InvalidDataException {
        Optional<FileFormat> other = FileFormat.of(head);
        if (other.isPresent()) {
            throw new InvalidDataException(other.get().sentence(file.where()));
        }
    }

    static InvalidDataException empty(SourceFile file) {
        return new InvalidDataException(file.where()
                + " is empty. Check that it was downloaded or exported completely.");
    }

    static InvalidDataException zeroByte(SourceFile file, long position, long line) {
        return new InvalidDataException(file.where() + " holds a zero byte at position " + position + ", line " + line
                + ", so it is not a plain text file. Choose a CSV file; if it is one, save it as UTF-8, not UTF-16.");
    }

    static InvalidDataException endlessLine(SourceFile file, long line) {
        return new InvalidDataException(file.where() + ", line " + line + " is longer than " + LineChunks.LONGEST_LINE
                + " characters, so it is not a file of rows. Choose a CSV file.");
    }
}
