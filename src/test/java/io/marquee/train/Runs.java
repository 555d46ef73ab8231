package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.model.TrainedModel;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Runs small trainings to their end for tests. */
public final class Runs {

    private Runs() {}

    /** A network that trains in milliseconds. */
    public static Hyperparameters small() {
        return new Hyperparameters(4, List.of(16), OptimizerKind.ADAM, 0.01, 0.9, 0, 32, 3, 0.1, 7, false, false,
                EmbeddingUpdates.LAZY);
    }

    public static TrainingRequest request(Hyperparameters hyperparameters, String device) {
        return new TrainingRequest(DatasetSpec.of("tiny"), new SplitSpec(0.2, 3), hyperparameters, device);
    }

    /** Trains to the end and returns all events. */
    public static List<TrainingEvent> events(Dataset dataset, TrainingRequest request) throws InterruptedException {
        List<TrainingEvent> events = new CopyOnWriteArrayList<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            service.start(request, dataset, events::add).await();
        }
        return events;
    }

    /** Trains to the end and returns the model of the last epoch. */
    public static TrainedModel model(Dataset dataset, Hyperparameters hyperparameters) throws InterruptedException {
        try (LocalTrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(request(hyperparameters, LocalDevices.CPU), dataset, event -> {});
            run.await();
            return run.model().orElseThrow();
        }
    }

    /** The epoch results among events. */
    public static List<EpochResult> epochs(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.EpochFinished.class::isInstance)
                .map(event -> ((TrainingEvent.EpochFinished) event).result())
                .toList();
    }
}
