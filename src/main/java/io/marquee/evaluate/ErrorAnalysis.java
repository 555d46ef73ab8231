package io.marquee.evaluate;

import io.marquee.data.RatedItems;
import io.marquee.data.RatingTable;
import io.marquee.data.Split;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Finds out where a model's predictions are wrong: by rating, user activity and item popularity, and by how much. */
public final class ErrorAnalysis {

    private final TrainedModel model;
    private final Predictor predictor;
    private final ScaleBins bins;
    private final byte[] userBins;
    private final byte[] itemBins;

    /** @param model the model; predictions are clipped to the scale where its hyperparameters say so */
    public ErrorAnalysis(TrainedModel model) {
        this.model = model;
        predictor = Predictor.of(model, model.hyperparameters().clipPredictions());
        bins = ScaleBins.of(model.scale());
        int[] users = new int[model.users().size()];
        int[] items = new int[model.items().size()];
        countTrainRatings(model.history(), users, items);
        userBins = binsOf(users);
        itemBins = binsOf(items);
    }

    private static void countTrainRatings(RatedItems history, int[] users, int[] items) {
        for (int user = 0; user < history.users(); user++) {
            for (int k = 0; k < history.count(user); k++) {
                if (!history.inTest(user, k)) {
                    users[user]++;
                    items[history.item(user, k)]++;
                }
            }
        }
    }

    private static byte[] binsOf(int[] counts) {
        byte[] found = new byte[counts.length];
        for (int i = 0; i < counts.length; i++) {
            found[i] = (byte) CountBins.of(counts[i]);
        }
        return found;
    }

    /**
     * Errors on the test part of the split the model was trained on.
     *
     * @param mayGoOn asked from time to time, from any thread
     * @return empty if {@code mayGoOn} said no
     */
    public Optional<ErrorReport> onTest(Split split, BooleanSupplier mayGoOn) {
        return run(PredictionScan.ofTest(predictor, split), mayGoOn);
    }

    /** Errors on ratings of any dataset; its users and items are found by their original ids. */
    public ErrorReport on(RatingTable ratings) {
        return run(PredictionScan.ofTable(predictor, model, ratings), () -> true).orElseThrow();
    }

    /** Errors on the ratings the model carries that it was not trained on; empty where it carries none. */
    public Optional<ErrorReport> onHeldOut() {
        PredictionScan scan = PredictionScan.ofHeldOut(predictor, model.history());
        return scan.size() == 0 ? Optional.empty() : run(scan, () -> true);
    }

    private Optional<ErrorReport> run(PredictionScan scan, BooleanSupplier mayGoOn) {
        return scan.run(Runtime.getRuntime().availableProcessors(), this::gather, mayGoOn).map(this::report);
    }

    private Sums gather(PredictionScan.Chunk chunk) {
        Sums sums = new Sums(bins);
        for (int i = 0; i < chunk.count; i++) {
            int user = chunk.users[i];
            int item = chunk.items[i];
            double error = chunk.predictions[i] - chunk.ratings[i];
            sums.overall.add(error, predictor.warm(), user, item);
            sums.byRating.add(bins.nearest(chunk.ratings[i]), error);
            sums.byActivity.add(user < 0 ? 0 : userBins[user], error);
            sums.byPopularity.add(item < 0 ? 0 : itemBins[item], error);
            sums.residuals[bins.residualOf(error)]++;
            int range = bins.fineOf(chunk.predictions[i]);
            sums.counts[range]++;
            sums.predictions[range] += chunk.predictions[i];
            sums.ratings[range] += chunk.ratings[i];
        }
        return sums;
    }

    private ErrorReport report(List<Sums> chunks) {
        Sums total = new Sums(bins);
        chunks.forEach(total::add);
        return new ErrorReport(total.overall.metrics(), total.byRating.groups(bins::label),
                total.byActivity.groups(CountBins::label), total.byPopularity.groups(CountBins::label),
                total.residualBins(bins), total.calibration(bins));
    }

    /** All sums of one chunk, or of all. */
    private static final class Sums {
        private final ErrorSums overall = new ErrorSums();
        private final GroupSums byRating;
        private final GroupSums byActivity = new GroupSums(CountBins.size());
        private final GroupSums byPopularity = new GroupSums(CountBins.size());
        private final long[] residuals;
        private final long[] counts;
        private final double[] predictions;
        private final double[] ratings;

        Sums(ScaleBins bins) {
            byRating = new GroupSums(bins.values());
            residuals = new long[bins.residuals()];
            counts = new long[bins.fine()];
            predictions = new double[bins.fine()];
            ratings = new double[bins.fine()];
        }

        void add(Sums other) {
            overall.add(other.overall);
            byRating.add(other.byRating);
            byActivity.add(other.byActivity);
            byPopularity.add(other.byPopularity);
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] += other.residuals[i];
            }
            for (int i = 0; i < counts.length; i++) {
                counts[i] += other.counts[i];
                predictions[i] += other.predictions[i];
                ratings[i] += other.ratings[i];
            }
        }

        List<ResidualBin> residualBins(ScaleBins bins) {
            List<ResidualBin> found = new ArrayList<>();
            for (int i = 0; i < residuals.length; i++) {
                found.add(new ResidualBin(bins.residualFrom(i), bins.residualFrom(i + 1), residuals[i]));
            }
            return found;
        }

        List<CalibrationBin> calibration(ScaleBins bins) {
            List<CalibrationBin> found = new ArrayList<>();
            for (int i = 0; i < counts.length; i++) {
                if (counts[i] > 0) {
                    found.add(new CalibrationBin(bins.fineFrom(i), bins.fineFrom(i + 1), counts[i],
                            predictions[i] / counts[i], ratings[i] / counts[i]));
                }
            }
            return found;
        }
    }
}
