package io.marquee.ui.data;

import java.nio.file.Path;
import java.util.Optional;

/** The dialogs that choosing a dataset needs; tests replace them. */
public interface DatasetChoosers {

    /** A rating file chosen by the person; empty if they changed their mind. */
    Optional<Path> ratingFile(String title);

    /** A folder chosen by the person; empty if they changed their mind. */
    Optional<Path> folder(String title);

    /**
     * Where to save an import report; empty if the person changed their mind.
     *
     * @param suggestedName file name to begin with
     */
    Optional<Path> importReportToSave(String suggestedName);

    /** Shows the datasets that can be had by name. */
    void browse();

    /**
     * Asks which columns of a file hold what, and opens it so.
     *
     * @param source path of the file
     */
    void mapColumns(String source);

    /** Shows a long text. */
    void showText(String title, String text);
}
