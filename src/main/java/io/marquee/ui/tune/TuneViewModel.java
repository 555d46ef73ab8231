package io.marquee.ui.tune;

import io.marquee.runs.RunHistory;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingService;
import io.marquee.tune.Search;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchRun;
import io.marquee.tune.SearchState;
import io.marquee.tune.SearchStore;
import io.marquee.tune.Trial;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;

/**
 * Searches for hyperparameters as the window shows them: what to search, the search under way, and earlier ones. One thing
 * trains at a time: a search that is started while a run trains waits for its end, and runs started while a search trains wait
 * in the queue.
 */
public final class TuneViewModel {

    private static final int SECONDS_TO_CLOSE = 5;
    private static final String RESUME = "Resume";

    /** Numbers that change five times a second cannot be read, and each change has the window laid out anew. */
    private static final int POLLS_PER_STATUS = 3;
    private static final int POLLS_PER_LOOK = 10;

    private final RunHistory history;
    private final TrainingService training;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final TuneForm form;
    private final BooleanSupplier runActive;
    private final PlanForm plan = new PlanForm(this::checkPlan);
    private final SearchList searches;
    private final ObjectProperty<Search> shown = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<SearchStatus> status = new ReadOnlyObjectWrapper<>(SearchStatus.NONE);
    private final ReadOnlyStringWrapper activity = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper waiting = new ReadOnlyStringWrapper("");
    private final PlanCheck planCheck;

    private Consumer<String> onDone = sentence -> {};
    private Consumer<TrainingRequest> onUse = request -> {};
    private LongConsumer onOpenRun = run -> {};
    private Offer onOffer = (sentence, label, action) -> {};
    private Callable<SearchRun> pending;
    private SearchRun run;
    private Search seen;
    private boolean begun;
    private int polls;

    /** @param runActive whether a run that is no trial trains now */
    public TuneViewModel(RunHistory history, TrainingService training, BackgroundTasks tasks, ProblemSink problems, TuneForm form,
            BooleanSupplier runActive) {
        this.history = history;
        this.searches = new SearchList(new SearchStore(history), tasks, problems, this::take);
        this.training = training;
        this.tasks = tasks;
        this.problems = problems;
        this.form = form;
        this.runActive = runActive;
        this.planCheck = new PlanCheck(form);
        shown.addListener((property, before, now) -> show());
    }

    /** @param action tells the person what was done */
    public void onDone(Consumer<String> action) {
        onDone = action;
    }

    /** @param action fills the form with the settings of a run */
    public void onUse(Consumer<TrainingRequest> action) {
        onUse = action;
    }

    /** @param action shows a run of the history */
    public void onOpenRun(LongConsumer action) {
        onOpenRun = action;
    }

    /** @param action shows an offer */
    public void onOffer(Offer action) {
        onOffer = action;
    }

    /** The room is entered: the form may have changed since. */
    void enter() {
        form.now().get().ifPresent(base -> {
            plan.setForm(base.hyperparameters());
            if (!begun) {
                begun = true;
                plan.apply(SpacePreset.RATE_AND_SIZE, base.hyperparameters());
            }
        });
        checkPlan();
        searches.refresh();
    }

    /** Fills in values worth trying around those of the form. */
    void apply(SpacePreset preset) {
        form.now().get().ifPresent(base -> plan.apply(preset, base.hyperparameters()));
    }

    private void checkPlan() {
        planCheck.look(plan);
    }

    /** Starts a search, or has it wait for the run that trains now, or says what is missing. */
    public void start() {
        Optional<TrainingRequest> base = active.get() ? Optional.empty() : form.ask().get();
        if (base.isEmpty()) {
            return;
        }
        try {
            SearchPlan made = plan.plan(base.get());
            begin(() -> SearchRun.begin(made, history, training, form.opener().open(made.base().dataset())));
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    /** Goes on with the search that is shown; one that has ended gets the minutes of the form in addition. */
    public void resume() {
        if (!active.get() && shown.get() != null) {
            resume(shown.get());
        }
    }

    private void resume(Search search) {
        try {
            Search longer = search.state() == SearchState.FINISHED
                    ? search.planned(search.plan().within(search.seconds() / 60 + plan.minutes())) : search;
            begin(() -> SearchRun.resume(longer, history, training, form.opener().open(longer.plan().base().dataset())));
        } catch (IllegalArgumentException e) {
            refuse(e);
        }
    }

    private void refuse(IllegalArgumentException why) {
        if (!plan.pointToError()) {
            problems.report(why.getMessage(), null);
        }
    }

    /** Whether the search that is shown can go on. */
    boolean canResume() {
        Search search = shown.get();
        return search != null && !active.get()
                && (search.resumable() || search.state() == SearchState.FINISHED && search.hasMore());
    }

    private void begin(Callable<SearchRun> beginning) {
        active.set(true);
        pending = beginning;
        waiting.set(runActive.getAsBoolean() ? "A run is training. The search begins when it has ended." : "");
        poll();
    }

    private void beginNow() {
        Callable<SearchRun> beginning = pending;
        pending = null;
        waiting.set("");
        tasks.run(beginning, started -> {
            run = started;
            seen = null;
            shown.set(started.search());
            poll();
        }, failure -> {
            active.set(false);
            SearchList.report(problems, "The search could not begin.", failure);
        });
    }

    /** Pauses the search under way, or goes on with the one shown. */
    public void togglePause() {
        if (!active.get()) {
            if (canResume()) {
                resume();
            }
        } else if (run != null) {
            run.pause();
        } else if (pending != null) {
            pending = null;
            waiting.set("");
            active.set(false);
        }
    }

    /** Ends the search under way: the best so far is measured. */
    public void end() {
        if (run != null) {
            run.end();
        } else {
            togglePause();
        }
    }

    /** Looks what the search has done; called some times a second. */
    public void poll() {
        if (pending != null && !runActive.getAsBoolean()) {
            beginNow();
        }
        polls++;
        if (run == null) {
            lookElsewhere();
            return;
        }
        boolean over = run.over();
        Search now = run.search();
        boolean looking = shown.get() != null && shown.get().id() == now.id();
        if (now != seen && looking) {
            shown.set(now);
        }
        seen = now;
        if (over || polls % POLLS_PER_STATUS == 0) {
            if (looking) {
                status.set(SearchStatus.of(now, run.seconds(), run.live()));
            }
            activity.set(now.title() + ": " + SearchStatus.of(now, run.seconds(), SearchRun.Live.NONE).words());
        }
        if (over) {
            ended();
        }
    }

    /** A search that is shown may run in another window or a terminal. */
    private void lookElsewhere() {
        if (polls % POLLS_PER_LOOK == 0 && shown.get() != null && shown.get().state() == SearchState.RUNNING) {
            searches.refresh();
        }
    }

    private void ended() {
        Search search = run.search();
        String problem = run.problem();
        run = null;
        active.set(false);
        activity.set("");
        searches.refresh();
        if (!problem.isEmpty() && search.resumable()) {
            onOffer.make(problem + " " + search.title() + " is paused: its trials are kept.", RESUME, () -> goOn(search));
        } else if (!problem.isEmpty()) {
            problems.report(problem, null);
        } else if (search.state() == SearchState.PAUSED) {
            onDone.accept(search.title() + " is paused. Runs can train meanwhile; Resume goes on with it.");
        } else {
            onDone.accept(search.title() + " has ended. " + SearchStatus.found(search));
        }
    }

    private void show() {
        Search search = shown.get();
        boolean live = run != null && search != null && run.search().id() == search.id();
        status.set(search == null ? SearchStatus.NONE
                : SearchStatus.of(search, live ? run.seconds() : search.seconds(), live ? run.live() : SearchRun.Live.NONE));
    }

    /** Shows the search that was shown, as it is now, and the newest where that is gone. */
    private void take(List<Search> all) {
        long wanted = shown.get() == null ? -1 : shown.get().id();
        Optional<Search> again = all.stream().filter(search -> search.id() == wanted).findFirst();
        if (run == null || run.search().id() != wanted) {
            shown.set(again.orElse(all.isEmpty() ? null : all.get(0)));
        }
    }

    /** @param offer gets a sentence on a search that a crash cut off, and what to do if the person wants it to go on */
    public void findInterrupted(Offer offer) {
        searches.findInterrupted(search -> offer.make(SearchStatus.interrupted(search), RESUME, () -> goOn(search)));
    }

    private void goOn(Search search) {
        shown.set(search);
        if (!active.get()) {
            resume(search);
        }
    }

    /** Whether the search that is shown can be deleted. */
    boolean canDelete() {
        Search search = shown.get();
        return search != null && search.state() != SearchState.RUNNING
                && !(run != null && run.search().id() == search.id());
    }

    /** Deletes the search that is shown, and offers to bring it back. */
    void delete() {
        if (canDelete()) {
            Search search = shown.get();
            searches.delete(search, () -> onOffer.make(search.title() + " is deleted; the runs of its trials stay in Runs.", "Undo",
                    () -> searches.restore(search)));
        }
    }

    /** Fills the form with the settings of the best trial, and this room with its space. */
    void useBest() {
        Search search = shown.get();
        if (search != null) {
            search.best().ifPresent(best -> use(search, best));
        }
    }

    /** Fills the form with the settings of a trial. */
    void use(Search search, Trial trial) {
        plan.take(search.plan());
        onUse.accept(search.plan().base().with(trial.settingsMeasured()));
        onDone.accept(String.format(Locale.ROOT, "The form has the settings of %s, trial %d, and its validation part. Train gives the "
                + "same model; with a validation share of 0 it learns from all of the train part.", search.title(), trial.number()));
    }

    /** Shows the run of a trial of the search that is shown. */
    void openRun(int trial) {
        Search search = shown.get();
        if (search == null || trial < 1 || trial > search.trials().size()) {
            return;
        }
        Trial chosen = search.trials().get(trial - 1);
        if (chosen.run().isPresent()) {
            onOpenRun.accept(chosen.run().getAsLong());
        } else {
            onDone.accept("Trial " + trial + " has no run in the history yet.");
        }
    }

    /** Pauses the search under way, and returns when that is written down, or after some seconds. */
    public void close() {
        pending = null;
        if (run != null) {
            run.pause();
            try {
                run.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    PlanForm plan() {
        return plan;
    }

    /** What the plan comes to, or what is wrong with it. */
    PlanCheck planCheck() {
        return planCheck;
    }

    /** All searches, the newest first. */
    ObservableList<Search> searches() {
        return searches.all();
    }

    /** The search that is shown; null while there is none. */
    ObjectProperty<Search> shownProperty() {
        return shown;
    }

    ReadOnlyObjectProperty<SearchStatus> statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** Whether a search trains, or waits for a run to end. */
    public ReadOnlyBooleanProperty activeProperty() {
        return active.getReadOnlyProperty();
    }

    /** What the search under way does, in a few words; empty where none trains. */
    public ReadOnlyStringProperty activityProperty() {
        return activity.getReadOnlyProperty();
    }

    /** Whether a search trains now. */
    public boolean training() {
        return active.get() && pending == null;
    }

    /** Why the search does not begin yet, as a sentence; empty where it does not wait. */
    ReadOnlyStringProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }
}
