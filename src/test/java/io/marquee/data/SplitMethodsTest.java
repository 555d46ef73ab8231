package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SplitMethodsTest {

    /** A random table and a spec of each method with random values, with and without a validation part. */
    static Stream<Object[]> randomSplits() {
        return LongStream.rangeClosed(1, 12).boxed().flatMap(seed -> {
            SplittableRandom random = new SplittableRandom(seed);
            RatingTable table = RandomTables.of(seed, 60 + random.nextInt(2000));
            double share = random.nextDouble(0.05, 0.6);
            int folds = 2 + random.nextInt(9);
            double validation = seed % 2 == 0 ? random.nextDouble(0.05, 0.5) : 0;
            return Stream.of(new SplitSpec(share, seed), SplitSpec.perUser(share, seed), SplitSpec.byTime(share),
                            SplitSpec.leaveLast(1 + random.nextInt(3)),
                            SplitSpec.fold(1 + random.nextInt(folds), folds, seed))
                    .map(spec -> new Object[] {table, spec.withValidation(validation)});
        });
    }

    @ParameterizedTest
    @MethodSource("randomSplits")
    void eachRowIsInExactlyOnePartAndPartsKeepTheTablesOrder(RatingTable table, SplitSpec spec) {
        Split split = Split.of(table, spec);

        assertThat(Stream.of(split.trainRows(), split.validationRows(), split.testRows()).flatMapToInt(IntStream::of)
                .sorted().toArray()).isEqualTo(IntStream.range(0, table.size()).toArray());
        assertThat(List.of(split.trainRows(), split.validationRows(), split.testRows()))
                .allSatisfy(rows -> assertThat(rows).isSorted());
        assertThat(split.trainSize()).isPositive();
        assertThat(split.testSize()).isPositive();
        assertThat(split.validationSize() > 0).isEqualTo(spec.validationFraction() > 0);
    }

    @ParameterizedTest
    @MethodSource("randomSplits")
    void aSplitCanBeMadeAgain(RatingTable table, SplitSpec spec) {
        assertThat(Split.of(table, spec).trainRows()).isEqualTo(Split.of(table, spec).trainRows());
    }

    @ParameterizedTest
    @MethodSource("randomSplits")
    void theTestPartIsTheSameWhetherOrNotThereIsAValidationPart(RatingTable table, SplitSpec spec) {
        assertThat(Split.of(table, spec).testRows()).isEqualTo(Split.of(table, spec.withValidation(0)).testRows());
    }

    @ParameterizedTest
    @MethodSource("randomSplits")
    void coldUsersAndItemsAreThoseOfTheTestPartThatTrainingNeverSaw(RatingTable table, SplitSpec spec) {
        Split split = Split.of(table, spec);

        assertThat(split.coldUsers()).isEqualTo(missing(split, true));
        assertThat(split.coldItems()).isEqualTo(missing(split, false));
    }

    private static int missing(Split split, boolean users) {
        BitSet test = indices(split, split.testRows(), users);
        test.andNot(indices(split, split.trainRows(), users));
        return test.cardinality();
    }

    private static BitSet indices(Split split, int[] rows, boolean users) {
        BitSet set = new BitSet();
        for (int row : rows) {
            set.set(users ? split.ratings().user(row) : split.ratings().item(row));
        }
        return set;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void eachUserGivesTheirShareAndKeepsAtLeastOneRating(long seed) {
        RatingTable table = RandomTables.of(seed, 700);
        double share = new SplittableRandom(seed).nextDouble(0.1, 0.99);
        Split split = Split.of(table, SplitSpec.perUser(share, seed));
        int[] tested = new int[table.users().size()];
        IntStream.of(split.testRows()).forEach(row -> tested[table.user(row)]++);
        int[] all = table.ratingsPerUser();

        for (int user = 0; user < all.length; user++) {
            assertThat(tested[user]).isEqualTo((int) Math.min(all[user] - 1, Math.round(all[user] * share)));
        }
        assertThat(split.coldUsers()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void timeRunsFromTrainingThroughValidationToTest(long seed) {
        RatingTable table = RandomTables.of(seed, 500);
        Split split = Split.of(table, SplitSpec.byTime(0.2).withValidation(0.1));

        assertThat(latest(table, split.trainRows())).isLessThan(earliest(table, split.validationRows()));
        assertThat(latest(table, split.validationRows())).isLessThan(earliest(table, split.testRows()));
        assertThat(split.testSize()).isEqualTo(100);
        assertThat(split.description()).matches("by time 80/20, test part from \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d "
                + "UTC on; validation: the latest 10 % of the train part");
    }

    private static long latest(RatingTable table, int[] rows) {
        return IntStream.of(rows).mapToLong(table::timestamp).max().orElseThrow();
    }

    private static long earliest(RatingTable table, int[] rows) {
        return IntStream.of(rows).mapToLong(table::timestamp).min().orElseThrow();
    }

    @Test
    void ratingsOfOneSecondAreNotDividedByTime() {
        // Asked for the last two of ten: the cut goes to the nearer side of the four that share a second.
        RatingTable table = timed(1, 2, 3, 4, 5, 6, 6, 6, 6, 7);
        assertThat(Split.of(table, SplitSpec.byTime(0.2)).testRows()).containsExactly(9);
        assertThat(Split.of(table, SplitSpec.byTime(0.4)).testRows()).containsExactly(5, 6, 7, 8, 9);
        assertThat(Split.of(timed(5, 5, 5, 9, 9), SplitSpec.byTime(0.9)).testRows()).containsExactly(3, 4);
        assertThat(Split.of(timed(0xffff_fff0L, 3, 0x8000_0000L), SplitSpec.byTime(0.3)).testRows()).containsExactly(0);
    }

    @Test
    void aDatasetWhoseRatingsAreAllOfOneSecondOrOfNoneIsRefusedInWords() {
        RatingTable untimed = new RatingTable(IdIndex.ofSorted(List.of("1")), IdIndex.ofSorted(List.of("1", "2", "3")),
                new int[3], new int[] {0, 1, 2}, new RatingColumn.Floats(new float[] {1, 2, 3}), new int[0],
                RatingScale.HALF_STARS);

        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(timed(5, 5, 5), SplitSpec.byTime(0.2)))
                .withMessageContaining("same time").withMessageContaining("Choose a random split");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(untimed, SplitSpec.byTime(0.2)))
                .withMessageContaining("does not say when");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(untimed, SplitSpec.leaveLast(1)))
                .withMessageContaining("does not say when");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theLastRatingsOfEachUserAreLeftOut(long seed) {
        RatingTable table = RandomTables.of(seed, 90);
        int number = (int) (1 + seed % 4);
        Split split = Split.of(table, SplitSpec.leaveLast(number));
        List<Integer> expected = new ArrayList<>();
        for (int user = 0; user < table.users().size(); user++) {
            int wanted = user;
            List<Integer> rows = IntStream.range(0, table.size()).filter(row -> table.user(row) == wanted).boxed()
                    .sorted(Comparator.comparingLong((Integer row) -> table.timestamp(row))).toList();
            if (rows.size() > number) {
                expected.addAll(rows.subList(rows.size() - number, rows.size()));
            }
        }

        assertThat(split.testRows()).containsExactly(expected.stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    @Test
    void ofRatingsOfOneSecondTheLaterRowIsTheLaterRating() {
        assertThat(Split.of(timed(4, 9, 9, 9), SplitSpec.leaveLast(2)).testRows()).containsExactly(2, 3);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 10})
    void foldsAreDisjointCompleteAndEqual(int folds) {
        RatingTable table = RandomTables.of(folds, 503);
        int[] tested = new int[table.size()];
        for (int fold = 1; fold <= folds; fold++) {
            int[] rows = Split.of(table, SplitSpec.fold(fold, folds, 42)).testRows();
            assertThat(rows.length).isBetween(503 / folds, 503 / folds + 1);
            IntStream.of(rows).forEach(row -> tested[row]++);
        }

        assertThat(tested).containsOnly(1);
    }

    @Test
    void aRowFallsIntoEachFoldWithTheSameChance() {
        RatingTable table = RandomTables.of(1, 20);
        int[] tested = new int[20];
        for (int seed = 0; seed < 3000; seed++) {
            Arrays.stream(Split.of(table, SplitSpec.fold(2, 5, seed)).testRows()).forEach(row -> tested[row]++);
        }

        // Binomial with mean 600 and standard deviation 22: five of them.
        assertThat(IntStream.of(tested).boxed()).allSatisfy(count -> assertThat(count).isBetween(490, 710));
    }

    @Test
    void aPublishedSplitKeepsItsTestPartWhenSomeIsSetAsideForValidation() {
        Split split = Split.published(RandomTables.of(3, 100), 70, new SplitSpec(0.2, 1).withValidation(0.1), RatingCore.NONE);

        assertThat(split.testRows()).containsExactly(IntStream.range(70, 100).toArray());
        assertThat(split.validationSize()).isEqualTo(7);
        assertThat(split.description())
                .isEqualTo("published train and test files; validation: random 10 % of the train part");
    }

    @Test
    void eachWayOfDividingSaysInWordsWhatItDoes() {
        RatingTable table = RandomTables.of(5, 300);

        assertThat(Split.of(table, SplitSpec.perUser(0.1, 7)).description())
                .isEqualTo("random 90/10 within each user, seed 7");
        assertThat(Split.of(table, SplitSpec.leaveLast(1)).description()).isEqualTo("the last rating of each user");
        assertThat(Split.of(table, SplitSpec.leaveLast(5).withValidation(0.125)).description()).isEqualTo(
                "the last 5 ratings of each user; validation: the latest 12.5 % of the train part of each user");
        assertThat(Split.of(table, SplitSpec.fold(2, 5, 42)).description()).isEqualTo("fold 2 of 5, seed 42");
    }

    @Test
    void nonsenseIsRefusedInWords() {
        RatingTable four = RandomTables.of(1, 4);
        assertThatIllegalArgumentException().isThrownBy(() -> SplitSpec.fold(6, 5, 1)).withMessageContaining("fold 6 of 5");
        assertThatIllegalArgumentException().isThrownBy(() -> SplitSpec.fold(1, 1, 1)).withMessageContaining("2 to 100");
        assertThatIllegalArgumentException().isThrownBy(() -> SplitSpec.leaveLast(0)).withMessageContaining("At least one");
        assertThatIllegalArgumentException().isThrownBy(() -> new SplitSpec(0.2, 1).withValidation(1))
                .withMessageContaining("validation part");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(four, SplitSpec.fold(1, 5, 1)))
                .withMessageContaining("5 folds need at least 5 ratings");
        assertThatIllegalArgumentException().isThrownBy(() -> Split.of(timed(1, 2, 3), SplitSpec.leaveLast(9)))
                .withMessageContaining("No user has enough ratings");
    }

    /** One user's ratings of different items at given seconds. */
    private static RatingTable timed(long... seconds) {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        for (int i = 0; i < seconds.length; i++) {
            builder.add(1, i, 3, seconds[i]);
        }
        return builder.build().table();
    }
}
