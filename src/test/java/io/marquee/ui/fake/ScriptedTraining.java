package io.marquee.ui.fake;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;

/** A training service whose events a test sends, one by one. */
public final class ScriptedTraining implements TrainingService {

    private final List<String> asked = new ArrayList<>();
    private TrainingRequest request;
    private Consumer<TrainingEvent> listener;
    private TrainedModel model;

    @Override
    public TrainingRun start(TrainingRequest newRequest, Dataset dataset, Consumer<TrainingEvent> newListener) {
        request = newRequest;
        listener = newListener;
        model = null;
        asked.add("start");
        return new ScriptedRun();
    }

    /** What was asked of the service and its runs, in order. */
    public List<String> asked() {
        return asked;
    }

    public TrainingRequest request() {
        return request;
    }

    public void send(TrainingEvent event) {
        listener.accept(event);
    }

    public void sendStarted(int batchesPerEpoch) {
        send(new TrainingEvent.RunStarted(request.hyperparameters(), Models.protocol("f00d"), 10, 20, 3000, 3.5, 1.05,
                batchesPerEpoch, OptionalDouble.of(0.6)));
    }

    public void sendBatches(int epoch, int done, int batchesPerEpoch, Float... losses) {
        send(new TrainingEvent.BatchProgress(epoch, done, batchesPerEpoch, List.of(losses), 0.9, 50_000));
    }

    public void sendEpoch(int epoch) {
        model = Models.ofEpoch(epoch);
        send(new TrainingEvent.EpochFinished(result(epoch)));
    }

    public static EpochResult result(int epoch) {
        return new EpochResult(epoch, 0.9 - 0.01 * epoch, 0.95 - 0.01 * epoch, Math.sqrt(0.95 - 0.01 * epoch), 2, 1.8,
                45_000, new PhaseSeconds(0.02, 0.1, 0.02, 0.6, 0.9, 0.28, 0.2));
    }

    @Override
    public void close() {
        asked.add("close");
    }

    private final class ScriptedRun implements TrainingRun {
        @Override
        public State state() {
            return State.RUNNING;
        }

        @Override
        public void pause() {
            asked.add("pause");
        }

        @Override
        public void resume() {
            asked.add("resume");
        }

        @Override
        public void stop() {
            asked.add("stop");
        }

        @Override
        public void send(TrainingCommand command) {
            asked.add(command.toString());
        }

        @Override
        public Optional<TrainedModel> model() {
            return Optional.ofNullable(model);
        }

        @Override
        public void await() {
            throw new UnsupportedOperationException("A script does not end by itself");
        }
    }
}
