package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.model.ModelFile;
import io.marquee.train.TrainingService;
import io.marquee.tune.Search;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchRun;
import io.marquee.tune.SearchState;
import io.marquee.tune.Trial;
import io.marquee.tune.TrialState;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A search from opening the data to its result, shown in the terminal. */
final class SearchSession {

    private static final int LOOK_MILLIS = 100;

    private final Console console;
    private final Services services;
    private final Console words;
    private final boolean json;
    private final Optional<Path> save;
    private final Map<Integer, Integer> printed = new HashMap<>();

    /** @param save where the model of the best trial goes, if anywhere */
    SearchSession(Console console, Services services, boolean json, Optional<Path> save) {
        this.console = console;
        this.services = services;
        this.words = json ? console.resultsOnError() : console;
        this.json = json;
        this.save = save;
    }

    private interface Beginning {
        SearchRun with(TrainingService training, Dataset dataset) throws IOException;
    }

    /** Begins a search; returns the exit code. */
    int begin(SearchPlan plan) throws IOException, InterruptedException {
        return run(plan, (training, dataset) -> SearchRun.begin(plan, services.history(), training, dataset));
    }

    /** Goes on with one; returns the exit code. */
    int resume(Search search) throws IOException, InterruptedException {
        search.trials().forEach(trial -> printed.put(trial.number(), trial.level()));
        return run(search.plan(),
                (training, dataset) -> SearchRun.resume(search, services.history(), training, dataset));
    }

    private int run(SearchPlan plan, Beginning beginning) throws IOException, InterruptedException {
        new LoadAdvice(console, services.catalogue())
                .give(plan.base().dataset(), Optional.of(plan.base().hyperparameters()));
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(plan.base().dataset());
        try (TrainingService training = services.training().get()) {
            SearchRun run = beginning.with(training, dataset);
            try (StopOnShutdown stop = StopOnShutdown.of(run::pause)) {
                SearchTable table = new SearchTable(words, plan);
                table.heading(run.search());
                table.columns();
                watch(run, table);
                Search search = run.search();
                table.summary(search);
                if (json) {
                    ReportTarget.print(SearchReport.of(search), console);
                }
                saveModel(run);
                console.flush();
                return exitCode(run, search, stop.asked());
            }
        }
    }

    private void watch(SearchRun run, SearchTable table) throws InterruptedException {
        try (WorkBar bar = new WorkBar(console)) {
            while (!run.over()) {
                print(run.search(), table, bar);
                SearchRun.Live live = run.live();
                if (live.trial() > 0) {
                    bar.report(live.fraction(), String.format(Locale.ROOT, "trial %d; %.1f of %s minutes", live.trial(),
                            run.seconds() / 60, SearchTable.minutes(run.search().plan().minutes())));
                }
                Thread.sleep(LOOK_MILLIS);
            }
            run.await();
            print(run.search(), table, bar);
        }
        if (!run.problem().isEmpty()) {
            console.say(run.problem());
        }
    }

    /** One line each time a trial has come as far as it was to. */
    private void print(Search search, SearchTable table, WorkBar bar) {
        for (Trial trial : search.trials()) {
            int mark = trial.level() + (trial.state() == TrialState.FAILED || trial.state() == TrialState.CUT ? 1 : 0);
            if (mark > printed.getOrDefault(trial.number(), 0)) {
                printed.put(trial.number(), mark);
                bar.close();
                table.trial(trial);
            }
        }
    }

    private void saveModel(SearchRun run) throws IOException {
        if (save.isEmpty()) {
            return;
        }
        if (run.model().isEmpty()) {
            console.say("No model was saved: there is one when the search has ended.");
            return;
        }
        ModelFile.save(run.model().get(), save.get());
        Trial best = run.search().best().orElseThrow();
        if (best.run().isPresent()) {
            services.history().modelSaved(best.run().getAsLong(), save.get());
        }
        console.say("Saved the model of trial " + best.number() + " as " + save.get() + ".");
    }

    private static int exitCode(SearchRun run, Search search, boolean interrupted) {
        if (interrupted) {
            return ExitCode.INTERRUPTED;
        }
        return search.state() == SearchState.FINISHED && search.best().isPresent() && run.problem().isEmpty()
                ? ExitCode.OK : ExitCode.FAILED;
    }
}
