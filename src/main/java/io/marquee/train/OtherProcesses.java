package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import java.util.Optional;
import java.util.function.Consumer;

/** Has runs trained outside this process. */
@FunctionalInterface
public interface OtherProcesses {

    /** There is this process alone. */
    OtherProcesses NONE = (request, dataset, events) -> Optional.empty();

    /**
     * A run that another process is to train, not yet begun.
     *
     * @param dataset the opened dataset that {@code request} names
     * @param events gets each event on the thread that carries the run out
     * @return empty where this process is to train it
     */
    Optional<RunTask> run(TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> events);

    /**
     * Looks for a learning rate as {@link TrainingService#findRate} does.
     *
     * @return empty where this process is to look for it
     */
    default Optional<LearningRateCurve> findRate(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        return Optional.empty();
    }
}
