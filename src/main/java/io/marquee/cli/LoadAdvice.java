package io.marquee.cli;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.DatasetSpec;
import io.marquee.model.Hyperparameters;
import io.marquee.train.LoadVerdicts;
import java.util.Optional;

/** Says before a large dataset is opened what that takes, and whether it fits. */
final class LoadAdvice {

    private final Console console;
    private final LoadVerdicts verdicts;

    LoadAdvice(Console console, DatasetCatalogue catalogue) {
        this.console = console;
        this.verdicts = new LoadVerdicts(catalogue);
    }

    /** @param hyperparameters what is to be trained on it, if anything */
    void give(DatasetSpec spec, Optional<Hyperparameters> hyperparameters) {
        verdicts.worthSaying(spec, hyperparameters).ifPresent(verdict -> console.say(verdict.sentenceWithSize()));
    }
}
