package io.marquee.ui.run;

import io.marquee.train.TrainingEvent;
import java.util.Locale;
import java.util.Optional;

/** What happened in a run besides batches and epochs, in words. */
final class RunNotes {

    private RunNotes() {}

    /** A sentence on an event; empty for those that are shown otherwise. */
    static Optional<String> of(TrainingEvent event) {
        if (event instanceof TrainingEvent.RunRestored restored) {
            int last = restored.epochs().get(restored.epochs().size() - 1).epoch();
            return text("Goes on from the checkpoint of epoch %,d.", last);
        }
        if (event instanceof TrainingEvent.CheckpointFailed failed) {
            return Optional.of(failed.message());
        }
        if (event instanceof TrainingEvent.LearningRateSet set) {
            return text("Learning rate %s since batch %,d of epoch %,d.", set.learningRate(), set.batchesDone() + 1,
                    set.epoch());
        }
        if (event instanceof TrainingEvent.EpochsAdded added) {
            return text("The run now has %,d epochs.", added.epochs());
        }
        if (event instanceof TrainingEvent.Evaluated evaluated) {
            return text("%s MSE %.4f after batch %,d of epoch %,d.", evaluated.validation() ? "Validation" : "Test",
                    evaluated.mse(), evaluated.batchesDone(), evaluated.epoch());
        }
        if (event instanceof TrainingEvent.StoppedEarly early) {
            return text("Stopped early after epoch %,d: the validation MSE no longer falls. Epoch %,d is kept, with %.4f.",
                    early.epoch(), early.bestEpoch(), early.validationMse());
        }
        if (event instanceof TrainingEvent.TestMeasured test) {
            return text("Test MSE %.4f, RMSE %.4f (epoch %,d), measured once, at the end.", test.mse(), test.rmse(),
                    test.epoch());
        }
        return Optional.empty();
    }

    private static Optional<String> text(String format, Object... values) {
        return Optional.of(String.format(Locale.ROOT, format, values));
    }
}
