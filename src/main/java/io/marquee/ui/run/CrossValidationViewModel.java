package io.marquee.ui.run;

import io.marquee.data.Dataset;
import io.marquee.model.TrainingResult;
import io.marquee.train.CrossValidation;
import io.marquee.train.TrainingRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Trains the folds of cross-validation one after the other, each as a run of its own, and sums up. A run that is stopped or
 * fails ends it; the folds finished so far still count.
 */
public final class CrossValidationViewModel {

    private final RunViewModel run;
    private final List<TrainingResult> results = new ArrayList<>();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper("");

    private TrainingRequest request;
    private Dataset dataset;

    public CrossValidationViewModel(RunViewModel run) {
        this.run = run;
    }

    /** Starts with the first fold; no effect while a run is under way. */
    public void start(TrainingRequest newRequest, Dataset newDataset) {
        if (run.stateProperty().get().active()) {
            return;
        }
        results.clear();
        request = newRequest;
        dataset = newDataset;
        startFold();
    }

    private void startFold() {
        run.start(request.withFold(results.size() + 1), dataset);
        show();
    }

    /** Forgets the last cross-validation, because a single run begins. */
    public void clear() {
        results.clear();
        end();
        summary.set("");
        details.set("");
    }

    private void end() {
        request = null;
        dataset = null;
    }

    /** Goes on with the next fold if one has ended; called after the run was polled. */
    public void poll() {
        if (request == null || run.stateProperty().get().active()) {
            return;
        }
        boolean complete = run.stateProperty().get() == RunState.FINISHED;
        if (complete) {
            results.add(run.modelProperty().get().result());
        }
        int folds = request.split().folds();
        if (complete && results.size() < folds) {
            startFold();
        } else {
            CrossValidation outcome = new CrossValidation(folds, results);
            end();
            summary.set("Cross-validation, " + outcome.inWords());
            details.set(foldByFold());
        }
    }

    private void show() {
        int folds = request.split().folds();
        String soFar = results.isEmpty() ? ""
                : "; so far test MSE " + new CrossValidation(folds, results).testMse().inWords();
        summary.set("Cross-validation, fold " + (results.size() + 1) + " of " + folds + soFar);
        details.set(foldByFold());
    }

    private String foldByFold() {
        return results.isEmpty() ? "No fold has been finished yet." : IntStream.range(0, results.size())
                .mapToObj(i -> String.format(Locale.ROOT, "Fold %d: test MSE %.4f, RMSE %.4f after epoch %d", i + 1,
                        results.get(i).testMse(), results.get(i).testRmse(), results.get(i).epoch()))
                .collect(Collectors.joining("\n"));
    }

    /** Where cross-validation is or what it gave, as a sentence; empty where the last run was a single one. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** The result of each finished fold, one a line. */
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }
}
