package io.marquee.model;

import java.io.IOException;
import java.nio.file.Path;

/** A model file that cannot be used. The message is a sentence for people that names the file and says what to do. */
public final class ModelFileException extends IOException {

    private static final long serialVersionUID = 1L;

    public ModelFileException(Path file, String problem, Throwable cause) {
        super(file + " is not a usable Marquee model: " + problem
                + " Open a .marquee file that this program saved, or train and save the model again.", cause);
    }
}
