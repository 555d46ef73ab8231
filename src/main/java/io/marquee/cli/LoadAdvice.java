package io.marquee.cli;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.DatasetSpec;
import io.marquee.data.open.SizeEstimate;
import io.marquee.model.Hyperparameters;
import io.marquee.train.LoadVerdict;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;

/** Says before a large dataset is opened what that takes, and whether it fits. */
final class LoadAdvice {

    private static final long LARGE = 2_000_000;

    private final Console console;
    private final DatasetCatalogue catalogue;

    LoadAdvice(Console console, DatasetCatalogue catalogue) {
        this.console = console;
        this.catalogue = catalogue;
    }

    /** @param hyperparameters what is to be trained on it, if anything */
    void give(DatasetSpec spec, Optional<Hyperparameters> hyperparameters) {
        Optional<SizeEstimate> estimate = estimate(spec);
        if (estimate.isEmpty()) {
            return;
        }
        SizeEstimate size = estimate.get();
        LoadVerdict verdict = LoadVerdict.of(size.ratings(), size.users(), size.items(), hyperparameters,
                Runtime.getRuntime().maxMemory());
        if (size.ratings() >= LARGE || !verdict.fits()) {
            console.say(String.format(Locale.ROOT, "Some %,d ratings. %s", size.ratings(), verdict.sentence()));
        }
    }

    private Optional<SizeEstimate> estimate(DatasetSpec spec) {
        try {
            return Optional.of(SizeEstimate.of(spec));
        } catch (IOException noFile) {
            // A name, perhaps; and where it is not, opening it will say so.
            Optional<CatalogueEntry> known = catalogue.find(spec.source());
            return known.map(entry -> new SizeEstimate(entry.ratings(), entry.users(), entry.items()));
        }
    }
}
