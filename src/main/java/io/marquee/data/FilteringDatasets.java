package io.marquee.data;

import java.io.IOException;

/** Opens datasets and keeps the part of them that was asked for. */
public final class FilteringDatasets implements Datasets {

    private final Datasets whole;

    /** @param whole opens whole datasets */
    public FilteringDatasets(Datasets whole) {
        this.whole = whole;
    }

    @Override
    public Dataset open(DatasetSpec spec, Progress progress) throws IOException {
        Dataset dataset = whole.open(spec.withFilter(FilterSpec.NONE), progress);
        if (spec.filter().isEmpty()) {
            return dataset;
        }
        progress.report(1, "filtering");
        try {
            return dataset.filtered(spec.filter().get());
        } catch (IllegalArgumentException e) {
            throw new InvalidDataException(e.getMessage(), e);
        }
    }
}
