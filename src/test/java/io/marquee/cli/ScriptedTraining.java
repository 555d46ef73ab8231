package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.model.Protocol;
import io.marquee.model.TrainedModel;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A training service that says what it is told to, within {@link #start}, and remembers what it was asked for. */
final class ScriptedTraining implements TrainingService {

    static final Protocol PROTOCOL = new Protocol("Four walls", "0123", "random 80/20, seed 42", 80, 0, 20, 1, 2, true,
            "last", "before each step", "cpu", "scripted engine", "0.1.0", "17");

    private final List<TrainingEvent> ending;
    TrainingRequest asked;

    /** @param ending the events after the first */
    ScriptedTraining(TrainingEvent... ending) {
        this.ending = List.of(ending);
    }

    static TrainingEvent epoch(int number, double testMse) {
        return new TrainingEvent.EpochFinished(new EpochResult(number, 0.9, testMse, Math.sqrt(testMse), 2.5, 2.0,
                40_000, new PhaseSeconds(0.1, 0.2, 0.05, 0.8, 0.7, 0.3, 0.5)));
    }

    @Override
    public TrainingRun start(TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> listener) {
        asked = request;
        listener.accept(new TrainingEvent.RunStarted(request.hyperparameters(), PROTOCOL, 2, 2, 1234, 3.5, 1.05, 10,
                dataset.noiseFloor()));
        ending.forEach(listener);
        return new Ended();
    }

    @Override
    public void close() {}

    private static final class Ended implements TrainingRun {
        @Override
        public State state() {
            return State.FINISHED;
        }

        @Override
        public void pause() {}

        @Override
        public void resume() {}

        @Override
        public void stop() {}

        @Override
        public void send(TrainingCommand command) {}

        @Override
        public Optional<TrainedModel> model() {
            return Optional.empty();
        }

        @Override
        public void await() {}
    }
}
