package io.marquee.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Work of one kind of which only the newest result counts: results and failures of older work are dropped, whatever order
 * they come in. Used from the window's thread only.
 */
public final class NewestOnly {

    private final BackgroundTasks tasks;
    private long newest;

    public NewestOnly(BackgroundTasks tasks) {
        this.tasks = tasks;
    }

    /** Starts work that makes all earlier work of this kind void. */
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        long ticket = ++newest;
        tasks.run(work,
                result -> {
                    if (ticket == newest) {
                        onSuccess.accept(result);
                    }
                },
                failure -> {
                    if (ticket == newest) {
                        onFailure.accept(failure);
                    }
                });
    }

    /** Makes all work started so far void. */
    public void forget() {
        newest++;
    }
}
