package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;

/** A file of a dataset, on disk or in a zip. */
public interface SourceFile {

    /** The last part of its name, such as {@code ratings.csv}. */
    String name();

    /** Where it lies, as a sentence names it. */
    String where();

    /** The file on disk that its bytes are in: itself, or the zip. */
    Path disk();

    /** Its size in bytes, unpacked. */
    long size();

    /**
     * Its bytes, from the first.
     *
     * @throws InvalidDataException if it may not be read or must not be trusted
     * @throws IOException if reading fails
     */
    InputStream open() throws IOException;
}
