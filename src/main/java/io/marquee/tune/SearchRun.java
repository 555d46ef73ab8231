package io.marquee.tune;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import io.marquee.runs.RecordedRun;
import io.marquee.runs.RunDetails;
import io.marquee.runs.RunHistory;
import io.marquee.runs.RunHistoryException;
import io.marquee.train.SearchTrial;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A search under way, on a thread of its own: trains one trial after the other through a training service, so that each is a
 * run of the history, and writes down after each epoch where it is. A process that is killed at any moment leaves a search
 * that goes on later: finished trials stay, the one in progress goes on from its checkpoint.
 */
public final class SearchRun {

    private static final Logger LOG = LoggerFactory.getLogger(SearchRun.class);
    private static final int LOOK_MILLIS = 50;
    private static final int SECONDS_A_MINUTE = 60;

    private final SearchStore store;
    private final RunHistory history;
    private final TrainingService training;
    private final Dataset dataset;
    private final LongSupplier nanoTime;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final long start;
    private final double secondsBefore;
    private volatile Search search;
    private volatile Live live = Live.NONE;
    private volatile Wish wish = Wish.GO_ON;
    private volatile String problem = "";
    private volatile TrainedModel model;

    private enum Wish {
        GO_ON,
        PAUSE,
        END
    }

    /**
     * The trial that trains now.
     *
     * @param trial its number; 0 where none does
     * @param fraction share of its epochs that is done, from 0 to 1
     */
    public record Live(int trial, double fraction) {
        /** No trial trains. */
        public static final Live NONE = new Live(0, 0);
    }

    private SearchRun(Search search, RunHistory history, TrainingService training, Dataset dataset, LongSupplier nanoTime) {
        this.search = search;
        this.history = history;
        this.store = new SearchStore(history);
        this.training = training;
        this.dataset = dataset;
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
        this.secondsBefore = search.seconds();
    }

    /**
     * Begins a search.
     *
     * @param training trains, and records what it trains in {@code history}
     * @param dataset the opened dataset that the plan names
     * @throws RunHistoryException if the search cannot be written down
     */
    public static SearchRun begin(SearchPlan plan, RunHistory history, TrainingService training, Dataset dataset)
            throws RunHistoryException {
        return begin(plan, history, training, dataset, System::nanoTime);
    }

    static SearchRun begin(SearchPlan plan, RunHistory history, TrainingService training, Dataset dataset,
            LongSupplier nanoTime) throws RunHistoryException {
        Search search = new SearchStore(history).begin(plan, dataset.name(), fingerprint(dataset));
        return new SearchRun(search, history, training, dataset, nanoTime).started();
    }

    /**
     * Goes on with a search that was paused or broken off, or has ended and got more time or trials.
     *
     * @param search what is to go on, with the plan it is to have now
     * @throws RunHistoryException with a sentence if it runs already, or was on other ratings
     */
    public static SearchRun resume(Search search, RunHistory history, TrainingService training, Dataset dataset)
            throws RunHistoryException {
        if (!search.fingerprint().equals(fingerprint(dataset))) {
            throw new RunHistoryException("The ratings are not those of " + search.title() + ": their hash is "
                    + fingerprint(dataset) + ", not " + search.fingerprint() + ". Open the same data, or begin a new search.", null);
        }
        if (!new SearchStore(history).claim(search)) {
            throw new RunHistoryException(search.title() + " is under way already.", null);
        }
        return new SearchRun(search.in(SearchState.RUNNING, ""), history, training, dataset, System::nanoTime).started();
    }

    private static String fingerprint(Dataset dataset) {
        return String.format("%016x", dataset.ratings().fingerprint());
    }

    private SearchRun started() {
        Thread thread = new Thread(this::run, "marquee-search");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** The search as it is now. */
    public Search search() {
        return search;
    }

    /** Which trial trains now. */
    public Live live() {
        return live;
    }

    /** How long the search has run, in seconds, pauses excluded. */
    public double seconds() {
        return over() ? search.seconds() : secondsNow();
    }

    private double secondsNow() {
        return secondsBefore + (nanoTime.getAsLong() - start) / 1e9;
    }

    /** Whether it no longer runs: it is paused, has ended, or could not go on. */
    public boolean over() {
        return ended.getCount() == 0;
    }

    /** Why it could not go on, as a sentence; empty where it could. */
    public String problem() {
        return problem;
    }

    /** The model of the best trial, once the test part was measured with it. */
    public Optional<TrainedModel> model() {
        return Optional.ofNullable(model);
    }

    /** Pauses within a second; the search can be resumed, by this process or another. Of the trial in progress the epoch is lost. */
    public void pause() {
        wish = Wish.PAUSE;
    }

    /** Ends the search within a second as if its time were up: the test part is measured for the best. */
    public void end() {
        if (wish == Wish.GO_ON) {
            wish = Wish.END;
        }
    }

    /** Waits until it no longer runs. */
    public void await() throws InterruptedException {
        ended.await();
    }

    /** Waits so long at most. */
    public void await(long timeout, TimeUnit unit) throws InterruptedException {
        ended.await(timeout, unit);
    }

    private void run() {
        try {
            while (step()) {
                LOG.debug("{} has {} trials", search.title(), search.trials().size());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problem = search.title() + " was broken off; it can be resumed.";
        } catch (IOException | RuntimeException e) {
            LOG.error("{} cannot go on", search.title(), e);
            problem = search.title() + " cannot go on: " + e.getMessage();
            leave(problem);
        } finally {
            live = Live.NONE;
            ended.countDown();
        }
    }

    /** Whatever went wrong, the search is there to be resumed. */
    private void leave(String sentence) {
        try {
            close(SearchState.PAUSED, sentence);
        } catch (RunHistoryException e) {
            LOG.warn("{} cannot be written down; it counts as interrupted once this process has ended", search.title(), e);
        }
    }

    /** Whether there is more to do. */
    private boolean step() throws IOException, InterruptedException {
        if (wish == Wish.PAUSE) {
            close(SearchState.PAUSED, "");
            return false;
        }
        Optional<String> ending = ending();
        if (ending.isPresent()) {
            finish(ending.get());
            return false;
        }
        Step next = search.plan().next(search.trials(), secondsNow());
        if (next instanceof Step.Begin begin) {
            train(Trial.begin(search.trials().size() + 1, begin.settings()));
        } else if (next instanceof Step.GoOn again) {
            train(again.trial().in(TrialState.RUNNING));
        } else if (next instanceof Step.Promote promotion) {
            promote(promotion);
        } else {
            finish("All trials are done.");
            return false;
        }
        return true;
    }

    private Optional<String> ending() {
        if (wish == Wish.END) {
            return Optional.of("It was ended by hand.");
        }
        return outOfTime() ? Optional.of("Its time is up.") : Optional.empty();
    }

    private boolean outOfTime() {
        return secondsNow() >= SECONDS_A_MINUTE * search.plan().minutes();
    }

    private void promote(Step.Promote promotion) throws RunHistoryException {
        Search now = search;
        for (Trial trial : search.trials()) {
            if (promotion.on().contains(trial.number())) {
                now = now.with(trial.promoted());
            } else if (promotion.dropped().contains(trial.number())) {
                now = now.with(trial.in(TrialState.DROPPED));
            }
        }
        search = now.after(secondsNow());
        store.saveAll(search);
    }

    private void train(Trial begun) throws IOException, InterruptedException {
        put(begun);
        int target = search.plan().epochsOf(begun);
        TrainingRequest request = request(begun).forTrial(new SearchTrial(search.id(), begun.number(), target));
        TrialWatch watch = new TrialWatch(target, begun.settings().earlyStopping().isPresent());
        long since = nanoTime.getAsLong();
        TrainingRun run = training.start(request, dataset, watch);
        live = new Live(begun.number(), 0);
        int epochs = 0;
        while (!watch.awaitEnd(LOOK_MILLIS)) {
            if (ending().isPresent() || wish == Wish.PAUSE) {
                run.stop();
            }
            live = new Live(begun.number(), watch.fraction());
            if (watch.epochs() > epochs) {
                epochs = watch.epochs();
                put(measured(begun, watch, run, since));
            }
        }
        run.await();
        live = Live.NONE;
        conclude(measured(begun, watch, run, since), watch);
    }

    private Trial measured(Trial begun, TrialWatch watch, TrainingRun run, long since) {
        OptionalLong recorded = run instanceof RecordedRun known ? known.id() : OptionalLong.empty();
        return watch.epochs() == 0
                ? begun.after(begun.epochs(), begun.validationMse(), begun.lowestMse(), spent(begun, since), recorded)
                : begun.after(watch.epochs(), watch.validationMse(), watch.lowestMse(), spent(begun, since), recorded);
    }

    private double spent(Trial begun, long since) {
        return begun.seconds() + (nanoTime.getAsLong() - since) / 1e9;
    }

    private void conclude(Trial trial, TrialWatch watch) throws RunHistoryException {
        Optional<TrainingEvent.RunFailed> failed = watch.failed();
        if (failed.isPresent() && failed.get().interrupted()) {
            // Nothing is wrong with the settings: whoever resumes the search gives the trial another chance.
            problem = failed.get().message();
            wish = Wish.PAUSE;
            put(trial.in(TrialState.PAUSED));
        } else if (failed.isPresent()) {
            put(trial.failed(failed.get().message()));
        } else if (watch.arrived()) {
            put(trial.in(TrialState.DONE));
        } else if (ending().isPresent() && wish != Wish.PAUSE) {
            put(trial.in(TrialState.CUT));
        } else {
            // Paused, or stopped by somebody else, such as a program that closes.
            wish = Wish.PAUSE;
            put(trial.in(TrialState.PAUSED));
        }
        if (search.best().filter(best -> best.number() == trial.number()).isPresent()) {
            // The one that was best until now may let its checkpoints go.
            store.saveAll(search);
        }
    }

    /** What to ask for: a run that goes on from its checkpoint where it left one, otherwise a new one. */
    private TrainingRequest request(Trial trial) throws IOException {
        TrainingRequest anew = search.plan().base().with(trial.settings());
        if (trial.run().isEmpty()) {
            return anew;
        }
        Optional<RunDetails> details = history.details(trial.run().getAsLong());
        if (details.isEmpty()) {
            return anew;
        }
        try {
            return history.resuming(details.get());
        } catch (RunHistoryException e) {
            LOG.info("{} begins anew: {}", new SearchTrial(search.id(), trial.number(), 1).title(), e.getMessage());
            history.delete(List.of(trial.run().getAsLong()));
            return anew;
        }
    }

    private void put(Trial trial) throws RunHistoryException {
        search = search.with(trial).after(secondsNow());
        store.save(search, trial);
    }

    private void close(SearchState state, String note) throws RunHistoryException {
        search = search.in(state, note).after(secondsNow());
        store.saveAll(search);
    }

    /** Measures the test part once, with the model of the best trial. */
    private void finish(String reason) throws IOException, InterruptedException {
        Optional<Trial> best = search.best();
        String note = reason;
        if (best.isEmpty()) {
            note += " No trial came far enough to be compared" + (search.trials().isEmpty() ? "." : "; with more minutes it goes on.");
        } else {
            Optional<String> obstacle = measure(best.get());
            note += obstacle.map(why -> " The test part was not measured: " + why).orElse("");
        }
        close(SearchState.FINISHED, note);
    }

    /** Returns what kept the test part from being measured, if anything did. */
    private Optional<String> measure(Trial best) throws IOException, InterruptedException {
        Optional<RunDetails> details = best.run().isPresent() ? history.details(best.run().getAsLong()) : Optional.empty();
        if (details.isEmpty()) {
            return Optional.of("the run of trial " + best.number() + " is not in the history.");
        }
        TrainingRequest request;
        try {
            request = history.resuming(details.get());
        } catch (RunHistoryException e) {
            LOG.warn("The best trial of {} cannot be measured", search.title(), e);
            return Optional.of(e.getMessage());
        }
        int epochs = new CheckpointFolder(request.checkpoints().orElseThrow().folder()).run().epoch();
        TrialWatch watch = new TrialWatch(epochs, false);
        TrainingRun run = training.start(request.withEpochs(epochs), dataset, watch);
        run.await();
        if (watch.failed().isPresent()) {
            return Optional.of(watch.failed().get().message());
        }
        model = run.model().orElse(null);
        put(best.tested(watch.testMse()));
        return Optional.empty();
    }
}
