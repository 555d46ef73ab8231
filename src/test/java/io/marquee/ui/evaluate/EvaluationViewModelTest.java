package io.marquee.ui.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.evaluate.baseline.BaselineKind;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingService;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.run.RunState;
import io.marquee.ui.run.RunViewModel;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class EvaluationViewModelTest {

    private final Dataset dataset = TinyData.twoTastes(60, 40, 2);
    private final HeldTasks tasks = HeldTasks.held();
    private final List<String> problems = new ArrayList<>();

    private RunViewModel run(TrainingService service) {
        return new RunViewModel(service, System::nanoTime);
    }

    private EvaluationViewModel model(RunViewModel run) {
        return new EvaluationViewModel(run, tasks, (sentence, cause) -> problems.add(sentence));
    }

    private static TrainingRequest request() {
        return new TrainingRequest(DatasetSpec.of("tiny"), new SplitSpec(0.2, 3), Runs.small(), LocalDevices.CPU);
    }

    private static void pollUntil(Runnable poll, BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            Thread.sleep(5);
            poll.run();
        }
    }

    @Test
    void aFinishedRunIsMeasuredAndComparedWithBaselines() throws InterruptedException {
        try (LocalTrainingService service = new LocalTrainingService()) {
            RunViewModel run = run(service);
            EvaluationViewModel model = model(run);
            assertThat(model.messageProperty().get()).contains("After a run");

            run.start(request(), dataset);
            assertThat(model.messageProperty().get()).contains("when the run is over");
            pollUntil(run::poll, () -> run.stateProperty().get() == RunState.FINISHED);
            assertThat(model.messageProperty().get()).contains("Measuring");
            tasks.finishAll();

            assertThat(model.messageProperty().get()).isEmpty();
            assertThat(model.evaluationProperty().get().errors().overall().mse())
                    .isEqualTo(run.modelProperty().get().result().testMse());
            assertThat(model.evaluationProperty().get().ranking()).isPresent();
            pollUntil(model::poll, () -> model.baselinesProperty().get().size() == BaselineKind.values().length);
            assertThat(model.baselinesProperty().get()).extracting(BaselineResult::kind)
                    .containsExactly(BaselineKind.values());
            assertThat(problems).isEmpty();
            model.close();
        }
    }

    @Test
    void aNewRunMakesTheOldEvaluationVoid() {
        ScriptedTraining training = new ScriptedTraining();
        RunViewModel run = run(training);
        EvaluationViewModel model = model(run);
        run.start(request(), dataset);
        training.sendStarted(4);
        training.sendEpoch(1);
        training.send(new TrainingEvent.RunFinished(false, 1, 2));
        run.poll();
        assertThat(model.messageProperty().get()).contains("Measuring");

        run.start(request(), dataset);
        tasks.finishAll();

        assertThat(model.evaluationProperty().get()).isNull();
        assertThat(model.messageProperty().get()).contains("when the run is over");
        assertThat(problems).isEmpty();
        model.close();
    }

    @Test
    void aRunThatEndsBeforeItsFirstEpochHasNothingToMeasure() {
        ScriptedTraining training = new ScriptedTraining();
        RunViewModel run = run(training);
        EvaluationViewModel model = model(run);
        run.start(request(), dataset);
        training.sendStarted(4);
        training.send(new TrainingEvent.RunFailed("The loss is no longer a number.", 0));
        run.poll();

        assertThat(model.messageProperty().get()).contains("no model to measure");
        model.close();
    }
}
