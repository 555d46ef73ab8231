package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.device.ThreadPriority;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.deeplearning4j.optimize.api.TrainingListener;

/**
 * Trains in this process, and has other processes train what belongs there. ND4J's workspaces belong to threads, so all runs
 * share one thread that lives as long as the service.
 */
public final class LocalTrainingService implements TrainingService {

    private final List<TrainingListener> listeners;
    private final OtherProcesses others;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread created = new Thread(() -> {
            ThreadPriority.lowerThisThread();
            task.run();
        }, "marquee-training");
        created.setDaemon(true);
        return created;
    });
    private RunTask latest;

    public LocalTrainingService() {
        this(List.of(), OtherProcesses.NONE);
    }

    /** @param listeners DL4J listeners that hear of every run's iterations and epochs */
    public LocalTrainingService(List<TrainingListener> listeners) {
        this(listeners, OtherProcesses.NONE);
    }

    /** @param others where runs go that are not for this process */
    public LocalTrainingService(OtherProcesses others) {
        this(List.of(), others);
    }

    private LocalTrainingService(List<TrainingListener> listeners, OtherProcesses others) {
        this.listeners = List.copyOf(listeners);
        this.others = others;
    }

    @Override
    public synchronized TrainingRun start(
            TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> listener) {
        latest = others.run(request, dataset, listener)
                .orElseGet(() -> new LocalRun(request, dataset, listener, listeners));
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
