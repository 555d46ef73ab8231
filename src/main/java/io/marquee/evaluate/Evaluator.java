package io.marquee.evaluate;

import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Measures the errors of predictions over many ratings, on all cores. The result does not depend on the number of threads.
 */
public final class Evaluator {

    private final int threads;

    /** @param threads number of threads to use, at least 1 */
    public Evaluator(int threads) {
        this.threads = threads;
    }

    /** Errors of a model on ratings of any dataset; its users and items are found by their original ids. */
    public static ErrorMetrics evaluate(TrainedModel model, RatingTable ratings) {
        Predictor predictor = Predictor.of(model, model.hyperparameters().clipPredictions());
        return new Evaluator(Runtime.getRuntime().availableProcessors())
                .run(predictor, PredictionScan.ofTable(predictor, model, ratings), () -> true)
                .orElseThrow(() -> new IllegalStateException("An evaluation nobody can stop was stopped"));
    }

    /**
     * Errors on the test part of a split.
     *
     * @param mayGoOn asked between chunks, from any thread; may block to hold the evaluation
     * @return empty if {@code mayGoOn} said no
     */
    public Optional<ErrorMetrics> evaluateTest(Predictor predictor, Split split, BooleanSupplier mayGoOn) {
        return run(predictor, PredictionScan.ofTest(predictor, split), mayGoOn);
    }

    /** The same on the validation part of a split; it must have one. */
    public Optional<ErrorMetrics> evaluateValidation(Predictor predictor, Split split, BooleanSupplier mayGoOn) {
        return run(predictor, PredictionScan.ofValidation(predictor, split), mayGoOn);
    }

    private Optional<ErrorMetrics> run(Predictor predictor, PredictionScan scan, BooleanSupplier mayGoOn) {
        return scan.run(threads, chunk -> ErrorSums.of(chunk, predictor.warm()), mayGoOn).map(Evaluator::total);
    }

    private static ErrorMetrics total(List<ErrorSums> chunks) {
        ErrorSums total = new ErrorSums();
        chunks.forEach(total::add);
        return total.metrics();
    }
}
