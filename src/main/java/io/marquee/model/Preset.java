package io.marquee.model;

import java.util.List;

/** Named hyperparameters to start from. */
public enum Preset {
    /** A sensible result in well under a minute on the built-in data. */
    QUICK_LOOK("quick", "Quick look",
            new Hyperparameters(10, List.of(256), OptimizerKind.ADAM, 0.002, 0.9, 0.0001, 512, 12, 0.01, 42, true, false,
                    EmbeddingUpdates.LAZY)),
    /** The lecture's recipe: SGD 0.08 with momentum 0.9, batch 1024, 25 epochs, hidden layer of 1024. */
    LECTURE("lecture", "Lecture",
            new Hyperparameters(10, List.of(1024), OptimizerKind.NESTEROVS, 0.08, 0.9, 0, 1024, 25, 0.01, 42, false, false,
                    EmbeddingUpdates.LAZY));

    private final String id;
    private final String displayName;
    private final Hyperparameters hyperparameters;

    Preset(String id, String displayName, Hyperparameters hyperparameters) {
        this.id = id;
        this.displayName = displayName;
        this.hyperparameters = hyperparameters;
    }

    /** The name used on the command line. */
    public String id() {
        return id;
    }

    public String displayName() {
        return displayName;
    }

    public Hyperparameters hyperparameters() {
        return hyperparameters;
    }
}
