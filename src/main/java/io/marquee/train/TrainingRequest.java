package io.marquee.train;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Hyperparameters;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A training run as a person asks for it.
 *
 * @param dataset dataset to train on
 * @param split how to divide it, unless it comes divided
 * @param hyperparameters network and training
 * @param device id of the device to train on, such as {@code cpu}
 * @param threads number of threads of the fast path and of evaluation; 0 for one a core. Results depend on it in the last
 *     digits only, but do: the same number gives the same bits
 * @param checkpoints where the run keeps its checkpoints, if it does
 * @param isolated whether to train in a process of its own although this one could; it changes no result
 * @param trial the trial of a search that this run is for, if it is for one
 */
public record TrainingRequest(
        DatasetSpec dataset,
        SplitSpec split,
        Hyperparameters hyperparameters,
        String device,
        int threads,
        Optional<Checkpoints> checkpoints,
        boolean isolated,
        Optional<SearchTrial> trial) {

    /** Most epochs a run may have. */
    static final int MAX_EPOCHS = 10_000;

    /** Most threads a run may have. */
    public static final int MAX_THREADS = 256;

    /** @throws IllegalArgumentException if the number of threads cannot be */
    public TrainingRequest {
        if (threads < 0 || threads > MAX_THREADS) {
            throw new IllegalArgumentException("The number of threads must be from 1 to " + MAX_THREADS
                    + ", or 0 for one a core, not " + threads + ".");
        }
        // Requests that older versions wrote down name no checkpoints.
        checkpoints = checkpoints == null ? Optional.empty() : checkpoints;
        trial = trial == null ? Optional.empty() : trial;
    }

    /** In this process, with one thread a core and no checkpoints. */
    public TrainingRequest(DatasetSpec dataset, SplitSpec split, Hyperparameters hyperparameters, String device) {
        this(dataset, split, hyperparameters, device, 0, Optional.empty(), false, Optional.empty());
    }

    /** The number of threads, decided. */
    public int threadsHere() {
        return threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
    }

    /** The same run with another fold of cross-validation as the test part. */
    public TrainingRequest withFold(int fold) {
        return new TrainingRequest(dataset, split.withFold(fold), hyperparameters, device, threads, checkpoints,
                isolated, trial);
    }

    /** The same run on a given number of threads; 0 for one a core. */
    public TrainingRequest withThreads(int number) {
        return new TrainingRequest(dataset, split, hyperparameters, device, number, checkpoints, isolated, trial);
    }

    /** The same run with another number of epochs. */
    public TrainingRequest withEpochs(int epochs) {
        return new TrainingRequest(dataset, split, hyperparameters.toBuilder().epochs(epochs).build(), device, threads,
                checkpoints, isolated, trial);
    }

    /** The same run with a checkpoint after each epoch, in a folder of its own. */
    public TrainingRequest savingTo(Path folder) {
        return withCheckpoints(Optional.of(new Checkpoints(folder, false)));
    }

    /** The same run, going on from the newest checkpoint in a folder and saving there. */
    public TrainingRequest resumingFrom(Path folder) {
        return withCheckpoints(Optional.of(new Checkpoints(folder, true)));
    }

    private TrainingRequest withCheckpoints(Optional<Checkpoints> others) {
        return new TrainingRequest(dataset, split, hyperparameters, device, threads, others, isolated, trial);
    }

    /** The same run, in a process of its own or in this one. */
    public TrainingRequest isolated(boolean wanted) {
        return new TrainingRequest(dataset, split, hyperparameters, device, threads, checkpoints, wanted, trial);
    }

    /** The same run with other hyperparameters. */
    public TrainingRequest with(Hyperparameters others) {
        return new TrainingRequest(dataset, split, others, device, threads, checkpoints, isolated, trial);
    }

    /** The same run on ratings that are divided in another way. */
    public TrainingRequest with(SplitSpec other) {
        return new TrainingRequest(dataset, other, hyperparameters, device, threads, checkpoints, isolated, trial);
    }

    /** The same run for a trial of a search. */
    public TrainingRequest forTrial(SearchTrial one) {
        return new TrainingRequest(dataset, split, hyperparameters, device, threads, checkpoints, isolated, Optional.of(one));
    }

    /** The same run for its own sake: it goes to its last epoch, and measures the test part. */
    public TrainingRequest forItself() {
        return new TrainingRequest(dataset, split, hyperparameters, device, threads, checkpoints, isolated, Optional.empty());
    }

    /** Whether one can go on where the other ended: all that decides the result is equal but the number of epochs. */
    boolean sameRunAs(TrainingRequest other) {
        return split.equals(other.split) && device.equals(other.device) && threadsHere() == other.threadsHere()
                && hyperparameters.equals(other.withEpochs(hyperparameters.epochs()).hyperparameters);
    }
}
