package io.marquee.ui.evaluate;

import io.marquee.data.Dataset;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.baseline.BaselineRun;
import io.marquee.evaluate.ranking.RankingTask;
import io.marquee.model.TrainedModel;
import io.marquee.train.TrainingRequest;
import io.marquee.ui.run.RunState;
import io.marquee.ui.run.RunViewModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/**
 * Has baselines measured beside each run, and the model once the run is over. A new run makes what belongs to the one
 * before void. Baselines reach the properties in {@link #poll}, which the window calls some times a second.
 */
public final class EvaluationViewModel {

    private static final String BEFORE = "After a run, this shows where the model is wrong and how well it ranks the catalogue.";
    private static final String WHILE_TRAINING = "The model is measured when the run is over.";
    private static final String MEASURING = "Measuring the model…";
    private static final String NOTHING = "The run ended before its first epoch: there is no model to measure.";

    private final RunViewModel run;
    private final NewestOnly tasks;
    private final ProblemSink problems;
    private final ReadOnlyObjectWrapper<List<BaselineResult>> baselines = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ModelEvaluation> evaluation = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(BEFORE);

    private BaselineRun baselineRun;
    private AtomicBoolean wanted = new AtomicBoolean();

    public EvaluationViewModel(RunViewModel run, BackgroundTasks tasks, ProblemSink problems) {
        this.run = run;
        this.tasks = new NewestOnly(tasks);
        this.problems = problems;
        run.stateProperty().addListener((property, before, now) -> runChanged(now));
    }

    private void runChanged(RunState state) {
        if (state == RunState.STARTING) {
            begin();
        } else if (!state.active()) {
            end();
        }
    }

    private void begin() {
        forget();
        baselines.set(List.of());
        evaluation.set(null);
        message.set(WHILE_TRAINING);
        TrainingRequest request = run.request();
        Dataset dataset = run.dataset();
        baselineRun = BaselineRun.beside(() -> dataset.split(request.split()), request.hyperparameters().seed());
    }

    private void end() {
        if (baselineRun != null) {
            baselineRun.fullSpeed();
        }
        if (run.epochs().isEmpty()) {
            message.set(NOTHING);
        } else {
            measure(run.modelProperty().get(), run.dataset(), run.request());
        }
    }

    private void measure(TrainedModel model, Dataset dataset, TrainingRequest request) {
        AtomicBoolean goOn = new AtomicBoolean(true);
        wanted = goOn;
        message.set(MEASURING);
        tasks.run(
                () -> ModelEvaluation.onTest(model, dataset.split(request.split()), RankingTask.USERS,
                        request.hyperparameters().seed(), goOn::get).orElseThrow(CancellationException::new),
                measured -> {
                    evaluation.set(measured);
                    message.set("");
                },
                failure -> {
                    message.set("The model could not be measured.");
                    problems.report("The model could not be measured.", failure);
                });
    }

    private void forget() {
        if (baselineRun != null) {
            baselineRun.close();
            baselineRun = null;
        }
        wanted.set(false);
        tasks.forget();
    }

    /** Looks whether another baseline has been measured. */
    public void poll() {
        if (baselineRun == null) {
            return;
        }
        List<BaselineResult> now = baselineRun.results();
        if (now.size() != baselines.get().size()) {
            baselines.set(now);
        }
        baselineRun.failure().ifPresent(sentence -> {
            problems.report(sentence, null);
            baselineRun = null;
        });
    }

    /** Ends all work. */
    public void close() {
        forget();
    }

    /** What simple models reach on the test part of the run, as far as it is known. */
    public ReadOnlyObjectProperty<List<BaselineResult>> baselinesProperty() {
        return baselines.getReadOnlyProperty();
    }

    /** What was measured of the run's model; null before. */
    public ReadOnlyObjectProperty<ModelEvaluation> evaluationProperty() {
        return evaluation.getReadOnlyProperty();
    }

    /** Why there is no evaluation; empty where there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
