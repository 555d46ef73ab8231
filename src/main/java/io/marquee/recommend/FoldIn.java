package io.marquee.recommend;

import io.marquee.kernel.InputGradients;
import io.marquee.kernel.Kernels;
import io.marquee.model.Predictor;
import io.marquee.model.TrainedModel;

/**
 * Finds the embedding of a user from their ratings while the network stands still: "fold-in", as latent models do with new
 * documents (S. Deerwester et al., Indexing by latent semantic analysis, JASIS 1990, section 4.3), here for a nonlinear
 * network.
 *
 * <p>The embedding u minimises the sum over the ratings of (f(u, item) - target)^2 plus (u - m)^T P (u - m): squared errors,
 * and a pull toward the mean user m (see {@link UserPrior}). It is found by the method of Levenberg and Marquardt:
 * Gauss-Newton steps, damped where they would not go down (D. Marquardt, An algorithm for least-squares estimation of
 * nonlinear parameters, SIAM Journal 1963).
 *
 * <p>Immutable and thread-safe.
 */
public final class FoldIn {

    private static final int MOST_STEPS = 40;
    private static final double FIRST_DAMPING = 1e-3;
    private static final double MOST_DAMPING = 1e6;

    /** A step that gains less than this share of the objective is the last. */
    private static final double SMALL_GAIN = 1e-7;

    private final TrainedModel model;
    private final UserPrior prior;

    /** Packed once: for a few ratings that takes longer than fitting to them. */
    private final InputGradients network;

    public FoldIn(TrainedModel model, Predictor predictor) {
        this.model = model;
        this.prior = UserPrior.of(model, predictor);
        this.network = new InputGradients(Kernels.fastest(), model.weights().layers(), model.weights().users().size());
    }

    UserPrior prior() {
        return prior;
    }

    /** Predictions, and how they change with the user's embedding. */
    InputGradients network() {
        return network;
    }

    /** The embedding of someone with these ratings; those of the test part are not used. Without ratings, the mean user. */
    public float[] embedding(UserRatings ratings) {
        return fit(ratings).embedding();
    }

    /** Fits from the mean user on. */
    FoldInFit fit(UserRatings ratings) {
        return fit(ratings, prior.mean());
    }

    /** Fits from a given embedding on, which saves steps where the answer is near. */
    FoldInFit fit(UserRatings ratings, double[] start) {
        FoldInProblem problem = new FoldInProblem(model, prior, ratings.train(), network.pass());
        FoldInFit current = problem.at(start.clone());
        double damping = FIRST_DAMPING;
        for (int step = 0; step < MOST_STEPS && damping < MOST_DAMPING; step++) {
            FoldInFit next = problem.at(current.stepped(damping));
            // Written so that NaN is no gain.
            if (!(next.objective() < current.objective())) {
                if (next.objective() <= current.objective() * (1 + SMALL_GAIN)) {
                    // Only rounding is left: smaller steps would not go down either.
                    break;
                }
                damping *= 10;
                continue;
            }
            double gain = current.objective() - next.objective();
            boolean last = gain <= SMALL_GAIN * current.objective();
            current = next;
            damping /= 10;
            if (last) {
                break;
            }
        }
        return current;
    }
}
