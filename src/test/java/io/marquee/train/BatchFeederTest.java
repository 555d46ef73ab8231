package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.model.Centring;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BatchFeederTest {

    private final Dataset dataset = TinyData.twoTastes(30, 30, 5);
    private final Split split = dataset.split(new SplitSpec(0.2, 1));

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 64, 100_000})
    void eachEpochBringsEachTrainRatingOnce(int batchSize) throws InterruptedException {
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < split.trainSize(); i++) {
            int row = split.trainRow(i);
            expected.add(dataset.ratings().user(row) + " " + dataset.ratings().item(row) + " "
                    + (dataset.ratings().rating(row) - 3f));
        }
        try (BatchFeeder feeder = new BatchFeeder(split, new Centring(3, 1), batchSize, 3, 9)) {
            for (int epoch = 0; epoch < 3; epoch++) {
                assertThat(epoch(feeder, batchSize)).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }

    @Test
    void epochsComeInDifferentOrders() throws InterruptedException {
        try (BatchFeeder feeder = new BatchFeeder(split, new Centring(3, 1), 64, 2, 9)) {
            assertThat(epoch(feeder, 64)).isNotEqualTo(epoch(feeder, 64));
        }
    }

    @Test
    void theSameSeedGivesTheSameOrder() throws InterruptedException {
        try (BatchFeeder one = new BatchFeeder(split, new Centring(3, 1), 64, 1, 9);
                BatchFeeder two = new BatchFeeder(split, new Centring(3, 1), 64, 1, 9);
                BatchFeeder other = new BatchFeeder(split, new Centring(3, 1), 64, 1, 10)) {
            List<String> order = epoch(one, 64);
            assertThat(epoch(two, 64)).isEqualTo(order);
            assertThat(epoch(other, 64)).isNotEqualTo(order);
        }
    }

    @Test
    void targetsAreCentredAndScaled() throws InterruptedException {
        try (BatchFeeder plain = new BatchFeeder(split, new Centring(3, 1), 64, 1, 9);
                BatchFeeder scaled = new BatchFeeder(split, new Centring(3, 2), 64, 1, 9)) {
            assertThat(scaled.next().targets()[5]).isEqualTo(plain.next().targets()[5] / 2);
        }
    }

    private List<String> epoch(BatchFeeder feeder, int batchSize) throws InterruptedException {
        List<String> ratings = new ArrayList<>();
        int batches = BatchFeeder.batchesPerEpoch(split.trainSize(), batchSize);
        for (int i = 0; i < batches; i++) {
            Batch batch = feeder.next();
            for (int k = 0; k < batch.size(); k++) {
                ratings.add(batch.users()[k] + " " + batch.items()[k] + " " + batch.targets()[k]);
            }
        }
        return ratings;
    }
}
