package io.marquee.train;

import io.marquee.data.Dataset;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Trains in this process. ND4J's workspaces belong to threads, so all runs share one thread that lives as long as the
 * service.
 */
public final class LocalTrainingService implements TrainingService {

    private final List<TrainingListener> listeners;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(() -> {
            ThreadPriority.lowerThisThread();
            task.run();
        }, "marquee-training");
        created.setDaemon(true);
        return created;
    });
    private LocalRun latest;

    public LocalTrainingService() {
        this(List.of());
    }

    /** @param listeners DL4J listeners that hear of every run's iterations and epochs */
    public LocalTrainingService(List<TrainingListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    @Override
    public synchronized TrainingRun start(
            TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> listener) {
        latest = new LocalRun(request, dataset, listener, listeners);
        thread.execute(latest);
        return latest;
    }

    @Override
    public synchronized void close() {
        if (latest != null) {
            latest.stop();
        }
        thread.shutdown();
    }
}
