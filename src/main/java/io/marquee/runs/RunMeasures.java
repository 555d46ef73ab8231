package io.marquee.runs;

import io.marquee.evaluate.ErrorReport;
import io.marquee.evaluate.ModelEvaluation;
import io.marquee.evaluate.baseline.BaselineResult;
import io.marquee.evaluate.ranking.RankingReport;
import java.util.List;
import java.util.Optional;

/**
 * What was measured of a run's model when it was over, and of simple models beside it.
 *
 * @param errors where its predictions are wrong
 * @param ranking how good the head of its rankings is
 * @param baselines what simple models reach on the same test part
 */
public record RunMeasures(Optional<ErrorReport> errors, Optional<RankingReport> ranking, List<BaselineResult> baselines) {

    public RunMeasures {
        errors = errors == null ? Optional.empty() : errors;
        ranking = ranking == null ? Optional.empty() : ranking;
        baselines = baselines == null ? List.of() : List.copyOf(baselines);
    }

    /** Nothing was measured. */
    public static RunMeasures none() {
        return new RunMeasures(Optional.empty(), Optional.empty(), List.of());
    }

    public static RunMeasures of(Optional<ModelEvaluation> evaluation, List<BaselineResult> baselines) {
        return new RunMeasures(evaluation.map(ModelEvaluation::errors), evaluation.flatMap(ModelEvaluation::ranking),
                baselines);
    }

    public boolean isEmpty() {
        return errors.isEmpty() && ranking.isEmpty() && baselines.isEmpty();
    }
}
