package io.marquee.model;

import java.util.List;
import java.util.Optional;

/** Changes single values of {@link Hyperparameters}; {@link #build} checks them all. */
public final class HyperparametersBuilder {

    private int embeddingSize;
    private List<Integer> hiddenLayers;
    private OptimizerKind optimizer;
    private double learningRate;
    private double momentum;
    private double l2;
    private int batchSize;
    private int epochs;
    private double embeddingScale;
    private long seed;
    private boolean clipPredictions;
    private boolean standardize;
    private EmbeddingUpdates embeddingUpdates;
    private LearningRateSchedule schedule;
    private Optional<EarlyStopping> earlyStopping;

    HyperparametersBuilder(Hyperparameters from) {
        embeddingSize = from.embeddingSize();
        hiddenLayers = from.hiddenLayers();
        optimizer = from.optimizer();
        learningRate = from.learningRate();
        momentum = from.momentum();
        l2 = from.l2();
        batchSize = from.batchSize();
        epochs = from.epochs();
        embeddingScale = from.embeddingScale();
        seed = from.seed();
        clipPredictions = from.clipPredictions();
        standardize = from.standardize();
        embeddingUpdates = from.embeddingUpdates();
        schedule = from.schedule();
        earlyStopping = from.earlyStopping();
    }

    public HyperparametersBuilder embeddingSize(int value) {
        embeddingSize = value;
        return this;
    }

    public HyperparametersBuilder hiddenLayers(List<Integer> value) {
        hiddenLayers = value;
        return this;
    }

    public HyperparametersBuilder optimizer(OptimizerKind value) {
        optimizer = value;
        return this;
    }

    public HyperparametersBuilder learningRate(double value) {
        learningRate = value;
        return this;
    }

    public HyperparametersBuilder momentum(double value) {
        momentum = value;
        return this;
    }

    public HyperparametersBuilder l2(double value) {
        l2 = value;
        return this;
    }

    public HyperparametersBuilder batchSize(int value) {
        batchSize = value;
        return this;
    }

    public HyperparametersBuilder epochs(int value) {
        epochs = value;
        return this;
    }

    public HyperparametersBuilder embeddingScale(double value) {
        embeddingScale = value;
        return this;
    }

    public HyperparametersBuilder seed(long value) {
        seed = value;
        return this;
    }

    public HyperparametersBuilder clipPredictions(boolean value) {
        clipPredictions = value;
        return this;
    }

    public HyperparametersBuilder standardize(boolean value) {
        standardize = value;
        return this;
    }

    public HyperparametersBuilder embeddingUpdates(EmbeddingUpdates value) {
        embeddingUpdates = value;
        return this;
    }

    public HyperparametersBuilder schedule(LearningRateSchedule value) {
        schedule = value;
        return this;
    }

    public HyperparametersBuilder earlyStopping(Optional<EarlyStopping> value) {
        earlyStopping = value;
        return this;
    }

    /** @throws InvalidHyperparameterException naming the first value out of range */
    public Hyperparameters build() {
        return new Hyperparameters(embeddingSize, hiddenLayers, optimizer, learningRate, momentum, l2, batchSize, epochs,
                embeddingScale, seed, clipPredictions, standardize, embeddingUpdates, schedule,
                earlyStopping);
    }
}
