package io.marquee.train;

import io.marquee.data.FileProblem;
import io.marquee.model.BuildInfo;
import io.marquee.model.NetworkWeights;
import io.marquee.train.checkpoint.Checkpoint;
import io.marquee.train.checkpoint.CheckpointException;
import io.marquee.train.checkpoint.CheckpointFolder;
import io.marquee.train.checkpoint.RunSoFar;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The epochs of a run so far, and its checkpoints where it keeps any. */
final class RunMemory {

    private static final Logger LOG = LoggerFactory.getLogger(RunMemory.class);

    private final String fingerprint;
    private TrainingRequest request;
    private final Optional<CheckpointFolder> folder;
    private final Consumer<TrainingEvent> events;
    private final List<EpochResult> epochs = new ArrayList<>();
    private final long start = System.nanoTime();
    private double secondsBefore;
    private OptionalDouble rateByHand = OptionalDouble.empty();
    private Optional<String> engineBefore = Optional.empty();
    private NetworkWeights lastWeights;
    private NetworkWeights bestWeights;

    /** @param fingerprint hash of the ratings, as hexadecimal digits */
    RunMemory(TrainingRequest request, String fingerprint, Consumer<TrainingEvent> events) {
        // A person may resume the run of a trial for its own sake.
        this.request = request.forItself();
        this.fingerprint = fingerprint;
        this.folder = request.checkpoints().map(checkpoints -> new CheckpointFolder(checkpoints.folder()));
        this.events = events;
    }

    /**
     * Restores an engine from the newest checkpoint if the run is to go on from one.
     *
     * @throws TrainingException if that cannot be, or would mix two runs in one folder
     */
    void restore(TrainingEngine engine) throws TrainingException {
        if (folder.isEmpty()) {
            return;
        }
        try {
            if (request.checkpoints().get().resume()) {
                goOn(folder.get().latest(), engine);
            } else if (folder.get().holdsCheckpoints()) {
                throw new TrainingException("The folder " + folder.get().path() + " holds checkpoints of another run. "
                        + "Go on with that run, or choose another folder for this one.");
            }
        } catch (CheckpointException e) {
            LOG.warn("The run cannot go on", e);
            throw new TrainingException(e.getMessage());
        } catch (IOException e) {
            LOG.warn("Checkpoints cannot be read", e);
            throw new TrainingException("The folder " + folder.get().path() + " cannot be used for checkpoints ("
                    + e + "). Choose another.");
        }
    }

    private void goOn(Checkpoint checkpoint, TrainingEngine engine) throws IOException, TrainingException {
        RunSoFar run = checkpoint.run();
        if (!run.datasetFingerprint().equals(fingerprint)) {
            throw new TrainingException("The ratings are not those that the run in " + folder.get().path()
                    + " was trained on: their hash is " + fingerprint + ", not " + run.datasetFingerprint()
                    + ". Open the same data, or begin a new run.");
        }
        if (!run.request().sameRunAs(request)) {
            throw new TrainingException("The run in " + folder.get().path() + " was trained with other settings. "
                    + "Only the number of epochs can change when a run goes on.");
        }
        epochs.addAll(run.epochs());
        secondsBefore = run.seconds();
        rateByHand = run.learningRate();
        engineBefore = run.engine();
        if (validated(run.epochs().get(0)) && run.bestEpoch() != run.epoch()) {
            engine.restore(best(run.bestEpoch()).state());
            bestWeights = engine.snapshot();
        }
        engine.restore(checkpoint.state());
        lastWeights = engine.snapshot();
        bestWeights = bestWeights == null ? lastWeights : bestWeights;
    }

    /** Only where the test part is kept for the end can an epoch be chosen. */
    private static boolean validated(EpochResult epoch) {
        return !Double.isNaN(epoch.validationMse());
    }

    private Checkpoint best(int epoch) throws IOException, TrainingException {
        return folder.get().ofEpoch(epoch).orElseThrow(() -> new TrainingException("The checkpoint of epoch " + epoch
                + ", the best so far, is missing in " + folder.get().path() + ". Put it back, or begin a new run."));
    }

    /** What the run was trained with before it was broken off, in the engine's own words; empty where that is not known. */
    Optional<String> engineBefore() {
        return engineBefore;
    }

    /** Whether all epochs up to one are in a checkpoint that the run is to go on from, so that there is nothing to train. */
    boolean hasAll(int epochs) {
        try {
            return folder.isPresent() && request.checkpoints().orElseThrow().resume()
                    && folder.get().run().epoch() >= epochs;
        } catch (IOException e) {
            // Told where the checkpoint is opened.
            LOG.debug("The newest checkpoint cannot be read", e);
            return false;
        }
    }

    /** The learning rate that a person set before the run was broken off. */
    OptionalDouble rateByHand() {
        return rateByHand;
    }

    /** Another number of epochs is planned than at first. */
    void plan(int planned) {
        request = request.withEpochs(planned);
    }

    /** Results of the finished epochs, first to last. */
    List<EpochResult> epochs() {
        return epochs;
    }

    /** The last finished epoch; there must be one. */
    EpochResult last() {
        return epochs.get(epochs.size() - 1);
    }

    /** The epoch with the lowest {@link EpochResult#comparedMse}, the first of equals; there must be one. */
    EpochResult best() {
        return RunSoFar.best(epochs);
    }

    /** The parameters after the last epoch, or after the best where epochs are validated. */
    NetworkWeights weights(int epoch) {
        return epoch == last().epoch() ? lastWeights : bestWeights;
    }

    int epochsFinished() {
        return epochs.isEmpty() ? 0 : last().epoch();
    }

    /**
     * Wall clock of the run, in seconds, with what passed before it was resumed.
     *
     * @param pausedNanos time it was held since
     */
    double seconds(long pausedNanos) {
        return secondsBefore + (System.nanoTime() - start - pausedNanos) / 1e9;
    }

    /**
     * Adds an epoch, and saves a checkpoint where the run keeps any. A disk that is full does not end the run.
     *
     * @param weights parameters after it
     * @param rate learning rate set by hand
     * @param seconds wall clock of the run so far
     */
    void epochFinished(EpochResult result, NetworkWeights weights, TrainingEngine engine, OptionalDouble rate,
            double seconds) {
        epochs.add(result);
        lastWeights = weights;
        if (validated(result) && best() == result) {
            bestWeights = weights;
        }
        Optional<TrainingEvent> saved = folder.map(to -> save(to, engine, rate, seconds));
        events.accept(new TrainingEvent.EpochFinished(result));
        saved.ifPresent(events);
    }

    private TrainingEvent save(CheckpointFolder to, TrainingEngine engine, OptionalDouble rate, double seconds) {
        int epoch = epochsFinished();
        try {
            Path file = to.save(new Checkpoint(new RunSoFar(BuildInfo.load().version(), request, fingerprint, epochs,
                    seconds, rate, Optional.of(engine.description())), engine.state()));
            return new TrainingEvent.CheckpointSaved(file, epoch);
        } catch (IOException e) {
            LOG.warn("A checkpoint cannot be saved", e);
            return new TrainingEvent.CheckpointFailed("The checkpoint of epoch " + epoch + " could not be saved in "
                    + to.path() + " (" + FileProblem.inWords(e) + "). Training goes on.", epoch);
        }
    }
}
