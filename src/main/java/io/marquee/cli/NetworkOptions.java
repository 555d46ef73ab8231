package io.marquee.cli;

import io.marquee.model.EarlyStopping;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.HyperparametersBuilder;
import io.marquee.model.LearningRateSchedule;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Hyperparameters: a preset, and what is to differ from it. */
final class NetworkOptions {

    @Option(names = "--preset", paramLabel = "NAME", converter = Choices.Presets.class,
            completionCandidates = Choices.Presets.class, defaultValue = "quick",
            description = "Hyperparameters to start from: ${COMPLETION-CANDIDATES}. Without it: ${DEFAULT-VALUE}.")
    private Preset preset;

    @Option(names = "--embedding", paramLabel = "SIZE", converter = Numbers.Whole.class,
            description = "Size of user and item embeddings.")
    private Integer embedding;

    @Option(names = "--hidden", paramLabel = "SIZE[,SIZE...]", converter = Numbers.Layers.class,
            description = "Outputs of each hidden layer, such as 1024 or 512,256.")
    private Numbers.LayerSizes hidden;

    @Option(names = "--optimizer", paramLabel = "NAME", converter = Choices.Optimizers.class,
            completionCandidates = Choices.Optimizers.class,
            description = "One of ${COMPLETION-CANDIDATES}.")
    private OptimizerKind optimizer;

    @Option(names = "--learning-rate", paramLabel = "RATE", converter = Numbers.Real.class,
            description = "Step size. If only --optimizer is given: 0.002 for adam, 0.08 for the others.")
    private Double learningRate;

    @Option(names = "--schedule", paramLabel = "SCHEDULE", converter = Schedule.class,
            description = "How the learning rate changes: constant; step:10,0.5, times 0.5 every 10 epochs; exponential:0.9, "
                    + "an epoch; cosine:0.01, down to that part of it; one-cycle; warm-up:1, grown to in the first epoch; "
                    + "warm-up:1+cosine:0.01. Without it: constant.")
    private LearningRateSchedule schedule;

    @Option(names = "--early-stopping", paramLabel = "EPOCHS[,GAIN]", converter = Stopping.class,
            description = "Stop once the validation MSE has not fallen by more than GAIN (without it: 0) for so many epochs, and "
                    + "keep the best epoch. Goes with --validation-fraction.")
    private EarlyStopping earlyStopping;

    @Option(names = "--momentum", paramLabel = "M", converter = Numbers.Real.class,
            description = "Momentum of nesterovs.")
    private Double momentum;

    @Option(names = "--l2", paramLabel = "L", converter = Numbers.Real.class, description = "Weight decay.")
    private Double l2;

    @Option(names = "--batch", paramLabel = "RATINGS", converter = Numbers.Whole.class,
            description = "Ratings a step.")
    private Integer batch;

    @Option(names = "--epochs", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Passes over the train part.")
    private Integer epochs;

    @Option(names = "--embedding-scale", paramLabel = "S", converter = Numbers.Real.class,
            description = "Standard deviation that embeddings start with.")
    private Double embeddingScale;

    @Option(names = "--embedding-updates", paramLabel = "KIND", converter = Choices.Updates.class,
            completionCandidates = Choices.Updates.class,
            description = "Which embedding rows a step touches: lazy, those of the batch; dense, all, as stock DL4J.")
    private EmbeddingUpdates embeddingUpdates;

    @Option(names = "--seed", paramLabel = "S", converter = Numbers.Seed.class,
            description = "Seed of the split, the initial weights and the shuffles.")
    private Long seed;

    @Option(names = "--clip", negatable = true, fallbackValue = "true",
            description = "Clip predictions to the rating scale before errors are computed, or not.")
    private Boolean clip;

    @Option(names = "--standardize", negatable = true, fallbackValue = "true",
            description = "Train on ratings divided by their standard deviation; errors stay in stars.")
    private Boolean standardize;

    /** @throws io.marquee.model.InvalidHyperparameterException if a value is out of range */
    Hyperparameters hyperparameters() {
        Hyperparameters start = preset.hyperparameters();
        HyperparametersBuilder builder = start.toBuilder();
        if (optimizer != null && optimizer != start.optimizer()) {
            // A rate that suits Adam is far too low for the others, and theirs makes Adam diverge.
            builder.optimizer(optimizer).learningRate(usualRate(optimizer));
        }
        set(embedding, builder::embeddingSize);
        set(learningRate, builder::learningRate);
        set(momentum, builder::momentum);
        set(l2, builder::l2);
        set(schedule, builder::schedule);
        set(earlyStopping, stopping -> builder.earlyStopping(Optional.of(stopping)));
        set(batch, builder::batchSize);
        set(epochs, builder::epochs);
        set(embeddingScale, builder::embeddingScale);
        set(embeddingUpdates, builder::embeddingUpdates);
        set(seed, builder::seed);
        set(clip, builder::clipPredictions);
        set(standardize, builder::standardize);
        if (hidden != null) {
            builder.hiddenLayers(hidden.sizes());
        }
        return builder.build();
    }

    /** The number of epochs, if given. */
    Optional<Integer> epochs() {
        return Optional.ofNullable(epochs);
    }

    private static double usualRate(OptimizerKind optimizer) {
        Preset model = optimizer == OptimizerKind.ADAM ? Preset.QUICK_LOOK : Preset.LECTURE;
        return model.hyperparameters().learningRate();
    }

    /** Reads a schedule. */
    static final class Schedule implements ITypeConverter<LearningRateSchedule> {
        @Override
        public LearningRateSchedule convert(String text) {
            try {
                return LearningRateSchedule.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }

    /** Reads "3" or "3,0.0005". */
    static final class Stopping implements ITypeConverter<EarlyStopping> {
        @Override
        public EarlyStopping convert(String text) {
            String[] parts = text.split(",", -1);
            try {
                return new EarlyStopping(Integer.parseInt(parts[0].strip()),
                        parts.length > 1 ? Double.parseDouble(parts[1].strip()) : 0);
            } catch (NumberFormatException e) {
                throw new TypeConversionException("'" + text + "' is not a number of epochs, such as 3, or that and a gain, "
                        + "such as 3,0.0005");
            }
        }
    }

    private static <T> void set(T value, Consumer<T> setter) {
        if (value != null) {
            setter.accept(value);
        }
    }
}
