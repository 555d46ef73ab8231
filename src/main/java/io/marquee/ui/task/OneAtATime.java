package io.marquee.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work of one kind that runs one piece at a time. What is asked for meanwhile waits, and of that only the newest is
 * kept: a slider that is drawn asks more often than answers come, and none of the answers in between is worth a
 * processor. Used from the window's thread only.
 */
public final class OneAtATime {

    private final BackgroundTasks tasks;
    private boolean running;
    private Runnable waiting;
    private long forgotten;

    public OneAtATime(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Starts work now, or when what runs has finished. */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        Runnable start = () -> start(work, onSuccess, onFailure);
        if (running) {
            waiting = start;
        } else {
            start.run();
        }
    }

    private <T> void start(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        long began = forgotten;
        running = true;
        tasks.run(work, result -> finished(began, () -> onSuccess.accept(result)),
                failure -> finished(began, () -> onFailure.accept(failure)));
    }

    private void finished(long began, Runnable tell) {
        running = false;
        if (began == forgotten) {
            tell.run();
        }
        if (!running && waiting != null) {
            Runnable next = waiting;
            waiting = null;
            next.run();
        }
    }

    /** Drops what waits, and the result of what runs. */
    public void forget() {
        forgotten++;
        waiting = null;
    }
}
