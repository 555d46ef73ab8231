package io.marquee.runs;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A training service whose runs are all recorded, and keep checkpoints from which they can be resumed. */
public final class RecordingTrainingService implements TrainingService {

    private static final Logger LOG = LoggerFactory.getLogger(RecordingTrainingService.class);

    /** A run stops within a second; a slow disk may take some more to have its end written. */
    private static final int PATIENCE_SECONDS = 15;

    private final TrainingService service;
    private final RunHistory history;
    private final List<RunRecorder> recorders = new ArrayList<>();

    /**
     * @param service trains
     * @param history gets the runs
     */
    public RecordingTrainingService(TrainingService service, RunHistory history) {
        this.service = service;
        this.history = history;
    }

    @Override
    public synchronized TrainingRun start(
            TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> listener) {
        RunRecorder recorder = history.recorder(request, dataset.name());
        recorders.removeIf(RunRecorder::over);
        recorders.add(recorder);
        TrainingRun run = service.start(recorder.request(), dataset, event -> {
            recorder.accept(event);
            listener.accept(event);
        });
        return new RecordedRun(run, recorder);
    }

    @Override
    public LearningRateCurve findRate(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        return service.findRate(request, dataset, progress);
    }

    @Override
    public void prepare() {
        service.prepare();
    }

    /** Stops the current run, and returns when it is written down how it ended. */
    @Override
    public synchronized void close() {
        service.close();
        try {
            for (RunRecorder recorder : recorders) {
                if (!recorder.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                    LOG.warn("The end of run {} could not be recorded in time", recorder.key());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
