package io.marquee.runs;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import io.marquee.model.Protocol;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Events of runs that never were. */
public final class RunScript {

    static final int BATCHES_PER_EPOCH = 40;

    private RunScript() {}

    static TrainingRequest request() {
        return request(Preset.QUICK_LOOK.hyperparameters());
    }

    static TrainingRequest request(Hyperparameters hyperparameters) {
        return new TrainingRequest(DatasetSpec.of("matinee"), new SplitSpec(0.2, 42), hyperparameters, "cpu");
    }

    static Protocol protocol(String fingerprint, String split, boolean clipped) {
        return new Protocol("Matinee 100k", fingerprint, split, 80, 0, 20, 0, 1, clipped, "last",
                "measured before each step", "cpu", "fast path", "0.1.0", "17");
    }

    static TrainingEvent started(TrainingRequest request) {
        return new TrainingEvent.RunStarted(request.hyperparameters(),
                protocol("f00d", "random 80/20, seed 42", request.hyperparameters().clipPredictions()), 10, 20, 3000,
                3.5, 1.05, BATCHES_PER_EPOCH, OptionalDouble.of(0.6));
    }

    /** An epoch of batches in four events, and its end. */
    static List<TrainingEvent> epoch(int epoch) {
        List<TrainingEvent> events = new ArrayList<>();
        List<Float> losses = new ArrayList<>();
        for (int batch = 1; batch <= BATCHES_PER_EPOCH; batch++) {
            losses.add(loss((epoch - 1) * BATCHES_PER_EPOCH + batch));
            if (batch % 10 == 0) {
                events.add(new TrainingEvent.BatchProgress(epoch, batch, BATCHES_PER_EPOCH, losses, 0.9, 50_000));
                losses.clear();
            }
        }
        events.add(new TrainingEvent.EpochFinished(result(epoch, testMse(epoch))));
        return events;
    }

    public static float loss(int batch) {
        return 1 + 1f / batch;
    }

    public static double testMse(int epoch) {
        return 0.7 + 0.01 * Math.abs(epoch - 2);
    }

    static EpochResult result(int epoch, double testMse) {
        return new EpochResult(epoch, 0.9 - 0.01 * epoch, testMse, Math.sqrt(testMse), 2, 1.8, 45_000,
                new PhaseSeconds(0.02, 0.1, 0.02, 0.6, 0.9, 0.28, 0.2));
    }

    /** An epoch of a run whose epochs are compared on a validation part; the test part is measured at the end, if at all. */
    static TrainingEvent validatedEpoch(int epoch, double validationMse, double testMse) {
        EpochResult plain = result(epoch, testMse);
        return new TrainingEvent.EpochFinished(new EpochResult(epoch, plain.trainMse(), validationMse, testMse,
                plain.testRmse(), plain.seconds(), plain.trainSeconds(), plain.ratingsPerSecond(), plain.phases()));
    }

    /** Records a whole run and waits until it is written. */
    static long record(RunHistory history, TrainingRequest request, int epochs, TrainingEvent last) {
        RunRecorder recorder = history.recorder(request, "Matinee 100k");
        play(request, epochs, recorder);
        recorder.accept(last);
        await(recorder);
        return recorder.id();
    }

    static long record(RunHistory history, int epochs) {
        return record(history, request(), epochs, new TrainingEvent.RunFinished(false, epochs, 2.0 * epochs));
    }

    /** Records a whole run with these hyperparameters. */
    public static long recordWith(RunHistory history, Hyperparameters hyperparameters, int epochs) {
        return record(history, request(hyperparameters), epochs, new TrainingEvent.RunFinished(false, epochs, epochs));
    }

    static void play(TrainingRequest request, int epochs, Consumer<TrainingEvent> listener) {
        listener.accept(started(request));
        for (int epoch = 1; epoch <= epochs; epoch++) {
            epoch(epoch).forEach(listener);
        }
    }

    static void await(RunRecorder recorder) {
        try {
            if (!recorder.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("The run is not written down");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
