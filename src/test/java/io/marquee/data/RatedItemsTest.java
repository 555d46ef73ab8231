package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatedItemsTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsEveryRatingOfTheTableOnceWithItsPart(long seed) {
        RatingTable table = RandomTables.of(seed, 400);
        Split split = Split.of(table, new SplitSpec(0.25, seed));
        RatedItems rated = RatedItems.of(split);
        Set<String> expected = new HashSet<>();
        for (int row : split.trainRows()) {
            expected.add(table.user(row) + " " + table.item(row) + " " + table.rating(row) + " false");
        }
        for (int row : split.testRows()) {
            expected.add(table.user(row) + " " + table.item(row) + " " + table.rating(row) + " true");
        }
        Set<String> found = new HashSet<>();
        for (int user = 0; user < rated.users(); user++) {
            for (int k = 0; k < rated.count(user); k++) {
                found.add(user + " " + rated.item(user, k) + " " + rated.rating(user, k) + " " + rated.inTest(user, k));
                assertThat(k == 0 || rated.item(user, k - 1) < rated.item(user, k)).isTrue();
            }
        }
        assertThat(found).isEqualTo(expected).hasSize(400);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void survivesWritingAndReading(long seed) throws IOException {
        RatingTable table = RandomTables.of(seed, 300);
        RatedItems rated = RatedItems.of(Split.of(table, new SplitSpec(0.2, seed)));
        RatedItems again = read(bytes(rated), table.users().size(), table.items().size());
        assertThat(bytes(again)).isEqualTo(bytes(rated));
        for (int user = 0; user < rated.users(); user++) {
            assertThat(again.count(user)).isEqualTo(rated.count(user));
            for (int k = 0; k < rated.count(user); k++) {
                assertThat(again.item(user, k)).isEqualTo(rated.item(user, k));
                assertThat(again.rating(user, k)).isEqualTo(rated.rating(user, k));
                assertThat(again.inTest(user, k)).isEqualTo(rated.inTest(user, k));
            }
        }
    }

    @Test
    void dataThatEndsEarlyIsReportedAtEveryLength() throws IOException {
        RatingTable table = RandomTables.of(7, 60);
        byte[] whole = bytes(RatedItems.of(Split.of(table, new SplitSpec(0.2, 7))));
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> read(cut, table.users().size(), table.items().size()))
                    .isInstanceOf(EOFException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void damagedDataIsReadOrRefusedButNeverCrashes(long seed) throws IOException {
        RatingTable table = RandomTables.of(seed, 60);
        byte[] whole = bytes(RatedItems.of(Split.of(table, new SplitSpec(0.2, seed))));
        SplittableRandom random = new SplittableRandom(seed);
        int users = table.users().size();
        int items = table.items().size();
        for (int trial = 0; trial < 3000; trial++) {
            byte[] damaged = whole.clone();
            for (int i = 0; i <= random.nextInt(4); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            if (trial % 3 == 0) {
                random.nextBytes(damaged);
                System.arraycopy(whole, 0, damaged, 0, 8);
            }
            try {
                RatedItems rated = read(damaged, users, items);
                for (int user = 0; user < users; user++) {
                    for (int k = 0; k < rated.count(user); k++) {
                        assertThat(rated.item(user, k)).isBetween(0, items - 1);
                    }
                }
            } catch (IOException | IllegalArgumentException e) {
                assertThat(e).satisfiesAnyOf(
                        cause -> assertThat(cause).isInstanceOf(EOFException.class),
                        cause -> assertThat(cause).hasMessageMatching(".{10,}"));
            }
        }
    }

    @Test
    void ratingsOutsideAUsersHistoryAreRefused() {
        RatedItems rated = RatedItems.of(Split.of(RandomTables.of(1, 10), new SplitSpec(0.2, 1)));
        assertThatThrownBy(() -> rated.item(0, rated.count(0))).isInstanceOf(IndexOutOfBoundsException.class);
        assertThatThrownBy(() -> rated.item(0, -1)).isInstanceOf(IndexOutOfBoundsException.class);
    }

    private static byte[] bytes(RatedItems rated) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        rated.writeTo(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    private static RatedItems read(byte[] bytes, int users, int items) throws IOException {
        return RatedItems.readFrom(new DataInputStream(new ByteArrayInputStream(bytes)), users, items);
    }
}
