package io.marquee.catalogue;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens datasets of the catalogue by name where they are on this computer, and all others as before. A file or folder
 * of that name comes first.
 */
public final class CatalogueDatasets implements Datasets {

    private final DatasetCatalogue catalogue;
    private final Downloads downloads;
    private final Datasets others;

    /** @param others opens files, folders and built-in datasets */
    public CatalogueDatasets(DatasetCatalogue catalogue, Downloads downloads, Datasets others) {
        this.catalogue = catalogue;
        this.downloads = downloads;
        this.others = others;
    }

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        Optional<CatalogueEntry> entry = downloadable(spec);
        if (entry.isEmpty()) {
            return others.open(spec, progress);
        }
        if (downloads.status(entry.get()).state() != Downloads.State.HERE) {
            throw new InvalidDataException(entry.get().name() + " is not on this computer yet. Download it: under "
                    + "\"Browse datasets\" in the window, or with 'marquee download " + entry.get().id() + "'.");
        }
        Path zip = downloads.checked(entry.get(), progress);
        return others.open(spec.withSource(zip.toString()), progress);
    }

    /** The dataset that has to be downloaded before a spec can be opened; empty where nothing has to be. */
    public Optional<CatalogueEntry> missing(DatasetSpec spec) throws IOException {
        Optional<CatalogueEntry> entry = downloadable(spec);
        return entry.isPresent() && downloads.status(entry.get()).state() != Downloads.State.HERE
                ? entry : Optional.empty();
    }

    private Optional<CatalogueEntry> downloadable(DatasetSpec spec) {
        return exists(spec.source())
                ? Optional.empty()
                : catalogue.find(spec.source()).filter(entry -> !entry.builtIn());
    }

    private static boolean exists(String source) {
        try {
            return Files.exists(Path.of(source));
        } catch (InvalidPathException noPath) {
            return false;
        }
    }
}
