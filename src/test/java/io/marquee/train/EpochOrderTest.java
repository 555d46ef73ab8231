package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Split;
import io.marquee.data.SplitSpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EpochOrderTest {

    private static final List<int[]> PAIRS = IntStream.range(0, 10).mapToObj(i -> new int[] {0, i}).toList();

    private final Split small = TinyData.dataset(1, 10, PAIRS, new byte[10]).split(new SplitSpec(0.2, 1));
    private final Split large = TinyData.twoTastes(70, 40, 2).split(new SplitSpec(0.2, 1));

    /** Chunks of four ratings in pools of two, so that all levels of the shuffle take part. */
    @Test
    void everyPlaceIsEquallyLikely() {
        int size = 8;
        int epochs = 80_000;
        int[][] counts = new int[size][size];
        EpochOrder order = new EpochOrder(small, 123, 4, 2);
        for (int epoch = 0; epoch < epochs; epoch++) {
            int place = 0;
            for (int row : visited(order, epoch)) {
                counts[indexOf(small, row)][place++]++;
            }
        }
        // 10,000 expected a cell with a standard deviation of 94: five of them hold for all 64 cells.
        for (int[] row : counts) {
            for (int count : row) {
                assertThat(count).isBetween(9_530, 10_470);
            }
        }
    }

    @Test
    void eachRowIsVisitedOnceAndChunksAscend() {
        EpochOrder order = new EpochOrder(large, 5, 300, 50);
        assertThat(visited(order, 3)).containsExactlyInAnyOrderElementsOf(
                IntStream.range(0, large.trainSize()).mapToObj(large::trainRow).toList());
        assertThat(order.chunks()).isGreaterThan(2);
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            assertThat(Arrays.copyOfRange(order.rows(), order.start(chunk), order.start(chunk) + order.size(chunk)))
                    .isSorted();
        }
    }

    @Test
    void anEpochDoesNotDependOnThoseBefore() {
        EpochOrder all = new EpochOrder(large, 5, 300, 50);
        visited(all, 1);
        List<Integer> second = visited(all, 2);
        List<Integer> third = visited(all, 3);
        assertThat(visited(new EpochOrder(large, 5, 300, 50), 3)).isEqualTo(third).isNotEqualTo(second);
        assertThat(visited(new EpochOrder(large, 6, 300, 50), 3)).isNotEqualTo(third);
    }

    /** Table rows in the order of an epoch, as {@link RatingChunk} reads them. */
    private static List<Integer> visited(EpochOrder order, int epoch) {
        order.begin(epoch);
        List<Integer> rows = new ArrayList<>();
        for (int chunk = 0; chunk < order.chunks(); chunk++) {
            int[] starts = order.poolStarts(chunk);
            int[] thrown = new int[order.size(chunk)];
            EpochOrder.Places places = order.places(chunk, starts);
            for (int i = 0; i < thrown.length; i++) {
                thrown[places.next()] = order.rows()[order.start(chunk) + i];
            }
            for (int pool = 0; pool < starts.length - 1; pool++) {
                int size = starts[pool + 1] - starts[pool];
                int[] within = new int[size];
                order.shuffle(chunk, pool, size, within);
                for (int i : within) {
                    rows.add(thrown[starts[pool] + i]);
                }
            }
        }
        return rows;
    }

    private static int indexOf(Split split, int row) {
        return IntStream.range(0, split.trainSize()).filter(i -> split.trainRow(i) == row).findFirst().orElseThrow();
    }
}
