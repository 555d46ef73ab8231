package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingTableBuilderTest {

    private record Row(String user, String item, float rating, long second) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsEveryRowInOrderAndTheLastOfRepeatedPairs(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int largestUser = random.nextBoolean() ? 40 : Integer.MAX_VALUE;
        int[] userPool = random.ints(30, 0, largestUser).toArray();
        int[] itemPool = random.ints(50, 0, Integer.MAX_VALUE).toArray();
        RatingTableBuilder numeric = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        RatingTableBuilder textual = RatingTableBuilder.ofTextIds(RatingScale.HALF_STARS);
        Map<List<String>, Row> last = new LinkedHashMap<>();
        int count = 1 + random.nextInt(2000);
        for (int i = 0; i < count; i++) {
            int user = userPool[random.nextInt(userPool.length)];
            int item = itemPool[random.nextInt(itemPool.length)];
            float rating = (1 + random.nextInt(10)) / 2f;
            long second = random.nextLong(1L << 32);
            numeric.add(user, item, rating, second);
            textual.add("" + user, "" + item, rating, second);
            List<String> pair = List.of("" + user, "" + item);
            last.remove(pair);
            last.put(pair, new Row("" + user, "" + item, rating, second));
        }
        RatingTableBuilder.Built built = numeric.build();
        assertThat(rows(built.table())).isEqualTo(List.copyOf(last.values()));
        assertThat(built.duplicates()).isEqualTo(count - last.size());
        assertThat(built.firstPartRows()).isEqualTo(last.size());
        RatingTable text = textual.build().table();
        assertThat(rows(text)).isEqualTo(List.copyOf(last.values()));
        assertThat(text.fingerprint()).isEqualTo(built.table().fingerprint());
    }

    private static List<Row> rows(RatingTable table) {
        List<Row> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            rows.add(new Row(table.users().id(table.user(row)), table.items().id(table.item(row)), table.rating(row),
                    table.timestamp(row)));
        }
        return rows;
    }

    @Test
    void growsOverManyChunks() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        int count = 1_000_000;
        for (int i = 0; i < count; i++) {
            builder.add(i % 1000, i / 1000 * 7, 0.5f + i % 10 / 2f, i);
        }
        RatingTable table = builder.build().table();
        assertThat(table.size()).isEqualTo(count);
        for (int i = 0; i < count; i += 997) {
            assertThat(table.users().id(table.user(i))).isEqualTo("" + i % 1000);
            assertThat(table.items().id(table.item(i))).isEqualTo("" + i / 1000 * 7);
            assertThat(table.rating(i)).isEqualTo(0.5f + i % 10 / 2f);
            assertThat(table.timestamp(i)).isEqualTo(i);
        }
    }

    @Test
    void idsThatAreNotAllNumbersAreSortedAsText() {
        RatingTableBuilder builder = RatingTableBuilder.ofTextIds(RatingScale.HALF_STARS);
        builder.add("b10", "10", 3);
        builder.add("b9", "9", 4);
        RatingTable table = builder.build().table();
        assertThat(List.of(table.users().id(0), table.users().id(1))).containsExactly("b10", "b9");
        assertThat(List.of(table.items().id(0), table.items().id(1))).containsExactly("9", "10");
    }

    @Test
    void halfStarsAndWholeStarsAreCodedOnTheScaleAskedFor() {
        RatingTable table = tableOf(1, 2, 5, 3);
        assertThat(table.scale()).isEqualTo(RatingScale.HALF_STARS);
        assertThat(column(1, 2.5f, 5)).isInstanceOf(RatingColumn.Coded.class);
        assertThat(column()).isInstanceOf(RatingColumn.Coded.class);
    }

    @Test
    void finerRatingsGetTheirOwnStepAndOddOnesFloats() {
        assertThat(tableOf(0.75f, 2, 5).scale().step()).isEqualTo(0.25);
        assertThat(column(0.75f, 2, 5)).isInstanceOf(RatingColumn.Coded.class);
        assertThat(tableOf(3.3333f, 2, 5).scale()).isEqualTo(new RatingScale(0.5, 5, 0));
        assertThat(column(3.3333f, 2, 5)).isInstanceOf(RatingColumn.Floats.class);
        assertThat(tableOf(3.3333f, 2, 5).rating(0)).isEqualTo(3.3333f);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everyColumnGivesBackExactlyWhatItWasGiven(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] ratings = new float[500];
        float step = new float[] {0.5f, 0.1f, 0.05f, 0.013f}[(int) seed - 1];
        for (int i = 0; i < ratings.length; i++) {
            ratings[i] = Float.parseFloat(String.format(java.util.Locale.ROOT, "%.3f", random.nextInt(1, 50) * step));
        }
        RatingColumn column = column(ratings);
        for (int i = 0; i < ratings.length; i++) {
            assertThat(column.get(i)).isEqualTo(ratings[i]);
        }
    }

    private static RatingColumn column(float... ratings) {
        RatingBlock block = new RatingBlock(0);
        for (float rating : ratings) {
            block.add(1, 1, rating);
        }
        return RatingColumns.of(new BlockColumns(List.of(block)), 0.5);
    }

    private static RatingTable tableOf(float... ratings) {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        for (int i = 0; i < ratings.length; i++) {
            builder.add(1, i, ratings[i]);
        }
        return builder.build().table();
    }

    @Test
    void aRowWithoutTimeLeavesTheTableWithoutTimestamps() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3, 100);
        builder.add(1, 2, 3);
        RatingTable table = builder.build().table();
        assertThat(table.hasTimestamps()).isFalse();
        assertThat(table.timestamp(0)).isZero();
    }

    @Test
    void timesUpToTheYear2106Fit() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3, 0xffff_ffffL);
        assertThat(builder.build().table().timestamp(0)).isEqualTo(4_294_967_295L);
    }

    @Test
    void duplicatesCountOnlyWithinAPart() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 1);
        builder.add(2, 1, 2);
        builder.add(1, 1, 3);
        builder.startSecondPart();
        builder.add(1, 1, 4);
        builder.add(3, 5, 4);
        builder.add(1, 1, 5);
        RatingTableBuilder.Built built = builder.build();
        assertThat(built.duplicates()).isEqualTo(2);
        assertThat(built.firstPartRows()).isEqualTo(2);
        assertThat(built.sharedPairs()).isEqualTo(1);
        assertThat(rows(built.table()).stream().map(Row::rating)).containsExactly(2f, 3f, 4f, 5f);
        assertThat(built.table().users().size()).isEqualTo(3);
    }

    @Test
    void refusesWhatNoTableMayHold() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        assertThatThrownBy(() -> builder.add(-1, 1, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(1, 1, Float.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(1, 1, 5.5f)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add(1, 1, 3, 1L << 32)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> builder.add("1", "1", 3)).isInstanceOf(IllegalStateException.class);
        assertThat(builder.size()).isZero();
        assertThat(builder.build().table().size()).isZero();
        assertThatThrownBy(builder::build).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void stopsBetweenStepsWhenCancelled() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3);
        assertThatThrownBy(() -> builder.build(new CancelledProgress())).isInstanceOf(CancellationException.class);
    }

    private static final class CancelledProgress implements Progress {
        @Override
        public void report(double fraction, String what) {}

        @Override
        public boolean cancelled() {
            return true;
        }
    }
}
