package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.runs.RecordedRun;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import java.io.IOException;
import java.util.OptionalLong;

/** One training run from opening the data to its result, shown in the terminal. */
final class TrainingSession {

    private final Console console;
    private final Services services;

    TrainingSession(Console console, Services services) {
        this.console = console;
        this.services = services;
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
        return new DatasetOpener(console, services.datasets()).open(request.dataset());
    }

    /** The same on a dataset that is open. */
    int run(TrainingRequest request, Dataset dataset, Ending ending) throws IOException, InterruptedException {
        RunWatcher watcher = new RunWatcher(console, dataset);
        try (TrainingService service = services.training().get()) {
            TrainingRun run = service.start(request, dataset, watcher);
            try (StopOnShutdown stop = StopOnShutdown.of(run::stop)) {
                run.await();
                watcher.close();
                TrainingOutcome outcome = new TrainingOutcome(watcher, run.model(), recordedAs(run));
                outcome.summarise(console);
                ending.accept(outcome);
                console.flush();
                return stop.asked() ? ExitCode.INTERRUPTED : outcome.exitCode();
            }
        }
    }

    private static OptionalLong recordedAs(TrainingRun run) {
        return run instanceof RecordedRun recorded ? recorded.id() : OptionalLong.empty();
    }
}
