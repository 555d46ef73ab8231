package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.marquee.data.Dataset;
import io.marquee.model.EarlyStopping;
import io.marquee.model.Hyperparameters;
import io.marquee.runs.RecordedEpoch;
import io.marquee.runs.RecordedState;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunHistory;
import io.marquee.train.EpochResult;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingEvent;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class SearchRunTest {

    private static final Dataset DATA = TinySearches.data();

    @TempDir
    Path folder;

    private final List<String> notices = Collections.synchronizedList(new ArrayList<>());
    private RunHistory history;
    private RecordingTrainingService training;

    @BeforeEach
    void open() {
        history = new RunHistory(folder, notices::add);
        training = new RecordingTrainingService(new LocalTrainingService(), history);
    }

    @AfterEach
    void close() {
        training.close();
        history.close();
        assertThat(notices).isEmpty();
    }

    @Test
    void aWeekAfterItsDeletionASearchIsGoneForGood() throws Exception {
        finished(TinySearches.plan(new RandomSearch(), Runs.small(), 1, "l2=0"));
        finished(TinySearches.plan(new RandomSearch(), Runs.small(), 1, "l2=0"));
        SearchStore store = new SearchStore(history);
        assertThat(store.delete(1)).isTrue();
        assertThat(store.delete(1)).as("it is deleted already").isFalse();
        assertThat(store.delete(2)).isTrue();
        history.with(open -> {
            try (Statement statement = open.createStatement()) {
                return statement.executeUpdate("UPDATE search SET deleted = deleted - 8 * 86400000 WHERE id = 1");
            }
        });

        store.tidy();

        assertThat(store.list()).isEmpty();
        assertThat(store.restore(1)).isFalse();
        assertThat(store.restore(2)).isTrue();
        assertThat(store.find(2).orElseThrow().trials()).hasSize(1);
        assertThat(history.list()).as("runs stay").hasSize(2);
    }

    private Search finished(SearchPlan plan) throws Exception {
        SearchRun run = SearchRun.begin(plan, history, training, DATA);
        run.await();
        assertThat(run.problem()).isEmpty();
        Search stored = new SearchStore(history).find(run.search().id()).orElseThrow();
        assertThat(stored.trials()).isEqualTo(run.search().trials());
        assertThat(stored.state()).isEqualTo(run.search().state());
        return stored;
    }

    private RunDetails run(Trial trial) throws IOException {
        return history.details(trial.run().orElseThrow()).orElseThrow();
    }

    @Test
    void eachTrialIsARunOfTheHistoryAndOnlyTheBestSeesTheTestPart() throws Exception {
        Search search = finished(TinySearches.plan(new GridSearch(), Runs.small(), 10, "embedding=2,4", "hidden=8,16"));

        assertThat(search.state()).isEqualTo(SearchState.FINISHED);
        assertThat(search.note()).isEqualTo("All trials are done.");
        assertThat(search.trials()).hasSize(4).allMatch(trial -> trial.state() == TrialState.DONE);
        Trial best = search.best().orElseThrow();
        for (Trial trial : search.trials()) {
            RunDetails run = run(trial);
            assertThat(run.summary().name()).isEqualTo("Search 1, trial " + trial.number());
            assertThat(run.summary().state()).isEqualTo(RecordedState.FINISHED);
            assertThat(run.request().orElseThrow().hyperparameters()).isEqualTo(trial.settings());
            EpochResult last = run.epochs().get(run.epochs().size() - 1).result();
            assertThat(trial.validationMse()).isEqualTo(last.validationMse()).isGreaterThanOrEqualTo(best.validationMse());
            assertThat(run.epochs()).allMatch(epoch -> Double.isNaN(epoch.result().testMse()));
            boolean tested = trial.number() == best.number();
            assertThat(Double.isNaN(run.summary().lastTestMse())).isEqualTo(!tested);
            assertThat(Double.isNaN(trial.testMse())).isEqualTo(!tested);
        }
        assertThat(best.testMse()).isEqualTo(run(best).summary().lastTestMse());
    }

    @Test
    void theBestSettingsTrainedByThemselvesGiveTheSameErrors() throws Exception {
        SearchPlan plan = TinySearches.plan(new RandomSearch(), Runs.small(), 4, "learning-rate=0.003..0.1:log");
        Trial best = finished(plan).best().orElseThrow();

        List<TrainingEvent> events = Runs.events(DATA, plan.base().with(best.settingsMeasured()));

        List<EpochResult> epochs = Runs.epochs(events);
        assertThat(epochs.get(epochs.size() - 1).validationMse()).isEqualTo(best.validationMse());
        assertThat(events).anyMatch(event -> event instanceof TrainingEvent.TestMeasured test && test.mse() == best.testMse());
    }

    @Test
    void halvingGoesOnFromCheckpointsToTheErrorsOfUnbrokenRuns() throws Exception {
        SearchPlan plan = TinySearches.plan(new SuccessiveHalving(2, 3), Runs.small().toBuilder().epochs(8).build(), 8,
                "learning-rate=0.003..0.1:log", "embedding=2,4");

        Search search = finished(plan);

        assertThat(search.trials()).hasSize(8);
        assertThat(search.trials()).filteredOn(trial -> trial.epochs() == 2).hasSize(4);
        assertThat(search.trials()).filteredOn(trial -> trial.epochs() == 4).hasSize(2);
        List<Trial> last = search.trials().stream().filter(trial -> trial.epochs() == 8).toList();
        assertThat(last).hasSize(2);
        for (Trial trial : last) {
            List<Double> unbroken = Runs.epochs(Runs.events(DATA, plan.base().with(trial.settings()))).stream()
                    .map(EpochResult::validationMse).toList();
            assertThat(run(trial).epochs().stream().map(RecordedEpoch::result).map(EpochResult::validationMse))
                    .containsExactlyElementsOf(unbroken);
        }
        assertThat(search.best().orElseThrow().epochs()).isEqualTo(8);
        assertThat(history.list()).as("one run a trial").hasSize(8);
    }

    @Test
    void aTrialThatStopsEarlyCountsWithItsBestEpoch() throws Exception {
        Hyperparameters base = Runs.small().toBuilder().epochs(40).learningRate(0.05)
                .earlyStopping(Optional.of(new EarlyStopping(2, 0))).build();

        Search search = finished(TinySearches.plan(new GridSearch(), base, 2, "embedding=4,8"));

        assertThat(search.trials()).allSatisfy(trial -> {
            assertThat(trial.state()).isEqualTo(TrialState.DONE);
            assertThat(trial.epochs()).isLessThan(40);
            assertThat(trial.validationMse()).isEqualTo(run(trial).epochs().stream()
                    .mapToDouble(epoch -> epoch.result().validationMse()).min().orElseThrow());
        });
        assertThat(search.best().orElseThrow().testMse()).isPositive();
    }

    @Test
    void withoutEarlyStoppingTheResultNamesATrialThatWasBetterEarlier() throws Exception {
        Hyperparameters base = Runs.small().toBuilder().epochs(40).learningRate(0.05).build();

        Search search = finished(TinySearches.plan(new GridSearch(), base, 2, "embedding=4,8"));

        Trial earlier = search.trials().stream().min(Comparator.comparingDouble(Trial::lowestMse)).orElseThrow();
        assertThat(earlier.lowestMse()).isLessThan(search.best().orElseThrow().validationMse());
        assertThat(search.betterEarlier()).startsWith(
                String.format("Trial %d had a validation MSE of %.4f in an earlier epoch", earlier.number(), earlier.lowestMse()));
        assertThat(new SearchStore(history).find(1).orElseThrow().trials()).isEqualTo(search.trials());
    }

    @Test
    void aTrialThatFailsDoesNotEndTheSearch() throws Exception {
        Search search = finished(TinySearches.plan(new GridSearch(), Runs.small(), 2, "batch=32,100000"));

        assertThat(search.trials()).extracting(Trial::state)
                .containsExactlyInAnyOrder(TrialState.DONE, TrialState.FAILED);
        assertThat(search.trials()).anySatisfy(trial -> assertThat(trial.failure())
                .contains("A batch of 100000 ratings is larger than the train part"));
        assertThat(search.best().orElseThrow().settings().batchSize()).isEqualTo(32);
    }

    @Test
    void whenItsTimeIsUpTheTrialInProgressIsCutAndTheBestOfTheOthersMeasured() throws Exception {
        AtomicLong clock = new AtomicLong();
        SearchPlan plan = TinySearches.plan(new GridSearch(), Runs.small(), 2, "epochs=2,10000");
        for (long seed = 0; !(plan.next(List.of(), 0) instanceof Step.Begin first && first.settings().epochs() == 2); seed++) {
            plan = new SearchPlan(plan.base(), plan.space(), plan.strategy(), seed, plan.minutes(), 2);
        }
        SearchRun run = SearchRun.begin(plan, history, training, DATA, clock::get);
        while (run.search().trials().size() < 2 || run.search().trial(2).epochs() < 1) {
            Thread.sleep(5);
        }
        clock.set(31 * 60_000_000_000L);
        run.await();

        Search search = run.search();
        assertThat(search.note()).isEqualTo("Its time is up.");
        assertThat(search.trials()).extracting(Trial::state).containsExactly(TrialState.DONE, TrialState.CUT);
        assertThat(search.best().orElseThrow().number()).isEqualTo(1);
        assertThat(search.best().orElseThrow().testMse()).isPositive();
        assertThat(search.hasMore()).isTrue();
    }

    @Test
    void aPausedSearchGoesOnAsIfItHadNotBeenPaused() throws Exception {
        SearchPlan plan = TinySearches.plan(new RandomSearch(), Runs.small().toBuilder().epochs(60).build(), 3,
                "learning-rate=0.003..0.1:log");
        Search unbroken = finished(plan);

        SearchRun first = SearchRun.begin(plan, history, training, DATA);
        while (first.search().trials().size() < 2 || first.search().trial(2).epochs() < 1) {
            Thread.sleep(2);
        }
        first.pause();
        first.await();
        Search paused = new SearchStore(history).find(first.search().id()).orElseThrow();
        assertThat(paused.state()).isEqualTo(SearchState.PAUSED);
        assertThat(paused.resumable()).isTrue();
        SearchRun second = SearchRun.resume(paused, history, training, DATA);
        assertThatThrownBy(() -> SearchRun.resume(paused, history, training, DATA)).hasMessageContaining("under way already");
        second.await();

        assertThat(second.search().state()).isEqualTo(SearchState.FINISHED);
        assertThat(second.search().trials()).extracting(Trial::settings, Trial::validationMse, Trial::testMse)
                .containsExactlyElementsOf(unbroken.trials().stream().map(trial -> tuple(
                        trial.settings(), trial.validationMse(), trial.testMse())).toList());
        assertThat(history.list()).hasSize(6);
    }

    @Test
    void endedByHandItMeasuresTheBestSoFar() throws Exception {
        SearchRun run = SearchRun.begin(TinySearches.plan(new RandomSearch(), Runs.small(), 1000,
                "learning-rate=0.003..0.1:log"), history, training, DATA);
        while (run.search().trials().size() < 3) {
            Thread.sleep(2);
        }
        run.end();
        run.await();

        assertThat(run.search().note()).isEqualTo("It was ended by hand.");
        assertThat(run.search().best().orElseThrow().testMse()).isPositive();
        assertThat(run.model()).isPresent();
    }

    @Test
    void otherRatingsAreRefused() throws Exception {
        SearchRun run = SearchRun.begin(TinySearches.plan(new GridSearch(), Runs.small(), 1, "embedding=2,4"), history, training,
                DATA);
        run.await();

        assertThatThrownBy(() -> SearchRun.resume(run.search(), history, training, TinyData.twoTastes(10, 10, 2)))
                .hasMessageContaining("The ratings are not those of Search 1");
    }

    @Test
    void checkpointsThatASearchNeedsOutliveManyOtherRuns() throws Exception {
        SearchRun run = SearchRun.begin(TinySearches.plan(new SuccessiveHalving(2, 2),
                Runs.small().toBuilder().epochs(2).build(), 50, "learning-rate=0.003..0.1:log"), history, training, DATA);
        while (run.search().trials().size() < 40) {
            Thread.sleep(2);
        }
        history.tidy();
        run.await();

        assertThat(run.search().note()).isEqualTo("All trials are done.");
        assertThat(run.search().trials()).filteredOn(trial -> trial.epochs() == 2).hasSize(25)
                .allMatch(trial -> trial.state() == TrialState.DONE);
        assertThat(history.list()).hasSize(50);
    }
}
