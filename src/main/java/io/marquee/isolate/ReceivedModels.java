package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.data.RatedItems;
import io.marquee.data.SplitSpec;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Files;

/** Makes models of the parameters that a training process hands over and of the dataset that is open here. */
final class ReceivedModels {

    private final Dataset dataset;
    private final RatedItems history;

    ReceivedModels(Dataset dataset, SplitSpec split) {
        this.dataset = dataset;
        this.history = RatedItems.of(dataset.split(split));
    }

    /** @throws IOException if the parameters cannot be read or are those of other ratings */
    TrainedModel of(ChildMessage.Model received) throws IOException {
        NetworkWeights weights = WeightsFile.read(received.weights());
        Files.delete(received.weights());
        int users = dataset.ratings().users().size();
        int items = dataset.ratings().items().size();
        if (weights.users().rows() != users || weights.items().rows() != items) {
            throw new IOException("The training process handed over a model of " + weights.users().rows() + " users and "
                    + weights.items().rows() + " movies; the dataset has " + users + " and " + items + ".");
        }
        return new TrainedModel(weights, dataset.ratings().users(), dataset.ratings().items(), dataset.catalogue(), history,
                dataset.ratings().scale(), received.centring(), received.hyperparameters(), received.protocol(),
                received.result());
    }
}
