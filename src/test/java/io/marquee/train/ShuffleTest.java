package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ShuffleTest {

    @Test
    void everyPlaceIsEquallyLikely() {
        int size = 8;
        int epochs = 80_000;
        int[][] counts = new int[size][size];
        Shuffle shuffle = new Shuffle(123);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int[] rows = IntStream.range(0, size).toArray();
            shuffle.permute(rows, epoch);
            for (int place = 0; place < size; place++) {
                counts[rows[place]][place]++;
            }
        }
        // 10,000 expected a cell with a standard deviation of 94: five of them hold for all 64 cells.
        for (int[] row : counts) {
            for (int count : row) {
                assertThat(count).isBetween(9_530, 10_470);
            }
        }
    }
}
