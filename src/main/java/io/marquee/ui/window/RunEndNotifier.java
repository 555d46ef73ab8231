package io.marquee.ui.window;

import io.marquee.ui.run.RunState;
import io.marquee.ui.run.RunViewModel;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/** Tells through the desktop that a long run has ended, if nobody is looking at the window. */
final class RunEndNotifier {

    private static final long LONG_NANOS = TimeUnit.MINUTES.toNanos(1);

    private final RunViewModel run;
    private final BooleanSupplier watched;
    private final LongSupplier nanoTime;
    private final BiConsumer<String, String> notification;
    private long started;

    /**
     * @param watched whether the window has the focus
     * @param nanoTime clock, {@code System::nanoTime} in the program
     * @param notification shows a title and a sentence
     */
    RunEndNotifier(RunViewModel run, BooleanSupplier watched, LongSupplier nanoTime,
            BiConsumer<String, String> notification) {
        this.run = run;
        this.watched = watched;
        this.nanoTime = nanoTime;
        this.notification = notification;
        run.stateProperty().addListener((property, before, now) -> changed(now));
    }

    private void changed(RunState state) {
        if (state == RunState.STARTING) {
            started = nanoTime.getAsLong();
        } else if ((state == RunState.FINISHED || state.broken())
                && nanoTime.getAsLong() - started >= LONG_NANOS && !watched.getAsBoolean()) {
            notification.accept(title(state), words(state));
        }
    }

    private static String title(RunState state) {
        return switch (state) {
            case FINISHED -> "Training has finished";
            case INTERRUPTED -> "Training was interrupted";
            default -> "Training has failed";
        };
    }

    private String words(RunState state) {
        if (state.broken()) {
            return run.failureProperty().get();
        }
        int epochs = run.epochs().size();
        return epochs == 0 ? "No epoch was finished." : String.format(Locale.ROOT,
                "%d %s, test MSE %.4f after the last.", epochs, epochs == 1 ? "epoch" : "epochs", run.epochs().get(epochs - 1).testMse());
    }
}
