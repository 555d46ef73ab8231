package io.marquee.ui.data;

import io.marquee.catalogue.CatalogueEntry;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.DatasetSpec;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** The datasets that can be had by name, each with its download. */
public final class CatalogueViewModel {

    private final List<DatasetCard> cards;
    private final Consumer<DatasetSpec> opener;
    private final Path folder;

    /** @param opener opens a dataset that is here */
    public CatalogueViewModel(DatasetCatalogue catalogue, Downloads downloads, BackgroundTasks tasks,
            ProblemSink problems, Consumer<DatasetSpec> opener) {
        this.cards = catalogue.entries().stream()
                .map(entry -> new DatasetCard(entry, downloads, tasks, problems)).toList();
        this.opener = opener;
        this.folder = catalogue.entries().stream().filter(entry -> !entry.builtIn()).findFirst()
                .map(downloads::zip).map(Path::getParent).orElse(Path.of(""));
    }

    /** All datasets, in the order of the catalogue. */
    public List<DatasetCard> cards() {
        return cards;
    }

    /** Where downloads are kept, and where a zip may be put by hand. */
    public Path folder() {
        return folder;
    }

    /** Looks again what is on the disk. */
    public void refresh() {
        cards.forEach(DatasetCard::refresh);
    }

    /** Opens a dataset that is built in or here. */
    public void open(CatalogueEntry entry) {
        opener.accept(entry.spec());
    }

    /** Stops all downloads. */
    public void close() {
        cards.forEach(DatasetCard::cancel);
    }

    /** Copies what background threads have done into the properties; called some times a second. */
    public void poll() {
        cards.forEach(DatasetCard::poll);
    }
}
