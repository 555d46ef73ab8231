package io.marquee.cli;

import io.marquee.model.Hyperparameters;
import io.marquee.train.SpeedDetails;
import io.marquee.train.SpeedReport;
import java.util.stream.Collectors;

/** Prints a benchmark for people. */
final class SpeedTable {

    private final Console console;

    SpeedTable(Console console) {
        this.console = console;
    }

    void print(SpeedReport speed) {
        Hyperparameters hyperparameters = speed.hyperparameters();
        console.result("Data          %s", speed.dataset());
        console.result("Network       embeddings of %d, hidden %s; %s, batches of %,d", hyperparameters.embeddingSize(),
                hyperparameters.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                hyperparameters.optimizer().displayName(), hyperparameters.batchSize());
        console.result("Fast path     %,12.0f ratings/s   %s", speed.fastRatingsPerSecond(), speed.engine());
        console.result("Stock DL4J    %,12.0f ratings/s   all embedding rows updated in each step",
                speed.stockRatingsPerSecond());
        console.result("Data alone    %,12.0f ratings/s   shuffle and batch filling on one thread",
                speed.dataOnlyRatingsPerSecond());
        console.result("Speedup       %12.1f x           fast path over stock layers", speed.speedup());
        console.result("Data share    %12.1f %%           of the fast path's time", 100 * speed.dataShare());
        console.result("Of the peak   %12.1f %%           of %.1f thousand million multiply-adds a second",
                100 * speed.peakFraction(), speed.peakMultiplyAddsPerSecond() / 1e9);
        console.result("ML-20M epoch  %12.1f s           %,d train ratings, without evaluation",
                speed.projectedEpochSeconds(), SpeedReport.MOVIELENS_20M_TRAIN_RATINGS);
        speed.details().ifPresent(this::print);
        console.result("Protocol      medians of %d turns within one run; fast path and stock layers include shuffle,",
                speed.turns());
        console.result("              batch filling and updates, and leave evaluation out.");
    }

    private void print(SpeedDetails details) {
        console.result("");
        console.result("Changed            Ratings/s   Unchanged     Ratio   If only arithmetic counted");
        for (SpeedDetails.Comparison comparison : details.comparisons()) {
            console.result("%-17s %,10.0f  %,10.0f  %8.3f   %8.3f", comparison.name(), comparison.ratingsPerSecond(),
                    comparison.baseRatingsPerSecond(), comparison.ratio(), comparison.arithmeticRatio());
        }
        console.result("");
        console.result("Evaluation    %,12.0f ratings/s   ML-20M's %,d test ratings in %.1f s",
                details.evaluationRatingsPerSecond(), SpeedDetails.MOVIELENS_20M_TEST_RATINGS,
                details.projectedEvaluationSeconds());
        console.result("Allocation    %,12.1f bytes a step, all threads together", details.allocatedBytesPerStep());
    }
}
