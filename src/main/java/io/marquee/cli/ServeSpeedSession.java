package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.TrainedModel;
import io.marquee.serve.ServeSpeed;
import io.marquee.serve.ServeSpeedTest;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;

/** Measures how fast a model answers over HTTP, one trained for that where none is given. */
final class ServeSpeedSession {

    private static final double TEST_FRACTION = 0.2;

    private final Console console;

    ServeSpeedSession(Console console) {
        this.console = console;
    }

    ServeSpeed measure(TrainedModel model, double seconds) throws IOException {
        try (WorkBar bar = new WorkBar(console)) {
            return new ServeSpeedTest(model).run(seconds, bar);
        }
    }

    /** A model of one epoch, which no history keeps: what was learnt decides how much of a list rounding leaves in doubt. */
    TrainedModel train(DatasetSpec spec, Dataset dataset, Hyperparameters hyperparameters) throws InterruptedException {
        Hyperparameters once = hyperparameters.toBuilder().epochs(1).build();
        TrainingRequest request = new TrainingRequest(spec, new SplitSpec(TEST_FRACTION, once.seed()), once, LocalDevices.CPU);
        AtomicReference<String> failure = new AtomicReference<>("it was stopped");
        try (WorkBar bar = new WorkBar(console); TrainingService service = new LocalTrainingService()) {
            TrainingRun run = service.start(request, dataset, event -> {
                if (event instanceof TrainingEvent.BatchProgress progress) {
                    bar.report((double) progress.batchesDone() / progress.batchesPerEpoch(),
                            "training one epoch, to have a model to ask");
                } else if (event instanceof TrainingEvent.RunFailed failed) {
                    failure.set(failed.message());
                }
            });
            run.await();
            return run.model().orElseThrow(() -> CommandFailure.failed("There is no model to ask: " + failure.get()));
        }
    }
}
