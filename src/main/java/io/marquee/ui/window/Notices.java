package io.marquee.ui.window;

import io.marquee.ui.task.ProblemSink;
import java.io.IOException;
import java.util.Optional;
import java.util.Queue;
import java.util.StringJoiner;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The notice shown now, and everything unexpected goes to the log. The newest replaces the one before; but warnings that come up
 * together at a start are said together, for nobody could have read the first. Later a warning answers what a person has just
 * done, and the one before is out of date.
 */
public final class Notices implements ProblemSink {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);

    /** So long a warning stands before another takes its place. */
    private static final long UNREAD_NANOS = 5_000_000_000L;

    /** So long after it was opened a window finds out what is amiss. */
    private static final long START_NANOS = 20_000_000_000L;

    private final ReadOnlyObjectWrapper<Notice> current = new ReadOnlyObjectWrapper<>();
    private final LongSupplier nanos;
    private final long opened;
    private long warned;

    Notices() {
        this(System::nanoTime);
    }

    /** @param nanos a clock that is never set */
    Notices(LongSupplier nanos) {
        this.nanos = nanos;
        this.opened = nanos.getAsLong();
    }

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
        show(sentence, Optional.of(new Notice.Offer(label, () -> {
            dismiss();
            action.run();
        })));
    }

    void warn(String sentence) {
        LOG.warn("{}", sentence);
        show(sentence, Optional.empty());
    }

    private void show(String sentence, Optional<Notice.Offer> offer) {
        long now = nanos.getAsLong();
        Notice before = current.get();
        boolean unread = before != null && before.kind() == Notice.Kind.WARNING && now - warned < UNREAD_NANOS
                && now - opened < START_NANOS
                // There is room for one button.
                && (offer.isEmpty() || before.offer().isEmpty());
        warned = now;
        if (unread) {
            String both = before.sentence().contains(sentence) ? before.sentence() : before.sentence() + " " + sentence;
            current.set(new Notice(Notice.Kind.WARNING, both, false, offer.or(before::offer)));
        } else {
            current.set(new Notice(Notice.Kind.WARNING, sentence, false, offer));
        }
    }

    /** Says what has come up since; in one notice, since one takes the place of the one before. */
    void tell(Queue<String> sentences) {
        StringJoiner joined = new StringJoiner(" ");
        for (String sentence = sentences.poll(); sentence != null; sentence = sentences.poll()) {
            joined.add(sentence);
        }
        if (joined.length() > 0) {
            warn(joined.toString());
        }
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
