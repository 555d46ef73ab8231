package io.marquee.ui.tune;

import io.marquee.tune.Tunable;
import java.util.Set;

/** What is varied to begin with. */
enum SpacePreset {
    RATE("Rate", "The learning rate alone: what matters most.", Tunable.LEARNING_RATE),
    RATE_AND_SIZE("Rate and size", "Learning rate, embedding size and hidden layers.", Tunable.LEARNING_RATE,
            Tunable.EMBEDDING_SIZE, Tunable.HIDDEN_LAYERS),
    WIDE("Wide", "Learning rate, sizes, batch size and L2: a large space, for random search or halving.",
            Tunable.LEARNING_RATE, Tunable.EMBEDDING_SIZE, Tunable.HIDDEN_LAYERS, Tunable.BATCH_SIZE, Tunable.L2);

    private final String words;
    private final String help;
    private final Set<Tunable> varied;

    SpacePreset(String words, String help, Tunable... varied) {
        this.words = words;
        this.help = help;
        this.varied = Set.of(varied);
    }

    String words() {
        return words;
    }

    String help() {
        return help;
    }

    boolean varies(Tunable parameter) {
        return varied.contains(parameter);
    }
}
