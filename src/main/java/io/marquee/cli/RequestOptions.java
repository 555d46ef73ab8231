package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import io.marquee.model.Hyperparameters;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;

/** All that says what a network is trained with: data, filter, split, settings, device. */
final class RequestOptions {

    @Mixin
    private DataOptions data;

    @Mixin
    private FilterOptions filter;

    @Mixin
    private SplitOptions split;

    @Mixin
    private NetworkOptions network;

    @Mixin
    private DeviceOptions device;

    @Mixin
    private ThreadsOption threads;

    /** Names the dataset in place of {@code --data}. */
    void data(String name) {
        data.name(name);
    }

    /**
     * What is asked for.
     *
     * @throws CommandFailure with a sentence if it cannot be
     */
    TrainingRequest request(Services services) throws IOException {
        Hyperparameters hyperparameters = network.hyperparameters();
        DatasetSpec dataset = data.dataset(split.published()).withFilter(filter.spec(hyperparameters.seed()));
        return new TrainingRequest(dataset, split.spec(data.comesDivided(), hyperparameters.seed()), hyperparameters,
                device.usable(services.devices())).withThreads(threads.count()).isolated(device.isolate());
    }

    /** Whether all folds are asked for, and not one of them or none. */
    boolean allFolds() {
        return split.allFolds();
    }

    /** The number of epochs, if it is given. */
    Optional<Integer> epochs() {
        return network.epochs();
    }

    /** Whether to train in a process of its own. */
    boolean isolate() {
        return device.isolate();
    }
}
