package io.marquee.ui.mapping;

import io.marquee.data.ColumnMapping;
import io.marquee.data.DatasetSpec;
import io.marquee.data.InvalidDataException;
import io.marquee.data.open.MappingMemory;
import io.marquee.data.open.UnmappedFile;
import io.marquee.data.read.MappingGuess;
import io.marquee.data.read.MappingSniffer;
import io.marquee.data.read.MappingWords;
import io.marquee.data.read.TablePreview;
import io.marquee.data.source.SourceFile;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.InvalidationListener;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Which columns of one file hold what: a guess to begin with, changed by a person, with a preview that follows each
 * change. The file is read in the background, and only the newest reading counts.
 */
public final class MappingViewModel {

    private final String source;
    private final NewestOnly reading;
    private final MappingFields fields = new MappingFields();
    private final ReadOnlyObjectWrapper<TablePreview> preview =
            new ReadOnlyObjectWrapper<>(new TablePreview(List.of(), List.of(), List.of()));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("Looking at the file…");
    private final ReadOnlyStringWrapper doubts = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper();
    private SourceFile file;
    private ColumnMapping mapping;
    private boolean filling;

    /**
     * Begins to look at a file.
     *
     * @param source path of the file, or of a folder or zip with one rating file
     * @param mappings knows how files were mapped before
     */
    public MappingViewModel(String source, MappingMemory mappings, BackgroundTasks tasks) {
        this.source = source;
        this.reading = new NewestOnly(tasks);
        InvalidationListener divided = change -> ifByHand(this::guessColumns);
        fields.dividing().forEach(field -> field.addListener(divided));
        InvalidationListener meant = change -> ifByHand(this::show);
        fields.meaning().forEach(field -> field.addListener(meant));
        reading.run(() -> UnmappedFile.find(source, mappings), this::begin, this::refuse);
    }

    private void begin(UnmappedFile found) {
        file = found.file();
        doubts.set(String.join(" ", found.guess().doubts()));
        fill(found.start());
    }

    private void ifByHand(Runnable action) {
        if (!filling && file != null) {
            doubts.set("");
            action.run();
        }
    }

    /** Other fields mean other columns: what was said of the old ones is void. */
    private void guessColumns() {
        SourceFile looked = file;
        String delimiter = fields.delimiter.get();
        String quote = fields.quote();
        String encoding = fields.encoding.get();
        if (delimiter == null || delimiter.isEmpty()) {
            show();
            return;
        }
        reading.run(() -> MappingSniffer.guess(looked, delimiter, quote, encoding), this::use, this::refuse);
    }

    private void use(MappingGuess guess) {
        fill(guess.mapping());
    }

    private void fill(ColumnMapping from) {
        filling = true;
        fields.fill(from);
        filling = false;
        show();
    }

    private void show() {
        ColumnMapping said;
        try {
            said = fields.mapping();
        } catch (InvalidDataException e) {
            refuse(e);
            return;
        }
        SourceFile looked = file;
        reading.run(() -> TablePreview.of(looked, said), rows -> shown(said, rows), this::refuse);
    }

    private void shown(ColumnMapping said, TablePreview rows) {
        mapping = said;
        preview.set(rows);
        long bad = rows.problems().stream().filter(problem -> !problem.isEmpty()).count();
        ready.set(bad < rows.rows().size());
        if (rows.rows().isEmpty()) {
            message.set("The file has no rows below its header.");
        } else if (bad == 0) {
            message.set("Reads " + MappingWords.describe(said, rows.columns()) + ".");
        } else {
            message.set(String.format(Locale.ROOT, bad == rows.rows().size()
                            ? "None of the first %2$d rows can be read this way. %3$s"
                            : "%1$d of the first %2$d rows cannot be used and will be left out. %3$s",
                    bad, rows.rows().size(), firstProblem(rows)));
        }
    }

    private static String firstProblem(TablePreview rows) {
        for (int row = 0; row < rows.rows().size(); row++) {
            if (!rows.problems().get(row).isEmpty()) {
                return "Row " + (row + 1) + ": " + rows.problems().get(row) + ".";
            }
        }
        return "";
    }

    private void refuse(Throwable failure) {
        reading.forget();
        ready.set(false);
        message.set(failure instanceof IOException && failure.getMessage() != null
                ? failure.getMessage() : "The file cannot be looked at (" + failure + ").");
    }

    /** What to open: the file, read as the fields say; empty while they do not fit it. */
    public Optional<DatasetSpec> spec() {
        return ready.get() ? Optional.of(DatasetSpec.of(source).withMapping(mapping)) : Optional.empty();
    }

    /** Path of the file. */
    String source() {
        return source;
    }

    MappingFields fields() {
        return fields;
    }

    /** The first rows as they are divided now. */
    ReadOnlyObjectProperty<TablePreview> previewProperty() {
        return preview.getReadOnlyProperty();
    }

    /** How the file is read, or what keeps it from being read, as a sentence. */
    ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** What the program was not sure of; empty once a person has changed something. */
    ReadOnlyStringProperty doubtsProperty() {
        return doubts.getReadOnlyProperty();
    }

    /** Whether the file can be opened as the fields say. */
    ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }
}
