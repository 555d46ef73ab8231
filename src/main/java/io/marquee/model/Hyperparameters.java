package io.marquee.model;

import java.util.List;
import java.util.Optional;

/**
 * Everything that decides how a network is built and trained, besides the data.
 *
 * @param embeddingSize size D of user and item embeddings, 1 to 512
 * @param hiddenLayers outputs of each hidden layer (ReLU), first to last; 1 to 8 layers of 1 to 16,384
 * @param optimizer optimiser
 * @param learningRate learning rate, above 0, at most 10
 * @param momentum momentum of {@link OptimizerKind#NESTEROVS}, 0 to below 1; unused by the others
 * @param l2 weight decay: l2 x weight is added to a weight's gradient, biases excepted; 0 to 1
 * @param batchSize ratings a step, 1 to 1,048,576
 * @param epochs passes over the train part, 1 to 10,000
 * @param embeddingScale standard deviation of the normal distribution that embeddings start from, above 0, at most 10
 * @param seed seed of the initial weights and of each epoch's shuffle
 * @param clipPredictions whether predictions are clipped to the rating scale before metrics are computed
 * @param standardize whether targets are divided by the train part's standard deviation while training; predictions are
 *     scaled back before any metric
 * @param embeddingUpdates which embedding rows a step touches
 * @param schedule how the learning rate changes during the run
 * @param earlyStopping when to stop before the last epoch, if ever; needs a validation part
 */
public record Hyperparameters(
        int embeddingSize,
        List<Integer> hiddenLayers,
        OptimizerKind optimizer,
        double learningRate,
        double momentum,
        double l2,
        int batchSize,
        int epochs,
        double embeddingScale,
        long seed,
        boolean clipPredictions,
        boolean standardize,
        EmbeddingUpdates embeddingUpdates,
        LearningRateSchedule schedule,
        Optional<EarlyStopping> earlyStopping) {

    /** @throws InvalidHyperparameterException naming the first value out of range and the range */
    public Hyperparameters {
        hiddenLayers = List.copyOf(hiddenLayers);
        // Models and requests of versions that knew neither name none.
        schedule = schedule == null ? new LearningRateSchedule.Constant() : schedule;
        earlyStopping = earlyStopping == null ? Optional.empty() : earlyStopping;
        Range.EMBEDDING_SIZE.check(embeddingSize);
        Range.HIDDEN_LAYERS.check(hiddenLayers.size());
        hiddenLayers.forEach(Range.HIDDEN_SIZE::check);
        Range.LEARNING_RATE.check(learningRate);
        Range.MOMENTUM.check(momentum);
        Range.L2.check(l2);
        Range.BATCH_SIZE.check(batchSize);
        Range.EPOCHS.check(epochs);
        Range.EMBEDDING_SCALE.check(embeddingScale);
    }

    /** With a constant learning rate and without early stopping. */
    public Hyperparameters(
            int embeddingSize,
            List<Integer> hiddenLayers,
            OptimizerKind optimizer,
            double learningRate,
            double momentum,
            double l2,
            int batchSize,
            int epochs,
            double embeddingScale,
            long seed,
            boolean clipPredictions,
            boolean standardize,
            EmbeddingUpdates embeddingUpdates) {
        this(embeddingSize, hiddenLayers, optimizer, learningRate, momentum, l2, batchSize, epochs, embeddingScale, seed,
                clipPredictions, standardize, embeddingUpdates, new LearningRateSchedule.Constant(), Optional.empty());
    }

    /** A copy of these hyperparameters to change single values of. */
    public HyperparametersBuilder toBuilder() {
        return new HyperparametersBuilder(this);
    }
}
