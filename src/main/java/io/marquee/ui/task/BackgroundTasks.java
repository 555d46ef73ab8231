package io.marquee.ui.task;

import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Runs work in the background and hands its result back on the thread that owns the window's state. */
public interface BackgroundTasks {

    /**
     * @param work runs on a background thread; must not touch anything shown
     * @param onSuccess gets the result on the window's thread
     * @param onFailure gets what {@code work} threw on the window's thread
     */
    <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure);
}
