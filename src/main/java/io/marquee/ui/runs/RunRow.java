package io.marquee.ui.runs;

import io.marquee.runs.RunSummary;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A run in the list: the same object as long as the run is there, so that a selection stays while numbers change. */
public final class RunRow {

    private final ReadOnlyObjectWrapper<RunSummary> summary;
    private final String protocol;

    RunRow(RunSummary summary, String protocol) {
        this.summary = new ReadOnlyObjectWrapper<>(summary);
        this.protocol = protocol;
    }

    void update(RunSummary now) {
        summary.set(now);
    }

    public long id() {
        return summary.get().id();
    }

    public RunSummary summary() {
        return summary.get();
    }

    public ReadOnlyObjectProperty<RunSummary> summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** A letter for its protocol: runs of one letter were measured alike. Empty while the run has not begun. */
    public String protocol() {
        return protocol;
    }
}
