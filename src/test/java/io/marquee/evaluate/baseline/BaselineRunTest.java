package io.marquee.evaluate.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.evaluate.AdditiveModels;
import io.marquee.train.TinyData;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BaselineRunTest {

    private final Split split = TinyData.twoTastes(60, 40, 2).split(new SplitSpec(0.2, 3));

    @Test
    void measuresAllBaselinesFromTheSimplest() throws InterruptedException {
        List<BaselineResult> results;
        try (BaselineRun run = BaselineRun.beside(() -> split, 1)) {
            results = run.await();
            assertThat(run.failure()).isEmpty();
        }

        assertThat(results).extracting(BaselineResult::kind).containsExactly(BaselineKind.values());
        assertThat(results.get(1).testMse()).isCloseTo(BiasBaseline.fit(split).testMse(split), within(1e-12));
        assertThat(results).allSatisfy(result -> assertThat(result.testRmse()).isEqualTo(Math.sqrt(result.testMse())));
    }

    @Test
    void theGlobalMeanIsOffByTheSpreadOfTheTestPart() throws InterruptedException {
        Split byHand = AdditiveModels.dataset(2, 2, 2, new int[][] {{0, 0, 8}, {1, 1, 4}, {0, 1, 6}, {1, 0, 2}})
                .split(new SplitSpec(0.2, 1));

        BaselineResult mean = BaselineRun.alone(() -> byHand, 1).await().get(0);

        // The train mean is 3; the test ratings are 3 and 1.
        assertThat(mean.testMse()).isCloseTo(2, within(1e-12));
        assertThat(mean.testMae()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whereThereIsAValidationPartItIsMeasuredToo() throws InterruptedException {
        SplitSpec plain = new SplitSpec(0.2, 3);
        Split parts = TinyData.twoTastes(60, 40, 2).split(plain.withValidation(0.25));

        BaselineResult mean = BaselineRun.alone(() -> parts, 1).await().get(0);

        double squared = 0;
        for (int i = 0; i < parts.validationSize(); i++) {
            double error = parts.ratings().rating(parts.validationRow(i)) - parts.trainStatistics().mean();
            squared += error * error;
        }
        assertThat(mean.validationMse().orElseThrow()).isCloseTo(squared / parts.validationSize(), within(1e-9));
        assertThat(BaselineRun.alone(() -> split, 1).await().get(0).validationMse()).isEmpty();
    }

    @Test
    void factorsFindTastesThatMeansCannot() {
        BiasedFactorization factors = BiasedFactorization.fit(split, 1, 2);

        double squared = 0;
        for (int i = 0; i < split.testSize(); i++) {
            int row = split.testRow(i);
            double error = factors.predict(split.ratings().user(row), split.ratings().item(row))
                    - split.ratings().rating(row);
            squared += error * error;
        }
        assertThat(squared / split.testSize()).isLessThan(0.4 * BiasBaseline.fit(split).testMse(split));
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheFactors() {
        BiasedFactorization one = BiasedFactorization.fit(split, 5, 1);
        BiasedFactorization three = BiasedFactorization.fit(split, 5, 3);

        for (int item = 0; item < 40; item++) {
            assertThat(three.predict(7, item)).isEqualTo(one.predict(7, item));
        }
    }

    @Test
    void whatHasNoTrainRatingIsPredictedFromTheOtherSide() {
        Split byHand = AdditiveModels.dataset(3, 3, 4,
                new int[][] {{0, 0, 8}, {0, 1, 4}, {1, 0, 6}, {1, 1, 2}, {2, 2, 6}}).split(new SplitSpec(0.2, 1));
        BiasedFactorization factors = BiasedFactorization.fit(byHand, 1, 1);

        assertThat(factors.predict(2, 2)).isCloseTo(2.5, within(1e-9));
        assertThat(factors.predict(2, 0)).isGreaterThan(factors.predict(2, 1));
    }

    @Test
    void closingEndsTheWork() throws InterruptedException {
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch closed = new CountDownLatch(1);
        BaselineRun run = BaselineRun.beside(() -> {
            started.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return split;
        }, 1);
        started.await();
        run.close();
        closed.countDown();

        assertThat(run.await()).isEmpty();
        assertThat(run.failure()).isEmpty();
    }

    @Test
    void aFailureIsASentenceAndLeavesWhatWasMeasured() throws InterruptedException {
        BaselineRun run = BaselineRun.alone(() -> {
            throw new OutOfMemoryError("Java heap space");
        }, 1);

        assertThat(run.await()).isEmpty();
        assertThat(run.failure()).hasValueSatisfying(sentence -> assertThat(sentence).contains("not enough memory"));
    }
}
