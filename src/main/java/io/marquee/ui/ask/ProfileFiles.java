package io.marquee.ui.ask;

import java.nio.file.Path;
import java.util.Optional;

/** Asks a person for files of own ratings. */
public interface ProfileFiles {

    Optional<Path> profileToOpen();

    Optional<Path> profileToSave(String suggestedName);

    /** A list of ratings from elsewhere. */
    Optional<Path> ratingsToImport();

    /** Shows a long text. */
    void showText(String title, String text);
}
