package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.model.TrainingResult;
import io.marquee.train.CrossValidation;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Trains each fold of cross-validation in turn and sums up. A stopped or failed fold ends it; the others still count. */
final class CrossValidationSession {

    private final Console console;
    private final Services services;
    private final List<TrainingResult> results = new ArrayList<>();
    private final List<TrainingReport> reports = new ArrayList<>();

    CrossValidationSession(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /**
     * @param request a run on any of the folds
     * @param report where a report goes, if anywhere
     * @return the exit code
     */
    int run(TrainingRequest request, Optional<ReportTarget> report, Console reportConsole)
            throws IOException, InterruptedException {
        TrainingSession session = new TrainingSession(console, services);
        Dataset dataset = session.open(request);
        int folds = request.split().folds();
        int exitCode = ExitCode.OK;
        for (int fold = 1; fold <= folds && results.size() == fold - 1; fold++) {
            console.result("%sFold %d of %d", fold == 1 ? "" : "\n", fold, folds);
            exitCode = session.run(request.withFold(fold), dataset, this::keep);
        }
        CrossValidation outcome = new CrossValidation(folds, results);
        summarise(outcome);
        if (report.isPresent()) {
            boolean any = !results.isEmpty();
            report.get().write(new CrossValidationReport(folds, any ? outcome.testMse() : null,
                    any ? outcome.testRmse() : null, reports), reportConsole);
        }
        console.flush();
        return exitCode;
    }

    private void keep(TrainingOutcome outcome) {
        outcome.report().ifPresent(reports::add);
        if (outcome.complete()) {
            outcome.model().ifPresent(model -> results.add(model.result()));
        }
    }

    private void summarise(CrossValidation outcome) {
        console.result("");
        console.result("%5s  %8s  %9s", "Fold", "Test MSE", "Test RMSE");
        for (int i = 0; i < results.size(); i++) {
            console.result("%5d  %8.4f  %9.4f", i + 1, results.get(i).testMse(), results.get(i).testRmse());
        }
        console.result("Cross-validation, %s.", outcome.inWords());
    }
}
