package io.marquee.ui.look;

import io.marquee.data.Dataset;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/**
 * Looks at the opened dataset while the data room is shown; nobody pays for a look that nobody asks for. Only the
 * newest dataset counts.
 */
public final class LookViewModel {

    private final ReadOnlyObjectProperty<Dataset> dataset;
    private final NewestOnly looking;
    private final ProblemSink problems;
    private final MoviesViewModel movies;
    private final ImportViewModel imported;
    private final ReadOnlyObjectWrapper<Look> look = new ReadOnlyObjectWrapper<>();
    private Dataset lookedAt;
    private boolean shown;

    /** @param dataset the opened dataset; null while there is none */
    public LookViewModel(ReadOnlyObjectProperty<Dataset> dataset, BackgroundTasks tasks, ProblemSink problems) {
        this.dataset = dataset;
        this.looking = new NewestOnly(tasks);
        this.problems = problems;
        this.movies = new MoviesViewModel(tasks, problems);
        this.imported = new ImportViewModel(tasks);
        dataset.addListener(change -> update());
    }

    /** To be told whether the data room is in sight. */
    void show(boolean nowShown) {
        shown = nowShown;
        update();
    }

    private void update() {
        Dataset wanted = dataset.get();
        if (wanted == lookedAt) {
            return;
        }
        // The old one may be large: let go of it even where nobody looks at the new one yet.
        lookedAt = null;
        looking.forget();
        use(null);
        if (wanted == null || !shown) {
            return;
        }
        lookedAt = wanted;
        looking.run(() -> Look.at(wanted), this::use, failure -> {
            lookedAt = null;
            problems.report("This dataset could not be looked at because of an error in Marquee.", failure);
        });
    }

    private void use(Look newest) {
        look.set(newest);
        movies.use(newest);
        imported.use(newest == null ? null : newest.dataset());
    }

    /** What the dataset looks like; null while there is none or it is being looked at. */
    ReadOnlyObjectProperty<Look> lookProperty() {
        return look.getReadOnlyProperty();
    }

    MoviesViewModel movies() {
        return movies;
    }

    ImportViewModel imported() {
        return imported;
    }
}
