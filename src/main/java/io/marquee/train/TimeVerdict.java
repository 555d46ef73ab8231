package io.marquee.train;

import java.util.List;
import java.util.Locale;

/**
 * Says in words where the time of epochs went: whether the network, the data or the evaluation holds training up.
 *
 * <p>Shares are of the time the training thread spent: arithmetic, waiting for batches and evaluation. Shuffling and
 * filling pass beside the arithmetic on a thread of their own; they cost time only where the training thread had to wait.
 *
 * @param arithmeticShare forward, backward and update, 0 to 1
 * @param dataShare waiting for batches, 0 to 1
 * @param evaluationShare test part, 0 to 1
 * @param bottleneck what holds training up
 */
public record TimeVerdict(double arithmeticShare, double dataShare, double evaluationShare, Bottleneck bottleneck) {

    /** What takes the largest part of the time. */
    public enum Bottleneck {
        /** Nothing was measured. */
        NONE("nothing was measured yet"),
        NETWORK("the network is the bottleneck"),
        DATA("the data is the bottleneck: batches are not prepared fast enough"),
        EVALUATION("evaluation is the bottleneck: the test part takes longer than training");

        private final String words;

        Bottleneck(String words) {
            this.words = words;
        }
    }

    /** The verdict on all given epochs together. */
    public static TimeVerdict of(List<PhaseSeconds> epochs) {
        double arithmetic = 0;
        double data = 0;
        double evaluation = 0;
        for (PhaseSeconds phases : epochs) {
            arithmetic += phases.arithmetic();
            data += phases.waiting();
            evaluation += phases.evaluation();
        }
        double total = arithmetic + data + evaluation;
        if (!(total > 0)) {
            return new TimeVerdict(0, 0, 0, Bottleneck.NONE);
        }
        Bottleneck bottleneck = Bottleneck.NETWORK;
        if (data >= arithmetic && data >= evaluation) {
            bottleneck = Bottleneck.DATA;
        } else if (evaluation > arithmetic) {
            bottleneck = Bottleneck.EVALUATION;
        }
        return new TimeVerdict(arithmetic / total, data / total, evaluation / total, bottleneck);
    }

    /** A sentence for people, such as "93 % arithmetic, 1 % data, 6 % evaluation: the network is the bottleneck". */
    public String sentence() {
        if (bottleneck == Bottleneck.NONE) {
            return "No time measured yet";
        }
        return String.format(Locale.ROOT, "%s arithmetic, %s data, %s evaluation: %s",
                percent(arithmeticShare), percent(dataShare), percent(evaluationShare), bottleneck.words);
    }

    /** Small but real shares are not rounded to nothing. */
    private static String percent(double share) {
        if (share > 0 && share < 0.005) {
            return "under 1 %";
        }
        return Math.round(share * 100) + " %";
    }
}
