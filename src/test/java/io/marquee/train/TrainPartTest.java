package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import io.marquee.model.Centring;
import org.junit.jupiter.api.Test;

class TrainPartTest {

    @Test
    void itsOrderIsTheFeeders() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 1);
        Split split = dataset.split(new SplitSpec(0.2, 3));
        Centring centring = new Centring(3.4, 1);
        TrainPart part = new TrainPart(split, centring, 100, 7);
        int[] users = new int[part.size()];
        int[] items = new int[part.size()];
        float[] targets = new float[part.size()];
        part.copy(users, items, targets);
        try (BatchFeeder feeder = new BatchFeeder(split, centring, 100, 1, 7)) {
            for (int epoch = 1; epoch <= 2; epoch++) {
                int[] order = part.order(epoch);
                for (int at = 0; at < part.size();) {
                    Batch batch = feeder.next();
                    for (int i = 0; i < batch.size(); i++, at++) {
                        assertThat(users[order[at]]).isEqualTo(batch.users()[i]);
                        assertThat(items[order[at]]).isEqualTo(batch.items()[i]);
                        assertThat(targets[order[at]]).isEqualTo(batch.targets()[i]);
                    }
                }
            }
        }
    }
}
