package io.marquee.ui.tune;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The form and the dataset that a search begins from.
 *
 * @param now what the form asks for; empty where it cannot be trained
 * @param ask the same, and tells the person what is missing
 * @param opener opens a dataset, in the background
 */
public record TuneForm(Supplier<Optional<TrainingRequest>> now, Supplier<Optional<TrainingRequest>> ask, Opener opener) {

    /** Opens a dataset; called in the background. */
    public interface Opener {
        Dataset open(DatasetSpec spec) throws IOException;
    }
}
