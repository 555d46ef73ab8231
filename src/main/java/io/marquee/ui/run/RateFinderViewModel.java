package io.marquee.ui.run;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingService;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** Looks for a learning rate in the background. */
public final class RateFinderViewModel {

    private final TrainingService training;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<LearningRateCurve> curve = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper failure = new ReadOnlyStringWrapper("");
    private AtomicBoolean cancelled = new AtomicBoolean();

    /** @param training looks for rates, on the device of the run */
    public RateFinderViewModel(TrainingService training, BackgroundTasks tasks, ProblemSink problems) {
        this.training = training;
        this.tasks = tasks;
        this.problems = problems;
    }

    /** Looks for the rate of a run; what was looked for before no longer counts. */
    public void find(Dataset dataset, TrainingRequest request) {
        cancel();
        AtomicBoolean stop = new AtomicBoolean();
        cancelled = stop;
        curve.set(null);
        failure.set("");
        searching.set(true);
        tasks.run(() -> training.findRate(request, dataset, until(stop)),
                found -> {
                    if (!stop.get()) {
                        searching.set(false);
                        curve.set(found);
                    }
                },
                thrown -> {
                    if (!stop.get()) {
                        searching.set(false);
                        failed(thrown);
                    }
                });
    }

    private void failed(Throwable thrown) {
        if (thrown instanceof TrainingException || thrown instanceof IllegalArgumentException) {
            failure.set(thrown.getMessage());
        } else if (!(thrown instanceof CancellationException)) {
            failure.set("No learning rate was found because of an error in Marquee.");
            problems.report(failure.get(), thrown);
        }
    }

    private static Progress until(AtomicBoolean stop) {
        return new Progress() {
            @Override
            public void report(double fraction, String what) {
                // It takes some seconds at most: nobody needs a bar.
            }

            @Override
            public boolean cancelled() {
                return stop.get();
            }
        };
    }

    /** Ends the search. */
    public void cancel() {
        cancelled.set(true);
        searching.set(false);
    }

    public ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /** What was found; null before. */
    public ReadOnlyObjectProperty<LearningRateCurve> curveProperty() {
        return curve.getReadOnlyProperty();
    }

    /** Why nothing was found, as a sentence; empty otherwise. */
    public ReadOnlyStringProperty failureProperty() {
        return failure.getReadOnlyProperty();
    }
}
