package io.marquee.data.open;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.read.MappingGuess;
import io.marquee.data.read.MappingSniffer;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A rating file before a person has said which columns hold what.
 *
 * @param file the file, which may lie in a zip
 * @param guess what its beginning tells
 * @param start the mapping to start from: what the file was opened with before, or else the guess
 */
public record UnmappedFile(SourceFile file, MappingGuess guess, ColumnMapping start) {

    /**
     * Finds the rating file of a path, folder or zip.
     *
     * @param mappings knows how files were mapped before
     * @throws InvalidDataException if there is none, or it is no text
     * @throws IOException if reading fails
     */
    public static UnmappedFile find(String source, MappingMemory mappings) throws IOException {
        SourceFile file = FileFinder.find(source).ratings();
        MappingGuess guess = MappingSniffer.guess(file);
        return new UnmappedFile(file, guess, mappings.of(Path.of(source)).orElse(guess.mapping()));
    }
}
