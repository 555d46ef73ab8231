package io.marquee.ui.window;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.catalogue.Downloads;
import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.open.MappingMemory;
import io.marquee.device.Device;
import io.marquee.model.Preset;
import io.marquee.model.TrainedModel;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunScript;
import io.marquee.settings.AppDirectories;
import io.marquee.train.TrainingEvent;
import io.marquee.ui.fake.FakeRecommender;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.Models;
import io.marquee.ui.fake.ScriptedTraining;
import io.marquee.ui.fake.SmallData;
import io.marquee.ui.form.FormField;
import io.marquee.ui.run.RunState;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkbenchTest {

    @TempDir
    Path folder;

    private final Queue<String> historyNotices = new ArrayDeque<>();
    private final ScriptedTraining training = new ScriptedTraining();
    private final List<String> saved = new ArrayList<>();
    private final List<FormField> pointedTo = new ArrayList<>();
    private final HeldTasks tasks = HeldTasks.inLine();
    private Workbench workbench;

    @BeforeEach
    void putTogether() {
        workbench = new Workbench(services(), tasks);
    }

    private Services services() {
        return new Services(WorkbenchTest::open, training,
                () -> List.of(new Device("cpu", "CPU", true, ""), new Device("gpu", "GPU", false, "too new")),
                model -> new FakeRecommender(model.result().epoch()), new ModelStore() {
                    @Override
                    public void save(TrainedModel model, Path file) {
                        saved.add(file.toString());
                    }

                    @Override
                    public TrainedModel load(Path file) throws IOException {
                        if (file.endsWith("broken.marquee")) {
                            throw new IOException("broken.marquee is damaged.");
                        }
                        return Models.ofEpoch(7);
                    }
                }, new RunHistory(folder, historyNotices::add), historyNotices,
                Downloads.of(new AppDirectories(Path.of("no-settings"), Path.of("no-data")), "http://localhost:9/"), MappingMemory.NONE);
    }

    @Test
    void aRunThatACrashCutOffIsOfferedToGoOn() throws Exception {
        try (RunHistory history = new RunHistory(folder, historyNotices::add)) {
            long id = RunScript.recordWith(history, Preset.QUICK_LOOK.hyperparameters(), 3);
            try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                    Statement statement = connection.createStatement()) {
                statement.execute("UPDATE run SET state = 'RUNNING', process = 999999999 WHERE id = " + id);
            }
        }
        workbench.restore(UiSettings.defaults());

        Notice notice = workbench.notices().currentProperty().get();
        assertThat(notice.sentence()).contains("Run 1 on Matinee 100k was interrupted after epoch 3 of 12");
        notice.offer().orElseThrow().action().run();
        assertThat(workbench.notices().currentProperty().get().sentence()).contains("Run 1 has no checkpoint to go on from");
    }

    private static Dataset open(DatasetSpec spec, Progress progress) {
        return SmallData.of(spec.source(), 1000, OptionalInt.empty());
    }

    @Test
    void trainingStartsOnTheChosenDatasetAndDevice() {
        workbench.restore(UiSettings.defaults());
        workbench.train();

        assertThat(training.request().dataset()).isEqualTo(DatasetSpec.of("matinee:100k"));
        assertThat(training.request().device()).isEqualTo("cpu");
        assertThat(workbench.run().stateProperty().get()).isEqualTo(RunState.STARTING);
    }

    @Test
    void trainingPointsToTheFirstFieldWithAnError() {
        workbench.onError(pointedTo::add);
        workbench.restore(UiSettings.defaults());
        workbench.form().field(FormField.EPOCHS).textProperty().set("0");
        workbench.form().field(FormField.SEED).textProperty().set("x");
        workbench.train();

        assertThat(pointedTo).containsExactly(FormField.EPOCHS);
        assertThat(workbench.form().field(FormField.SEED).shownErrorProperty().get()).isNotEmpty();
        assertThat(training.asked()).isEmpty();
    }

    @Test
    void trainingWithoutADatasetSaysWhatToDo() {
        workbench.train();

        assertThat(notice()).startsWith("Choose a dataset first");
        assertThat(training.asked()).isEmpty();
    }

    @Test
    void aDeviceThatCannotBeUsedIsNotChosen() {
        workbench.devices().find("gpu");
        assertThat(workbench.devices().chosenProperty().get().id()).isEqualTo("cpu");

        workbench.devices().choose(workbench.devices().list().get(1));
        assertThat(workbench.devices().chosenProperty().get().id()).isEqualTo("cpu");
    }

    @Test
    void theModelOfEachEpochIsAskedAndCanBeSaved() {
        workbench.modelFiles().save(Path.of("/tmp/none"));
        assertThat(saved).isEmpty();

        trainOneEpoch();
        assertThat(workbench.ask().readyProperty().get()).isTrue();
        workbench.modelFiles().save(Path.of("/tmp/m"));
        workbench.modelFiles().save(Path.of("/tmp/m.zip"));

        assertThat(saved).containsExactly("/tmp/m.marquee", "/tmp/m.zip");
        assertThat(notice()).startsWith("Saved the model of epoch 1");
    }

    @Test
    void aModelCanBeAskedWithoutTraining() {
        workbench.modelFiles().open(Path.of("/tmp/lecture.marquee"));

        assertThat(workbench.ask().modelTextProperty().get()).startsWith("lecture.marquee · epoch 7");
        assertThat(workbench.ask().recommended()).isNotEmpty();
    }

    @Test
    void aDamagedModelIsRefusedWithItsSentence() {
        workbench.modelFiles().open(Path.of("/tmp/broken.marquee"));

        assertThat(notice()).isEqualTo("The model could not be opened. broken.marquee is damaged.");
        assertThat(workbench.ask().readyProperty().get()).isFalse();
    }

    @Test
    void aFailedRunIsANotice() {
        workbench.restore(UiSettings.defaults());
        workbench.train();
        training.send(new TrainingEvent.RunFailed("The loss is no longer a number: lower the learning rate.", 0));
        workbench.poll();

        assertThat(notice()).contains("lower the learning rate");
        workbench.train();
        assertThat(workbench.notices().currentProperty().get()).isNull();
    }

    @Test
    void aRunWhoseProcessWasLostIsANoticeThatSaysSo() {
        workbench.restore(UiSettings.defaults());
        workbench.devices().isolateProperty().set(true);
        workbench.train();
        assertThat(training.request().isolated()).isTrue();
        training.send(new TrainingEvent.RunFailed("The training process was killed.", 2, true));
        workbench.poll();

        assertThat(notice()).isEqualTo("The training process was killed.");
        assertThat(workbench.run().resumable()).isTrue();
        workbench.train();
        assertThat(workbench.run().resumable()).isFalse();
    }

    @Test
    void aNextSessionTakesUpWhereThisOneLeftOff() {
        workbench.restore(UiSettings.defaults());
        workbench.dataset().open(DatasetSpec.of("/data/ml"));
        workbench.form().field(FormField.EPOCHS).textProperty().set("3");
        UiSettings settings = workbench.remember(ThemeChoice.DARK, new UiSettings.Bounds(900, 700, false), false, true);

        Workbench later = new Workbench(services(), tasks);
        later.restore(settings);

        assertThat(later.dataset().choiceProperty().get().spec()).isEqualTo(DatasetSpec.of("/data/ml"));
        assertThat(later.dataset().recent()).hasSize(1);
        assertThat(later.form().values()).isEqualTo(workbench.form().values());
        assertThat(settings.device()).isEqualTo("cpu");
        assertThat(settings.isolate()).isFalse();
    }

    @Test
    void closingEndsTheTraining() {
        workbench.close();

        assertThat(training.asked()).containsExactly("close");
    }

    private void trainOneEpoch() {
        workbench.restore(UiSettings.defaults());
        workbench.train();
        training.sendStarted(4);
        training.sendEpoch(1);
        workbench.poll();
    }

    private String notice() {
        Notice notice = workbench.notices().currentProperty().get();
        return notice == null ? "" : notice.sentence();
    }
}
