package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Datasets;
import io.marquee.data.ImportReport;
import java.io.IOException;
import java.util.Locale;

/** Opens a dataset with a progress bar and says on standard error what the import met. */
final class DatasetOpener {

    /** Enough to see what is wrong; the window's import report shows more. */
    private static final int SHOWN_REASONS = 10;

    private final Console console;
    private final Datasets datasets;

    DatasetOpener(Console console, Datasets datasets) {
        this.console = console;
        this.datasets = datasets;
    }

    Dataset open(DatasetSpec spec) throws IOException {
        Dataset dataset;
        try (WorkBar bar = new WorkBar(console)) {
            dataset = datasets.open(spec, bar);
        }
        ImportReport report = dataset.report();
        report.notes().forEach(note -> console.say("Note: " + Failures.sentence(note)));
        report.reasons().stream().limit(SHOWN_REASONS).forEach(reason -> console.say("Left out: " + reason));
        if (report.reasons().size() > SHOWN_REASONS) {
            console.say("Left out: more rows, for reasons such as these.");
        }
        if (report.rowsKept() < report.rowsRead()) {
            console.say(String.format(Locale.ROOT, "Note: %,d of %,d rows are kept.", report.rowsKept(),
                    report.rowsRead()));
        }
        dataset.filterSteps().forEach(step -> console.say("Filter: " + Failures.sentence(step.inWords())));
        return dataset;
    }
}
