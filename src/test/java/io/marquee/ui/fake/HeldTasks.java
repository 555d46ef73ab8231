package io.marquee.ui.fake;

import io.marquee.ui.task.BackgroundTasks;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** Background work that runs when a test says so, in the order it likes, or at once. */
public final class HeldTasks implements BackgroundTasks {

    private final boolean atOnce;
    private final List<Runnable> held = new ArrayList<>();

    private HeldTasks(boolean atOnce) {
        this.atOnce = atOnce;
    }

    /** Everything runs in line. */
    public static HeldTasks inLine() {
        return new HeldTasks(true);
    }

    /** Everything waits for {@link #finish}. */
    public static HeldTasks held() {
        return new HeldTasks(false);
    }

    @Override
    public <T> void run(Callable<T> work, Consumer<? super T> onSuccess, Consumer<? super Throwable> onFailure) {
        Runnable all = () -> {
            T result;
            try {
                result = work.call();
            } catch (Exception e) {
                onFailure.accept(e);
                return;
            }
            onSuccess.accept(result);
        };
        if (atOnce) {
            all.run();
        } else {
            held.add(all);
        }
    }

    public int waiting() {
        return held.size();
    }

    /** Runs one piece of the work that waits. */
    public void finish(int index) {
        held.remove(index).run();
    }

    public void finishAll() {
        while (!held.isEmpty()) {
            finish(0);
        }
    }
}
