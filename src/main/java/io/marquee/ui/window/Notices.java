package io.marquee.ui.window;

import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The notice shown now; the newest replaces the one before, and everything unexpected goes to the log. */
public final class Notices implements ProblemSink {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();

    @Override
    public void report(String sentence, Throwable cause) {
        if (cause == null) {
            // Nothing broke: a person has to do something else.
            warn(sentence);
            return;
        }
        LOG.error("{}", sentence, cause);
        current.set(new Notice(Notice.Kind.ERROR, sentence, true, Optional.empty()));
    }

    /** An error that says by itself what is wrong with a file, or one that needs the log. */
    void failed(String what, Throwable failure) {
        String words = failure.getMessage();
        if (failure instanceof IOException && words != null && !words.isBlank()) {
            LOG.warn("{}", what, failure);
            current.set(new Notice(Notice.Kind.ERROR, what + " " + words, true, Optional.empty()));
        } else {
            report(what, failure);
        }
    }

    void inform(String sentence) {
        current.set(new Notice(Notice.Kind.INFORMATION, sentence, false, Optional.empty()));
    }

    /** A notice with a button; the button closes it. */
    void offer(String sentence, String label, Runnable action) {
        LOG.info("{}", sentence);
        current.set(new Notice(Notice.Kind.WARNING, sentence, false, Optional.of(new Notice.Offer(label, () -> {
            dismiss();
            action.run();
        }))));
    }

    void warn(String sentence) {
        LOG.warn("{}", sentence);
        current.set(new Notice(Notice.Kind.WARNING, sentence, false, Optional.empty()));
    }

    /** Closes the notice. */
    public void dismiss() {
        current.set(null);
    }

    /** The notice shown now; null where there is none. */
    public ReadOnlyObjectProperty<Notice> currentProperty() {
        return current.getReadOnlyProperty();
    }
}
