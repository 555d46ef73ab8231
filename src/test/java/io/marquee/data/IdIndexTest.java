package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdIndexTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void numbersGoThereAndBackInOrderOfValue(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] ids = random.ints(500, 0, Integer.MAX_VALUE).sorted().distinct().toArray();
        IdIndex index = new NumericIdIndex(ids.clone());
        assertThat(index.size()).isEqualTo(ids.length);
        for (int i = 0; i < ids.length; i++) {
            assertThat(index.id(i)).isEqualTo("" + ids[i]);
            assertThat(index.indexOf("" + ids[i])).isEqualTo(i);
        }
        for (int i = 0; i < 500; i++) {
            int id = random.nextInt(Integer.MAX_VALUE);
            int at = Arrays.binarySearch(ids, id);
            assertThat(index.indexOf("" + id)).isEqualTo(at < 0 ? IdIndex.UNKNOWN : at);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void textGoesThereAndBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        TreeSet<String> ids = new TreeSet<>();
        for (int i = 0; i < 300; i++) {
            StringBuilder id = new StringBuilder();
            random.ints(random.nextInt(8), 32, 0xd7ff).forEach(id::appendCodePoint);
            ids.add(id.toString());
        }
        List<String> sorted = List.copyOf(ids);
        IdIndex index = new TextIdIndex(sorted);
        for (int i = 0; i < sorted.size(); i++) {
            assertThat(index.id(i)).isEqualTo(sorted.get(i));
            assertThat(index.indexOf(sorted.get(i))).isEqualTo(i);
        }
        assertThat(index.indexOf("not in it, far too long to be")).isEqualTo(IdIndex.UNKNOWN);
        assertThat(index.contiguous()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "1 ", "+1", "01", "-1", "1.0", "1e0", "x", "2147483648", "99999999999", "١"})
    void whatIsNotWrittenPlainlyIsUnknownToNumbers(String id) {
        assertThat(new NumericIdIndex(new int[] {0, 1, Integer.MAX_VALUE}).indexOf(id)).isEqualTo(IdIndex.UNKNOWN);
    }

    @Test
    void contiguousFromZeroOrOneOnly() {
        assertThat(new NumericIdIndex(new int[] {0, 1, 2}).contiguous()).isTrue();
        assertThat(new NumericIdIndex(new int[] {1, 2, 3}).contiguous()).isTrue();
        assertThat(new NumericIdIndex(new int[] {2, 3}).contiguous()).isFalse();
        assertThat(new NumericIdIndex(new int[] {1, 3}).contiguous()).isFalse();
        assertThat(new NumericIdIndex(new int[0]).contiguous()).isFalse();
    }

    @Test
    void sortedIdsBecomeNumbersWhereAllArePlain() {
        assertThat(IdIndex.ofSorted(List.of("9", "10", "2147483647"))).isInstanceOf(NumericIdIndex.class);
        assertThat(IdIndex.ofSorted(List.of("10", "9", "x"))).isInstanceOf(TextIdIndex.class);
        assertThat(IdIndex.ofSorted(List.of("01"))).isInstanceOf(TextIdIndex.class);
        assertThat(IdIndex.ofSorted(List.of("2147483648"))).isInstanceOf(TextIdIndex.class);
        assertThat(IdIndex.ofSorted(List.of()).size()).isZero();
    }

    @Test
    void idsOutOfOrderOrTwiceAreRefused() {
        assertThatThrownBy(() -> IdIndex.ofSorted(List.of("2", "1"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdIndex.ofSorted(List.of("2", "2"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdIndex.ofSorted(List.of("b", "a"))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> IdIndex.ofSorted(List.of("b", "b"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void indicesOutsideAreRefused() {
        assertThatThrownBy(() -> new NumericIdIndex(new int[] {5}).id(1)).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> new TextIdIndex(List.of("a")).id(-1)).isInstanceOf(IndexOutOfBoundsException.class);
    }
}
