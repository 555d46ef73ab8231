package io.marquee.train;

import io.marquee.model.Hyperparameters;
import java.util.Optional;

/**
 * How fast this machine trains a network, measured in turn within one run. Rates are medians over the turns.
 *
 * @param dataset what was trained on
 * @param hyperparameters what was trained
 * @param engine the fast path, in words
 * @param threads number of threads of the fast path, of the peak and of evaluation
 * @param turns number of turns
 * @param fastRatingsPerSecond fast path over a whole epoch: shuffle, batch filling, updates; without evaluation
 * @param stockRatingsPerSecond stock DL4J layers, likewise
 * @param dataOnlyRatingsPerSecond shuffle and batch filling alone
 * @param speedup fast path over stock layers
 * @param dataShare time of shuffle, filling and waiting for batches over the time of the fast path, 0 to 1
 * @param peakMultiplyAddsPerSecond multiply-adds a second this machine did with operands in registers
 * @param peakFraction multiply-adds of the fast path over that peak, 0 to 1
 * @param projectedEpochSeconds an epoch of MovieLens 20M at the fast path's rate
 * @param details other settings of the fast path against these, where asked for
 */
public record SpeedReport(
        String dataset,
        Hyperparameters hyperparameters,
        String engine,
        int threads,
        int turns,
        double fastRatingsPerSecond,
        double stockRatingsPerSecond,
        double dataOnlyRatingsPerSecond,
        double speedup,
        double dataShare,
        double peakMultiplyAddsPerSecond,
        double peakFraction,
        double projectedEpochSeconds,
        Optional<SpeedDetails> details) {

    /** 80 % of MovieLens 20M. */
    public static final int MOVIELENS_20M_TRAIN_RATINGS = 16_000_210;
}
