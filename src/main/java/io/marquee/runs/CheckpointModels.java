package io.marquee.runs;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Makes the model of the newest checkpoint of a run, without training. */
public final class CheckpointModels {

    private CheckpointModels() {}

    /**
     * @param resuming what {@link RunHistory#resuming} gave
     * @param dataset the opened dataset of the run
     * @throws IOException with a sentence if there is no checkpoint or it does not fit the dataset
     */
    public static TrainedModel load(TrainingRequest resuming, Dataset dataset) throws IOException, InterruptedException {
        int epochs = new CheckpointFolder(resuming.checkpoints().orElseThrow().folder()).run().epoch();
        AtomicReference<String> failure = new AtomicReference<>("The checkpoint holds no model.");
        try (TrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(resuming.withEpochs(epochs), dataset, event -> {
                if (event instanceof TrainingEvent.RunFailed failed) {
                    failure.set(failed.message());
                }
            });
            run.await();
            return run.model().orElseThrow(() -> new RunHistoryException(failure.get(), null));
        }
    }
}
