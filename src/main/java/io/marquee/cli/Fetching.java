package io.marquee.cli;

import io.marquee.catalogue.CatalogueDatasets;
import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.ChangedByPublisherException;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.Progress;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.Optional;

/** Opens datasets, and downloads those of the catalogue that are not here, after asking. */
final class Fetching implements Datasets {

    private final CatalogueDatasets datasets;
    private final Downloads downloads;
    private final Consent consent;

    Fetching(DatasetCatalogue catalogue, Downloads downloads, Datasets others, Consent consent) {
        this.datasets = new CatalogueDatasets(catalogue, downloads, others);
        this.downloads = downloads;
        this.consent = consent;
    }

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        Optional<CatalogueEntry> missing = datasets.missing(spec);
        if (missing.isPresent()) {
            fetch(missing.get(), downloads, consent, progress);
        }
        return datasets.open(spec, progress);
    }

    /** Downloads a dataset after asking what has to be asked. */
    static Path fetch(CatalogueEntry entry, Downloads from, Consent consent, Progress progress) throws IOException {
        consent.toLicence(entry, from);
        try {
            try {
                return from.download(entry, false, progress);
            } catch (ChangedByPublisherException change) {
                if (progress instanceof WorkBar bar) {
                    // It would be drawn over the question. With the next step it is there again.
                    bar.close();
                }
                consent.toChange(change);
                return from.download(entry, true, progress);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("The download was interrupted.");
        }
    }
}
