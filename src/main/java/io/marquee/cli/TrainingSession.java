package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.baseline.BaselineRun;
import io.marquee.runs.RecordedRun;
import io.marquee.runs.RunHistoryException;
import io.marquee.runs.RunMeasures;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** One training run from opening the data to its result, shown in the terminal. */
final class TrainingSession {

    private final Console console;
    private final Services services;
    private final int rankingUsers;

    TrainingSession(Console console, Services services) {
        this(console, services, 0);
    }

    /** @param rankingUsers most users to rank the catalogue for after the run; 0 for no ranking */
    TrainingSession(Console console, Services services, int rankingUsers) {
        this.console = console;
        this.services = services;
        this.rankingUsers = rankingUsers;
    }

    /** What to do with a run that has ended, before the process may end. */
    interface Ending {
        void accept(TrainingOutcome outcome) throws IOException;
    }

    /**
     * Trains and hands over the outcome, of a run that was stopped or failed too.
     *
     * @return the exit code
     */
    int run(TrainingRequest request, Ending ending) throws IOException, InterruptedException {
        return run(request, open(request), ending);
    }

    /** Opens what a run is to be trained on. */
    Dataset open(TrainingRequest request) throws IOException {
        new LoadAdvice(console, services.catalogue()).give(request.dataset(), Optional.of(request.hyperparameters()));
        return new DatasetOpener(console, services.datasets()).open(request.dataset());
    }

    /** The same on a dataset that is open. */
    int run(TrainingRequest request, Dataset dataset, Ending ending) throws IOException, InterruptedException {
        RunWatcher watcher = new RunWatcher(console, dataset);
        long seed = request.hyperparameters().seed();
        try (TrainingService service = services.training().get();
                BaselineRun baselines = BaselineRun.beside(() -> dataset.split(request.split()), seed)) {
            TrainingRun run = service.start(request, dataset, watcher);
            try (StopOnShutdown stop = StopOnShutdown.of(() -> stop(run, baselines))) {
                run.await();
                watcher.close();
                List<BaselineResult> simple = List.of();
                Optional<ModelEvaluation> evaluation = Optional.empty();
                if (watcher.finished().isPresent() && !watcher.finished().get().stopped()) {
                    try (WorkBar bar = new WorkBar(console)) {
                        bar.report(0, "measuring baselines");
                        simple = baselines.await();
                        bar.report(0.5, "measuring the model");
                        evaluation = run.model().flatMap(model -> ModelEvaluation.onTest(model,
                                dataset.split(request.split()), rankingUsers, seed, () -> !stop.asked()));
                    }
                    baselines.failure().ifPresent(sentence -> console.say("Note: " + sentence));
                }
                TrainingOutcome outcome = new TrainingOutcome(watcher, run.model(), simple, evaluation,
                        recordedAs(run));
                outcome.summarise(console);
                keep(RunMeasures.of(evaluation, simple), outcome.recordedAs());
                ending.accept(outcome);
                console.flush();
                return stop.asked() ? ExitCode.INTERRUPTED : outcome.exitCode();
            }
        }
    }

    /** A history that cannot be written does not make a trained run a failed one. */
    private void keep(RunMeasures measures, OptionalLong recordedAs) {
        if (recordedAs.isEmpty() || measures.isEmpty()) {
            return;
        }
        try {
            services.history().keepMeasures(recordedAs.getAsLong(), measures);
        } catch (RunHistoryException e) {
            console.say(e.getMessage());
        }
    }

    private static void stop(TrainingRun run, BaselineRun baselines) {
        run.stop();
        baselines.close();
    }

    private static OptionalLong recordedAs(TrainingRun run) {
        return run instanceof RecordedRun recorded ? recorded.id() : OptionalLong.empty();
    }
}
