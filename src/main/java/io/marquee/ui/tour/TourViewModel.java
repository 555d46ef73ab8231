package io.marquee.ui.tour;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** Where a person is in the tour, and whether they have had it. */
public final class TourViewModel {

    private final ReadOnlyObjectWrapper<TourStep> step = new ReadOnlyObjectWrapper<>();
    private boolean seen;

    /** @param seen whether it was finished or skipped in an earlier session */
    public TourViewModel(boolean seen) {
        this.seen = seen;
    }

    /** Begins the tour where it was never finished or skipped. */
    public void greet() {
        if (!seen) {
            start();
        }
    }

    /** Begins the tour. */
    public void start() {
        step.set(TourStep.values()[0]);
    }

    /** Goes on; after the last step the tour is over. */
    public void next() {
        TourStep now = step.get();
        if (now == null) {
            return;
        }
        if (now.last()) {
            end();
        } else {
            step.set(TourStep.values()[now.ordinal() + 1]);
        }
    }

    public void back() {
        TourStep now = step.get();
        if (now != null && !now.first()) {
            step.set(TourStep.values()[now.ordinal() - 1]);
        }
    }

    /** Ends the tour, finished or skipped: it does not come again by itself. */
    public void end() {
        step.set(null);
        seen = true;
    }

    /** Who presses Train before the tour has come to it has understood: it goes on with the curves. */
    public void trainingBegan() {
        TourStep now = step.get();
        if (now != null && now.compareTo(TourStep.TRAIN) <= 0) {
            step.set(TourStep.CURVES);
        }
    }

    /** The step that is shown; null while there is no tour. */
    public ReadOnlyObjectProperty<TourStep> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether it was finished or skipped, now or earlier. */
    public boolean seen() {
        return seen;
    }
}
