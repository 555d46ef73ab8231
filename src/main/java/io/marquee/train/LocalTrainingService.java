package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.device.ThreadPriority;
import io.marquee.model.Preset;
import io.marquee.model.RecommenderGraph;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Trains in this process, and has other processes train what belongs there. ND4J's workspaces belong to threads, so all runs
 * share one thread that lives as long as the service.
 */
public final class LocalTrainingService implements TrainingService {

    private static final Logger LOG = LoggerFactory.getLogger(LocalTrainingService.class);

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
    public LearningRateCurve findRate(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        Optional<LearningRateCurve> elsewhere = others.findRate(request, dataset, progress);
        return elsewhere.isPresent() ? elsewhere.get() : TrainingService.super.findRate(request, dataset, progress);
    }

    /** Loads ND4J and its native library, on the thread that will train: that takes longer than all else a run begins with. */
    @Override
    public synchronized void prepare() {
        thread.execute(() -> {
            try {
                RecommenderGraph.build(Preset.QUICK_LOOK.hyperparameters(), 1, 1);
            } catch (RuntimeException | LinkageError e) {
                // The first run meets the same and says so.
                LOG.warn("ND4J could not be loaded ahead of the first run", e);
            }
        });
    }

    @Override
    public synchronized void close() {
        if (latest != null) {
            latest.stop();
        }
        thread.shutdown();
    }
}
