package io.marquee.ui.runs;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.chart.PlotColours;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import io.marquee.runs.CurveAxis;
import io.marquee.runs.CurveMeasure;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunScript;
import io.marquee.runs.SettingDifference;
import io.marquee.ui.fake.HeldTasks;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunsViewModelTest {

    private static final Hyperparameters QUICK = Preset.QUICK_LOOK.hyperparameters();

    @TempDir
    Path folder;

    private final List<String> problems = new ArrayList<>();
    private final List<String> done = new ArrayList<>();
    private RunHistory history;
    private RunsViewModel model;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, problems::add);
        model = new RunsViewModel(history, HeldTasks.inLine(), (sentence, cause) -> problems.add(sentence));
        model.onDone(done::add);
    }

    @AfterEach
    void close() {
        history.close();
    }

    private long record(Hyperparameters hyperparameters, int epochs) {
        return RunScript.recordWith(history, hyperparameters, epochs);
    }

    private RunRow row(long id) {
        return model.list().row(id);
    }

    @Test
    void runsAreListedTheNewestFirstAndFollowTheHistory() throws IOException {
        long first = record(QUICK, 1);
        model.setShown(true);
        assertThat(model.loadedProperty().get()).isTrue();
        RunRow before = row(first);

        long second = record(QUICK, 2);
        history.rename(first, "Wide");
        model.look();

        assertThat(model.list().all()).extracting(RunRow::id).containsExactly(second, first);
        assertThat(row(first)).isSameAs(before);
        assertThat(before.summary().name()).isEqualTo("Wide");
    }

    @Test
    void searchLooksForAllWordsInNamesSettingsAndNotes() throws IOException {
        long wide = record(QUICK.toBuilder().hiddenLayers(List.of(999)).build(), 1);
        long noted = record(QUICK, 1);
        history.note(noted, "Overfits badly");
        history.star(noted, true);
        model.setShown(true);

        model.searchProperty().set("matinee 999");
        assertThat(model.list().found()).extracting(RunRow::id).containsExactly(wide);
        model.searchProperty().set("OVERFITS");
        assertThat(model.list().found()).extracting(RunRow::id).containsExactly(noted);
        model.searchProperty().set("");
        model.starredOnlyProperty().set(true);
        assertThat(model.list().found()).extracting(RunRow::id).containsExactly(noted);
    }

    @Test
    void selectedRunsAreLaidOverEachOtherWithWhatDiffers() {
        long first = record(QUICK, 2);
        long second = record(QUICK.toBuilder().learningRate(0.01).build(), 3);
        model.setShown(true);

        model.select(List.of(row(first), row(second)));

        ComparedRuns compared = model.comparedProperty().get();
        assertThat(compared.differences()).containsExactly(
                new SettingDifference("Learning rate", List.of("0.002", "0.01")));
        assertThat(compared.obstacles()).isEmpty();
        assertThat(compared.plot(CurveMeasure.TEST, CurveAxis.EPOCH, PlotColours.LIGHT).lines())
                .extracting(line -> line.owner() + ": " + line.values().size())
                .containsExactly(first + ": 2", second + ": 3");
        assertThat(compared.plot(CurveMeasure.BATCH_LOSS, CurveAxis.BATCH, PlotColours.LIGHT).lines())
                .extracting(line -> line.values().size()).containsExactly(80, 80, 120, 120);
        assertThat(model.chosenProperty().get()).isEqualTo(second);
    }

    @Test
    void smoothingIsTheSameByAnyAxis() {
        long id = record(QUICK, 2);
        model.setShown(true);
        model.select(List.of(row(id)));
        model.smoothingProperty().set(8);

        ComparedRuns compared = model.comparedProperty().get();
        float byBatch = compared.plot(CurveMeasure.BATCH_LOSS, CurveAxis.BATCH, PlotColours.LIGHT).lines().get(1).values().value(50);
        float byTime = compared.plot(CurveMeasure.BATCH_LOSS, CurveAxis.SECONDS, PlotColours.LIGHT).lines().get(1).values().value(50);
        assertThat(byBatch).isEqualTo(byTime).isNotEqualTo(RunScript.loss(51));
        model.smoothingProperty().set(1);
        assertThat(model.comparedProperty().get().plot(CurveMeasure.BATCH_LOSS, CurveAxis.BATCH, PlotColours.LIGHT).lines())
                .hasSize(1).allSatisfy(line -> assertThat(line.values().value(50)).isEqualTo(RunScript.loss(51)));
    }

    @Test
    void otherProtocolsGetOtherLettersAndAreNotRankedTogether() {
        long first = record(QUICK, 1);
        long second = record(QUICK.toBuilder().seed(9).build(), 1);
        model.setShown(true);
        model.select(List.of(row(first), row(second)));

        assertThat(row(first).protocol()).isEqualTo("A");
        assertThat(row(second).protocol()).isEqualTo("B");
        assertThat(model.comparedProperty().get().obstacles()).isEqualTo("seed");
        assertThat(new RankedError("A", 0.9)).isLessThan(new RankedError("B", 0.1));
        assertThat(new RankedError("B", 0.9)).isLessThan(new RankedError("AA", 0.1));
        assertThat(new RankedError("A", 0.9)).isGreaterThan(new RankedError("A", 0.1));
        assertThat(new RankedError("A", Double.NaN)).isGreaterThan(new RankedError("A", 0.1));
    }

    @Test
    void aDeletedRunComesBackToItsPlace() {
        long first = record(QUICK, 1);
        long second = record(QUICK, 1);
        long third = record(QUICK, 1);
        model.setShown(true);

        model.delete(List.of(row(second)));
        assertThat(model.list().all()).extracting(RunRow::id).containsExactly(third, first);
        assertThat(model.deleted()).containsExactly(second);

        model.undoDelete();
        assertThat(model.list().all()).extracting(RunRow::id).containsExactly(third, second, first);
        assertThat(model.deleted()).isEmpty();
    }

    @Test
    void aRunIsRenamedStarredColouredAndAnnotated() {
        long id = record(QUICK, 1);
        model.setShown(true);

        model.rename(row(id), "  Wide ");
        model.toggleStar(List.of(row(id)));
        model.colour(row(id), 3);
        model.note(row(id), "Good");

        assertThat(row(id).summary()).satisfies(run -> {
            assertThat(run.name()).isEqualTo("Wide");
            assertThat(run.starred()).isTrue();
            assertThat(run.colour()).isEqualTo(3);
            assertThat(run.notes()).isEqualTo("Good");
        });
        model.rename(row(id), "   ");
        assertThat(row(id).summary().name()).isEqualTo("Wide");
    }

    @Test
    void settingsAreHandedToTheForm() {
        List<RunDetails> used = new ArrayList<>();
        model.onDuplicate(used::add);
        long id = record(QUICK.toBuilder().learningRate(0.01).build(), 1);
        model.setShown(true);

        model.duplicate(row(id));

        assertThat(used.get(0).request().orElseThrow().hyperparameters().learningRate()).isEqualTo(0.01);
    }

    @Test
    void pointsAndReportsAreWritten() {
        long id = record(QUICK, 1);
        model.setShown(true);

        model.export(List.of(row(id)), folder.resolve("points.csv"));
        model.export(List.of(row(id)), folder.resolve("points.json"));
        model.report(row(id), folder.resolve("report.html"));

        assertThat(folder.resolve("points.csv")).content().startsWith("run,name,series").hasLineCount(1 + 40 + 2);
        assertThat(folder.resolve("points.json")).content().contains("batchLosses");
        assertThat(folder.resolve("report.html")).content().contains("<svg");
        assertThat(done).hasSize(3);
        model.export(List.of(row(id)), folder.resolve("none/points.csv"));
        assertThat(problems).hasSize(1);
        assertThat(RunsViewModel.asTable(List.of(row(id)))).contains("Run 1\tFinished\tMatinee 100k");
    }
}
