package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RatingCoreTest {

    /** Users and movies of very different popularity, so that the core takes several passes, in any order. */
    private static RatingTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> pairs = new ArrayList<>();
        for (int user = 1; user <= 60; user++) {
            for (int movie = 1; movie <= 60; movie++) {
                if (random.nextDouble() < 5.0 / (user + movie)) {
                    pairs.add(new int[] {user * 7, movie * 3});
                }
            }
        }
        Collections.shuffle(pairs, new Random(seed));
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        pairs.forEach(pair -> builder.add(pair[0], pair[1], (1 + random.nextInt(10)) / 2f, random.nextInt(1 << 30)));
        return builder.build().table();
    }

    /** Each way to divide, with and without a validation part. */
    static Stream<Object[]> splits() {
        return LongStream.rangeClosed(1, 6).boxed().flatMap(seed -> Stream.of(
                        new SplitSpec(0.2, seed), SplitSpec.perUser(0.3, seed), SplitSpec.byTime(0.2),
                        SplitSpec.leaveLast(2), SplitSpec.fold(2, 4, seed))
                .map(spec -> new Object[] {seed, spec.withValidation(seed % 2 == 0 ? 0.15 : 0)}));
    }

    private static String row(RatingTable table, int row) {
        return table.users().id(table.user(row)) + " " + table.items().id(table.item(row)) + " " + table.rating(row) + " "
                + table.timestamp(row);
    }

    private static List<String> rows(RatingTable table, int[] rows) {
        return Arrays.stream(rows).mapToObj(row -> row(table, row)).toList();
    }

    @ParameterizedTest
    @MethodSource("splits")
    void whoStaysIsTheLargestPartWithEnoughTrainRatingsAndTheOtherPartsAreCutToIt(long seed, SplitSpec spec) {
        RatingTable table = table(seed);
        RatingCore core = new RatingCore((int) (1 + seed % 4), (int) (1 + seed % 3));
        Split whole = Split.of(table, spec);

        Split part = Split.of(table, spec, core);

        List<Integer> left = coreOneByOne(table, whole.trainRows(), core);
        assertThat(rows(part.ratings(), part.trainRows())).isEqualTo(left.stream().map(row -> row(table, row)).toList());
        IntPredicate stays = row -> left.stream().anyMatch(other -> table.user(other) == table.user(row))
                && left.stream().anyMatch(other -> table.item(other) == table.item(row));
        assertThat(rows(part.ratings(), part.testRows()))
                .isEqualTo(rows(table, Arrays.stream(whole.testRows()).filter(stays).toArray()));
        assertThat(rows(part.ratings(), part.validationRows()))
                .isEqualTo(rows(table, Arrays.stream(whole.validationRows()).filter(stays).toArray()));
        assertThat(part.coldUsers() + part.coldItems()).isZero();
        assertThat(part.filterStep()).contains(new FilterStep(core.inWords(), part.ratings().size(),
                part.ratings().users().size(), part.ratings().items().size()));
        assertThat(part.description()).isEqualTo(whole.description() + "; " + core.inWords());
    }

    /** The same by taking one user or movie away at a time, which cannot take too many. */
    private static List<Integer> coreOneByOne(RatingTable table, int[] trainRows, RatingCore core) {
        List<Integer> left = new ArrayList<>(IntStream.of(trainRows).boxed().toList());
        while (true) {
            Integer poor = left.stream().filter(row -> ofUser(table, left, row) < core.minUserRatings()
                    || ofItem(table, left, row) < core.minItemRatings()).findFirst().orElse(null);
            if (poor == null) {
                return left;
            }
            boolean byUser = ofUser(table, left, poor) < core.minUserRatings();
            left.removeIf(row -> byUser ? table.user(row) == table.user(poor) : table.item(row) == table.item(poor));
        }
    }

    private static long ofUser(RatingTable table, List<Integer> rows, int row) {
        return rows.stream().filter(other -> table.user(other) == table.user(row)).count();
    }

    private static long ofItem(RatingTable table, List<Integer> rows, int row) {
        return rows.stream().filter(other -> table.item(other) == table.item(row)).count();
    }

    /** No test rating, not even its existence, may change who stays or what is trained on. */
    @Test
    void ratingsOfTheTestPartDecideNothing() {
        RatingTable table = table(3);
        RatingCore core = new RatingCore(3, 3);
        int cut = table.size() * 4 / 5;
        Split whole = Split.published(table, cut, new SplitSpec(0.2, 1), core);
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 20; trial++) {
            BitSet some = new BitSet();
            some.set(0, cut);
            IntStream.range(cut, table.size()).filter(row -> random.nextInt(3) > 0).forEach(some::set);

            Split less = Split.published(table.select(some), cut, new SplitSpec(0.2, 1), core);

            assertThat(rows(less.ratings(), less.trainRows())).isEqualTo(rows(whole.ratings(), whole.trainRows()));
            assertThat(rows(whole.ratings(), whole.testRows())).containsAll(rows(less.ratings(), less.testRows()));
        }
    }

    @Test
    void theFoldsAreThoseOfAllRatingsEachCutByItsOwnTrainPart() {
        RatingTable table = table(2);
        RatingCore core = new RatingCore(3, 2);
        List<String> tested = new ArrayList<>();
        for (int fold = 1; fold <= 4; fold++) {
            Split split = Split.of(table, SplitSpec.fold(fold, 4, 9), core);
            tested.addAll(rows(split.ratings(), split.testRows()));
            assertThat(rows(table, Split.of(table, SplitSpec.fold(fold, 4, 9)).testRows()))
                    .containsAll(rows(split.ratings(), split.testRows()));
        }
        assertThat(tested).doesNotHaveDuplicates();
    }

    @Test
    void aDatasetKeepsItsRatingsUntilItIsDivided() {
        // User 1 has two ratings to train on; user 2 has one, and one more in the test part.
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3);
        builder.add(1, 2, 3);
        builder.add(2, 1, 4);
        builder.startSecondPart();
        builder.add(1, 3, 5);
        builder.add(2, 2, 5);
        Dataset whole = new Dataset("pair", builder.build().table(), Catalogue.empty(),
                new ImportReport(5, 5, 0, 0, List.of()), OptionalDouble.empty(), OptionalInt.of(3));

        Dataset asked = whole.filtered(new FilterSpec(2, 0, null, null, null, null, 0, 0));
        Split split = asked.split(new SplitSpec(0.2, 1));

        assertThat(asked.ratings()).isSameAs(whole.ratings());
        assertThat(asked.name()).isEqualTo("pair");
        assertThat(rows(split.ratings(), split.trainRows())).containsExactly("1 1 3.0 0", "1 2 3.0 0");
        assertThat(rows(split.ratings(), split.testRows())).containsExactly("1 3 5.0 0");
        assertThat(asked.leftBy(split).filterSteps()).extracting(FilterStep::inWords).containsExactly(
                "at least 2 ratings per user in the train part: 3 ratings by 1 user of 3 movies remain");
    }

    @Test
    void aCoreThatLeavesAPartEmptyIsRefusedInWords() {
        RatingTable table = table(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.of(table, new SplitSpec(0.2, 1), new RatingCore(1000, 0)))
                .withMessageContaining("leaves nothing").withMessageContaining("at least 1,000 ratings per user in the train");
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3);
        builder.add(1, 2, 3);
        builder.add(2, 1, 4);
        RatingTable three = builder.build().table();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Split.published(three, 2, new SplitSpec(0.2, 1), new RatingCore(2, 0)))
                .withMessageContaining("test part").withMessageContaining("Ask for less");
    }
}
