package io.marquee.train;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.data.DatasetSpec;
import io.marquee.data.FilterSpec;
import io.marquee.data.open.SizeEstimate;
import io.marquee.model.Hyperparameters;
import java.io.IOException;
import java.util.Optional;

/** Tells of datasets by path or name whether they fit, without opening them. */
public final class LoadVerdicts {

    private final DatasetCatalogue catalogue;

    /** @param catalogue knows the sizes of datasets that have names */
    public LoadVerdicts(DatasetCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The verdict on a dataset, if it should be said: not where the dataset is small and fits, nor where its size cannot be
     * told, as opening it will say why. Reads some of its file: call it from a background thread.
     *
     * @param hyperparameters what is to be trained on it, if anything
     */
    public Optional<LoadVerdict> worthSaying(DatasetSpec spec, Optional<Hyperparameters> hyperparameters) {
        return size(spec).map(size -> LoadVerdict.of(size, spec.filter().orElse(FilterSpec.NONE), hyperparameters,
                Runtime.getRuntime().maxMemory())).filter(LoadVerdict::worthSaying);
    }

    private Optional<SizeEstimate> size(DatasetSpec spec) {
        try {
            return Optional.of(SizeEstimate.of(spec));
        } catch (IOException noFile) {
            // A name, perhaps; and where it is not, opening it will say so.
            Optional<CatalogueEntry> known = catalogue.find(spec.source());
            return known.map(entry -> new SizeEstimate(entry.ratings(), entry.users(), entry.items()));
        }
    }
}
