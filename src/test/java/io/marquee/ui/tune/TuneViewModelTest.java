package io.marquee.ui.tune;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.model.Hyperparameters;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TrainingRequest;
import io.marquee.tune.Search;
import io.marquee.tune.SearchState;
import io.marquee.tune.Tunable;
import io.marquee.tune.TinySearches;
import io.marquee.tune.Trial;
import io.marquee.ui.fake.HeldTasks;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class TuneViewModelTest {

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<TrainingRequest> used = new ArrayList<>();
    private final List<Long> opened = new ArrayList<>();
    private Optional<TrainingRequest> form = Optional.of(Runs.request(Runs.small(), "cpu").withThreads(1));
    private boolean runActive;
    private RunHistory history;
    private RecordingTrainingService training;
    private TuneViewModel model;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, problems::add);
        training = new RecordingTrainingService(new LocalTrainingService(), history);
        model = model();
    }

    private TuneViewModel model() {
        TuneViewModel made = new TuneViewModel(history, training, HeldTasks.inLine(), (sentence, cause) -> problems.add(sentence),
                new TuneForm(() -> form, () -> form, spec -> TinySearches.data()), () -> runActive);
        made.onDone(told::add);
        made.onUse(used::add);
        made.onOpenRun(opened::add);
        made.enter();
        return made;
    }

    @AfterEach
    void close() {
        model.close();
        training.close();
        history.close();
    }

    private void until(BooleanSupplier condition) throws InterruptedException {
        while (!condition.getAsBoolean()) {
            model.poll();
            assertThat(problems).isEmpty();
            Thread.sleep(2);
        }
    }

    private SpaceRow row(Tunable parameter) {
        return model.plan().rows().get(parameter.ordinal());
    }

    @Test
    void itBeginsWithValuesAroundThoseOfTheForm() {
        assertThat(row(Tunable.LEARNING_RATE).treatmentProperty().get()).isEqualTo(Treatment.LOG_RANGE);
        assertThat(row(Tunable.LEARNING_RATE).fromProperty().get()).isEqualTo("0.001");
        assertThat(row(Tunable.LEARNING_RATE).toProperty().get()).isEqualTo("0.05");
        assertThat(row(Tunable.EMBEDDING_SIZE).choicesProperty().get()).isEqualTo("2, 4, 8, 16");
        assertThat(row(Tunable.BATCH_SIZE).treatmentProperty().get()).isEqualTo(Treatment.FIXED);
        assertThat(row(Tunable.BATCH_SIZE).fixedProperty().get()).isEqualTo("32");
        assertThat(model.planCheck().errorProperty().get()).isEmpty();

        model.apply(SpacePreset.WIDE);
        assertThat(row(Tunable.BATCH_SIZE).treatmentProperty().get()).isEqualTo(Treatment.CHOICES);
        for (Tunable parameter : Tunable.values()) {
            for (Treatment treatment : parameter.numeric() ? Treatment.values() : new Treatment[] {Treatment.CHOICES}) {
                if (parameter != Tunable.L2 || treatment != Treatment.LOG_RANGE) {
                    row(parameter).treatmentProperty().set(treatment);
                    assertThat(row(parameter).errorProperty().get()).as("%s %s", parameter, treatment).isEmpty();
                }
            }
        }
    }

    @Test
    void whatThePlanComesToIsSaidOrWhatIsWrongWithIt() {
        model.plan().kindProperty().set(SearchKind.GRID);
        assertThat(model.planCheck().wordsProperty().get()).startsWith("48 combinations, of 3 epochs each.")
                .contains("a validation part, 10 % of the train part; the test part is measured once");
        model.plan().trialsProperty().set("-4");
        assertThat(model.planCheck().errorProperty().get())
                .isEqualTo("Most trials must be a whole number from 1 to 1,000, or nothing for no limit, not “-4”.");
        model.plan().trialsProperty().set("12");
        assertThat(model.planCheck().wordsProperty().get()).startsWith("12 of 48 combinations");
        model.plan().kindProperty().set(SearchKind.RANDOM);
        assertThat(model.planCheck().wordsProperty().get()).startsWith("At most 12 draws of 3 epochs each, until the time is up.");
        model.plan().kindProperty().set(SearchKind.HALVING);
        assertThat(model.planCheck().errorProperty().get()).contains("need at least 9 epochs, not 3");
        model.plan().rungsProperty().set("2");
        assertThat(model.planCheck().wordsProperty().get()).startsWith("At most 12 trials of 1 epoch; the best 4 go on to 3.");
        model.plan().minutesProperty().set("soon");
        assertThat(model.planCheck().errorProperty().get()).isEqualTo("Minutes must be a number such as 5 or 0.5, not “soon”.");
        row(Tunable.EMBEDDING_SIZE).choicesProperty().set("2, 0");
        assertThat(row(Tunable.EMBEDDING_SIZE).errorProperty().get()).contains("Embedding size must be");
        form = Optional.empty();
        model.enter();
        assertThat(model.planCheck().errorProperty().get()).contains("The form in Train is not complete");
    }

    private void search(int trials, int epochs) {
        Hyperparameters longer = Runs.small().toBuilder().epochs(epochs).build();
        form = Optional.of(Runs.request(longer, "cpu").withThreads(1));
        model.plan().trialsProperty().set(Integer.toString(trials));
        model.start();
    }

    @Test
    void aSearchIsWatchedToItsEndAndTheBestIsUsed() throws Exception {
        search(3, 3);
        assertThat(model.activeProperty().get()).isTrue();
        until(() -> !model.activeProperty().get());

        Search search = model.shownProperty().get();
        assertThat(search.state()).isEqualTo(SearchState.FINISHED);
        assertThat(search.trials()).hasSize(3);
        Trial best = search.best().orElseThrow();
        assertThat(model.statusProperty().get().words()).contains("of 5 min · 3 trials · best ", "(trial " + best.number() + ")");
        assertThat(told).anyMatch(sentence -> sentence.startsWith("Search 1 has ended. Best: trial " + best.number())
                && sentence.contains("measured once, after the choice"));
        assertThat(model.searches()).hasSize(1);

        model.useBest();
        assertThat(used).singleElement().satisfies(request -> {
            assertThat(request.hyperparameters()).isEqualTo(best.settings());
            assertThat(request.split().validationFraction()).isEqualTo(0.1);
        });
        model.openRun(2);
        assertThat(opened).containsExactly(search.trials().get(1).run().orElseThrow());
        assertThat(model.canResume()).as("three trials were all it was to have").isFalse();
    }

    @Test
    void aDeletedSearchIsOfferedBack() throws Exception {
        List<Runnable> offers = new ArrayList<>();
        model.onOffer((sentence, label, action) -> {
            told.add(sentence + " [" + label + "]");
            offers.add(action);
        });
        search(1, 2);
        assertThat(model.canDelete()).as("it is under way").isFalse();
        until(() -> !model.activeProperty().get());
        search(1, 2);
        until(() -> !model.activeProperty().get());

        model.delete();

        assertThat(told).contains("Search 2 is deleted; the runs of its trials stay in Runs. [Undo]");
        assertThat(model.searches()).extracting(Search::id).containsExactly(1L);
        assertThat(model.shownProperty().get().id()).isEqualTo(1);
        assertThat(history.list()).as("runs of both").hasSize(2);

        offers.get(0).run();
        assertThat(model.searches()).extracting(Search::id).containsExactly(2L, 1L);
    }

    @Test
    void itWaitsForARunThatTrainsAndSaysSo() throws Exception {
        runActive = true;
        search(1, 2);
        model.poll();

        assertThat(model.waitingProperty().get()).isEqualTo("A run is training. The search begins when it has ended.");
        assertThat(model.training()).isFalse();
        assertThat(model.shownProperty().get()).isNull();

        runActive = false;
        until(() -> !model.activeProperty().get());
        assertThat(model.waitingProperty().get()).isEmpty();
        assertThat(model.shownProperty().get().trials()).hasSize(1);
    }

    @Test
    void aPausedSearchGoesOnWhereItWas() throws Exception {
        search(2, 400);
        until(() -> model.shownProperty().get() != null && model.shownProperty().get().trials().stream()
                .anyMatch(trial -> trial.epochs() > 0));
        model.togglePause();
        until(() -> !model.activeProperty().get());
        assertThat(model.shownProperty().get().state()).isEqualTo(SearchState.PAUSED);
        assertThat(told).anyMatch(sentence -> sentence.startsWith("Search 1 is paused."));
        assertThat(model.canResume()).isTrue();

        model.togglePause();
        until(() -> model.shownProperty().get().trials().size() == 2);
        model.end();
        until(() -> !model.activeProperty().get());

        assertThat(model.shownProperty().get().state()).isEqualTo(SearchState.FINISHED);
        assertThat(model.shownProperty().get().note()).startsWith("It was ended by hand.");
        assertThat(history.list()).as("one run a trial").hasSize(2);
    }

    @Test
    void aSearchThatACrashCutOffIsListedAndOffered() throws Exception {
        search(2, 400);
        until(() -> model.shownProperty().get() != null && model.shownProperty().get().trials().stream()
                .anyMatch(trial -> trial.epochs() > 0));
        model.close();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE search SET state = 'RUNNING', process = 999999999");
            statement.execute("UPDATE trial SET state = 'RUNNING'");
        }

        model = model();
        List<Runnable> offers = new ArrayList<>();
        List<String> sentences = new ArrayList<>();
        // The room tidies, too, when it is entered; whoever comes first tells.
        assertThat(model.shownProperty().get().state()).isEqualTo(SearchState.INTERRUPTED);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + history.file());
                Statement statement = connection.createStatement()) {
            statement.execute("UPDATE search SET state = 'RUNNING'");
        }
        model.findInterrupted((sentence, label, action) -> {
            sentences.add(sentence);
            offers.add(action);
        });
        assertThat(sentences).containsExactly("Search 1 on tiny was interrupted after 1 trial. It can go on from there.");

        offers.get(0).run();
        until(() -> model.shownProperty().get().trials().size() == 2);
        model.end();
        until(() -> !model.activeProperty().get());
        assertThat(model.shownProperty().get().best().orElseThrow().testMse()).isPositive();
    }

    @Test
    void theFirstFieldThatIsWrongIsPointedTo() {
        List<String> pointedTo = new ArrayList<>();
        model.plan().onPoint(pointedTo::add);
        model.plan().kindProperty().set(SearchKind.HALVING);
        assertThat(model.plan().firstError()).isEmpty();

        model.plan().rungsProperty().set("99999999999");
        assertThat(model.planCheck().errorProperty().get())
                .isEqualTo("Rungs must be a whole number from 2 to 8, not “99999999999”, which is too large.");
        model.start();
        model.plan().minutesProperty().set("0");
        model.start();
        SpaceRow rate = row(Tunable.LEARNING_RATE);
        rate.toProperty().set("99999999999");
        assertThat(rate.errorProperty().get()).endsWith("not “99999999999”, which is too large.");
        model.start();
        rate.fromProperty().set("low");
        model.start();

        assertThat(pointedTo).containsExactly("search-rungs", "search-minutes", "to-learning-rate", "from-learning-rate");
        assertThat(problems).as("each field says what is wrong beside itself").isEmpty();
        assertThat(model.activeProperty().get()).isFalse();
    }

    @Test
    void trialsBecomeLinesFromWorstToBest() throws Exception {
        model.plan().kindProperty().set(SearchKind.RANDOM);
        search(4, 2);
        until(() -> !model.activeProperty().get());
        Search search = model.shownProperty().get();

        var chart = TrialChart.of(search);

        assertThat(chart.axes()).extracting(axis -> axis.title())
                .containsExactly("Learning rate", "Embedding size", "Hidden layers", "Validation MSE");
        assertThat(chart.axes().get(1).ticks()).extracting(tick -> tick.label()).containsExactly("2", "4", "8", "16");
        assertThat(chart.lines()).hasSize(4);
        assertThat(chart.lines().get(3).id()).isEqualTo(search.best().orElseThrow().number());
        assertThat(chart.lines().get(3).share()).isZero();
        assertThat(chart.lines()).allSatisfy(line -> assertThat(line.places()).hasSize(4)
                .allSatisfy(place -> assertThat(place).isBetween(0.0, 1.0)));
    }
}
