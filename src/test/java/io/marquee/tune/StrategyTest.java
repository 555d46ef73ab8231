package io.marquee.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.model.Hyperparameters;
import io.marquee.train.Runs;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Strategies on trials that are not trained: their error is a formula. */
class StrategyTest {

    private static final double MINUTES = 10;

    private static SearchPlan plan(Strategy strategy, Optional<Integer> trials, String... variations) {
        return SearchPlan.of(Runs.request(Runs.small().toBuilder().epochs(9).build(), "cpu"),
                new SearchSpace(List.of(variations).stream().map(Variation::parse).toList()), strategy, 7, MINUTES, trials);
    }

    /** Carries a search out; each epoch takes so many seconds. */
    private static List<Trial> carryOut(SearchPlan plan, double secondsAnEpoch, ToDoubleFunction<Hyperparameters> error) {
        List<Trial> trials = new ArrayList<>();
        double seconds = 0;
        while (seconds < 60 * plan.minutes()) {
            Step step = plan.next(List.copyOf(trials), seconds);
            if (step instanceof Step.Begin begin) {
                trials.add(Trial.begin(trials.size() + 1, begin.settings()));
            } else if (step instanceof Step.GoOn again) {
                Trial trial = again.trial();
                int target = plan.epochsOf(trial);
                seconds += secondsAnEpoch * (target - trial.epochs());
                trials.set(trial.number() - 1, trial.in(TrialState.DONE)
                        .after(target, error.applyAsDouble(trial.settings()), error.applyAsDouble(trial.settings()), 0, OptionalLong.empty()));
            } else if (step instanceof Step.Promote promote) {
                trials.replaceAll(trial -> promote.on().contains(trial.number()) ? trial.promoted()
                        : promote.dropped().contains(trial.number()) ? trial.in(TrialState.DROPPED) : trial);
            } else {
                return trials;
            }
        }
        return trials;
    }

    private static Map<Integer, Long> byEpochs(List<Trial> trials) {
        return trials.stream().collect(Collectors.groupingBy(Trial::epochs, Collectors.counting()));
    }

    @Test
    void aGridTriesEachPointOnceInAnOrderOfTheSeed() {
        List<Trial> trials = carryOut(plan(new GridSearch(), Optional.empty(), "embedding=2,4,8", "l2=0,0.1"), 1, h -> 1);

        assertThat(trials).hasSize(6).extracting(Trial::settings).doesNotHaveDuplicates();
        assertThat(trials.stream().map(trial -> trial.settings().embeddingSize()).limit(3).distinct().count()).isGreaterThan(1);
        assertThat(carryOut(plan(new GridSearch(), Optional.of(4), "embedding=2,4,8", "l2=0,0.1"), 1, h -> 1))
                .isEqualTo(trials.subList(0, 4));
    }

    @Test
    void randomDrawsFollowFromTheSeedAndNeverRepeat() {
        SearchPlan plan = plan(new RandomSearch(), Optional.of(40), "learning-rate=0.001..0.1:log", "embedding=2,4");

        List<Trial> trials = carryOut(plan, 1, h -> 1);

        assertThat(trials).hasSize(40).extracting(Trial::settings).doesNotHaveDuplicates();
        assertThat(carryOut(plan, 1, h -> 1)).isEqualTo(trials);
        assertThat(carryOut(plan(new RandomSearch(), Optional.empty(), "embedding=2,4", "l2=0,0.1"), 1, h -> 1))
                .as("a space of four points").hasSize(4);
    }

    @Test
    void theBudgetEndsASearchThatCouldGoOn() {
        assertThat(carryOut(plan(new RandomSearch(), Optional.empty(), "learning-rate=0.001..0.1"), 10, h -> 1)).hasSize(7);
    }

    @Test
    void halvingTrainsAThirdThreeTimesAsLongTwice() {
        SearchPlan plan = plan(new SuccessiveHalving(3, 3), Optional.empty(), "learning-rate=0.0001..0.1:log");

        List<Trial> trials = carryOut(plan, 1, Hyperparameters::learningRate);

        assertThat(byEpochs(trials)).isEqualTo(Map.of(1, 18L, 3, 6L, 9, 3L));
        List<Double> rates = trials.stream().map(trial -> trial.settings().learningRate()).sorted().toList();
        assertThat(trials.stream().filter(trial -> trial.epochs() == 9).map(trial -> trial.settings().learningRate()))
                .as("the best of all are trained to the end").containsExactlyInAnyOrderElementsOf(rates.subList(0, 3));
        assertThat(search(plan, trials).best().orElseThrow().settings().learningRate()).isEqualTo(rates.get(0));
    }

    @Test
    void aRungThatHasUsedItsShareOfTheTimeLeavesTheRestToTheNext() {
        SearchPlan plan = plan(new SuccessiveHalving(3, 3), Optional.empty(), "learning-rate=0.0001..0.1:log");

        List<Trial> trials = carryOut(plan, 20, Hyperparameters::learningRate);

        assertThat(trials).as("200 s at 20 s an epoch").hasSize(10);
        assertThat(byEpochs(trials)).isEqualTo(Map.of(1, 7L, 3, 2L, 9, 1L));
    }

    @Test
    void ofTrialsTrainedFurthestTheOneWithTheLowestErrorIsBest() {
        SearchPlan plan = plan(new SuccessiveHalving(3, 3), Optional.empty(), "learning-rate=0.0001..0.1:log");
        Trial few = Trial.begin(1, Runs.small()).after(1, 0.5, 0.5, 1, OptionalLong.empty()).in(TrialState.DROPPED);
        Trial many = Trial.begin(2, Runs.small()).after(1, 0.6, 0.6, 1, OptionalLong.empty()).promoted()
                .after(3, 0.7, 0.7, 1, OptionalLong.empty()).in(TrialState.DONE);
        Trial cut = Trial.begin(3, Runs.small()).after(1, 0.4, 0.4, 1, OptionalLong.empty()).promoted().in(TrialState.CUT);

        assertThat(search(plan, List.of(few, many, cut)).best()).contains(many);
        assertThat(search(plan, List.of(few, cut)).best().orElseThrow().number()).isEqualTo(3);
        assertThat(search(plan, List.of(Trial.begin(1, Runs.small()))).best()).isEmpty();
    }

    private static Search search(SearchPlan plan, List<Trial> trials) {
        return new Search(1, SearchState.FINISHED, Instant.EPOCH, "tiny", "f00d", plan, 1, "", trials);
    }

    @Test
    void whatAStrategyCannotDoIsRefused() {
        assertThatThrownBy(() -> plan(new SuccessiveHalving(3, 3), Optional.empty(), "epochs=3..9"))
                .hasMessageContaining("Halving itself decides how many epochs");
        assertThatThrownBy(() -> plan(new SuccessiveHalving(4, 3), Optional.empty(), "l2=0,1"))
                .hasMessageContaining("need at least 16 epochs, not 9");
        assertThatThrownBy(() -> plan(new GridSearch(), Optional.empty(), "l2=0..1:1000", "momentum=0..0.9:1000"))
                .hasMessageContaining("The grid has more than 100,000 points");
        assertThatThrownBy(() -> plan(new RandomSearch(), Optional.of(0), "l2=0,1"))
                .hasMessageContaining("The number of trials must be from 1 to 1,000");
        assertThatThrownBy(() -> plan(new RandomSearch(), Optional.empty(), "l2=0,1").within(0))
                .hasMessageContaining("The budget must be above 0 minutes");
    }
}
