package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RatingFilterTest {

    private static final long DAY = 86_400;

    /** Users and movies of very different popularity, so that the core takes several passes. */
    private static RatingTable table(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        for (int user = 1; user <= 60; user++) {
            for (int movie = 1; movie <= 60; movie++) {
                if (random.nextDouble() < 4.0 / (user + movie)) {
                    builder.add(user * 7, movie * 3, (1 + random.nextInt(10)) / 2f, random.nextInt(20_000) * DAY + 5);
                }
            }
        }
        return builder.build().table();
    }

    private static RatingFilter.Result apply(RatingTable table, FilterSpec spec) {
        return RatingFilter.apply(table, spec);
    }

    private static FilterSpec core(int user, int item) {
        return new FilterSpec(user, item, null, null, null, null, 0, 0);
    }

    /** The row of a rating as people see it, whatever its indices. */
    private static String row(RatingTable table, int row) {
        return table.users().id(table.user(row)) + " " + table.items().id(table.item(row)) + " " + table.rating(row) + " "
                + table.timestamp(row);
    }

    private static List<String> rows(RatingTable table) {
        return IntStream.range(0, table.size()).mapToObj(row -> row(table, row)).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void whatRemainsIsTheSameRatingsInTheSameOrderWithDenseIds(long seed) {
        RatingTable table = table(seed);
        BitSet some = new BitSet();
        SplittableRandom random = new SplittableRandom(seed);
        IntStream.range(0, table.size()).filter(row -> random.nextInt(3) == 0).forEach(some::set);

        RatingTable part = table.select(some);

        assertThat(rows(part)).isEqualTo(some.stream().mapToObj(row -> row(table, row)).toList());
        assertThat(part.ratingsPerUser()).doesNotContain(0);
        assertThat(part.ratingsPerItem()).doesNotContain(0);
        assertThat(part.scale()).isEqualTo(table.scale());
        if (!rows(part).equals(rows(table))) {
            assertThat(part.fingerprint()).isNotEqualTo(table.fingerprint());
        }
    }

    @Test
    void ratingsAndDaysAreKeptWithinTheirBounds() {
        RatingTable table = table(9);
        FilterSpec spec = new FilterSpec(0, 0, 2.5, 4.0, "1990-03-01", "2000-12-31", 0, 0);

        RatingTable part = apply(table, spec).table();

        assertThat(rows(part)).isEqualTo(IntStream.range(0, table.size())
                .filter(row -> table.rating(row) >= 2.5 && table.rating(row) <= 4)
                .filter(row -> {
                    LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(table.timestamp(row)), ZoneOffset.UTC);
                    return !day.isBefore(LocalDate.of(1990, 3, 1)) && !day.isAfter(LocalDate.of(2000, 12, 31));
                }).mapToObj(row -> row(table, row)).toList());
        assertThat(part.size()).isPositive();
    }

    @Test
    void usersAreDrawnBySeedAllWithTheSameChance() {
        RatingTable table = table(1);
        int users = table.users().size();
        int[] drawn = new int[users];
        for (int seed = 0; seed < 600; seed++) {
            RatingTable part = apply(table, new FilterSpec(0, 0, null, null, null, null, 10, seed)).table();
            assertThat(part.users().size()).isEqualTo(10);
            for (int user = 0; user < 10; user++) {
                drawn[table.users().indexOf(part.users().id(user))]++;
            }
        }
        double mean = 600.0 * 10 / users;

        assertThat(Arrays.stream(drawn).boxed())
                .allSatisfy(count -> assertThat((double) count).isBetween(mean - 60, mean + 60));
        FilterSpec seven = new FilterSpec(0, 0, null, null, null, null, 10, 7);
        assertThat(rows(apply(table, seven).table())).isEqualTo(rows(apply(table, seven).table()));
        assertThat(apply(table, new FilterSpec(0, 0, null, null, null, null, 1000, 7)).table().size())
                .isEqualTo(table.size());
    }

    @Test
    void eachStepSaysWhatRemains() {
        RatingTable table = table(2);
        RatingFilter.Result result =
                apply(table, new FilterSpec(0, 0, 3.0, null, "1980-01-01", null, 30, 5));

        assertThat(result.steps()).extracting(FilterStep::what).containsExactly("ratings from 3", "from 1980-01-01",
                "30 users drawn with seed 5");
        assertThat(result.steps()).extracting(FilterStep::ratings).isSortedAccordingTo((a, b) -> b - a);
        FilterStep last = result.steps().get(2);
        assertThat(last).isEqualTo(new FilterStep(last.what(), result.table().size(), result.table().users().size(),
                result.table().items().size()));
        assertThat(new FilterStep("x", 1234, 5, 6).inWords()).isEqualTo("x: 1,234 ratings by 5 users of 6 movies remain");
    }

    @Test
    void aDatasetThatComesDividedKeepsBothParts() {
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        builder.add(1, 1, 3);
        builder.add(1, 2, 4);
        builder.startSecondPart();
        builder.add(1, 3, 5);
        Dataset whole = new Dataset("pair", builder.build().table(), Catalogue.empty(),
                new ImportReport(3, 3, 0, 0, List.of()), OptionalDouble.empty(), OptionalInt.of(2));

        Dataset part = whole.filtered(new FilterSpec(0, 0, 4.0, null, null, null, 0, 0));

        assertThat(rows(part.ratings())).containsExactly("1 2 4.0 0", "1 3 5.0 0");
        assertThat(part.publishedTrainRows()).hasValue(1);
        assertThat(part.name()).isEqualTo("pair, ratings from 4");
        assertThatIllegalArgumentException().isThrownBy(() -> whole.filtered(
                new FilterSpec(0, 0, 5.0, null, null, null, 0, 0))).withMessageContaining("train part");
    }

    @Test
    void aFilterIsAppliedWhenADatasetIsOpened() throws Exception {
        RatingTable table = table(3);
        Dataset whole = new Dataset("d", table, Catalogue.empty(), new ImportReport(1, 1, 0, 0, List.of()),
                OptionalDouble.empty(), OptionalInt.empty());
        Datasets datasets = new FilteringDatasets((spec, progress) -> {
            assertThat(spec.filter()).isEmpty();
            return whole;
        });
        DatasetSpec spec = DatasetSpec.of("d");

        assertThat(datasets.open(spec, Progress.NONE)).isSameAs(whole);
        FilterSpec good = new FilterSpec(0, 0, 4.0, null, null, null, 0, 0);
        assertThat(datasets.open(spec.withFilter(good), Progress.NONE).ratings().size()).isLessThan(table.size());
        assertThatExceptionOfType(InvalidDataException.class)
                .isThrownBy(() -> datasets.open(
                        spec.withFilter(new FilterSpec(0, 0, null, null, "1950-01-01", "1960-01-01", 0, 0)), Progress.NONE))
                .withMessageContaining("leaves nothing").withMessageContaining("from 1950-01-01 until 1960-01-01");
        assertThat(spec.withFilter(FilterSpec.NONE)).isEqualTo(spec);
    }

    @Test
    void nonsenseIsRefusedInWords() {
        RatingTable untimed = new RatingTable(IdIndex.ofSorted(List.of("1")), IdIndex.ofSorted(List.of("1")), new int[1],
                new int[1], new RatingColumn.Floats(new float[] {1}), new int[0], RatingScale.HALF_STARS);
        assertThatIllegalArgumentException().isThrownBy(() -> new FilterSpec(0, 0, null, null, "yesterday", null, 0, 0))
                .withMessageContaining("\"yesterday\" is no day such as 2005-01-31");
        assertThatIllegalArgumentException().isThrownBy(() -> new FilterSpec(0, 0, 4.0, 2.0, null, null, 0, 0))
                .withMessageContaining("at least 4 and at most 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FilterSpec(0, 0, null, null, "2001-01-01", "2000-01-01", 0, 0))
                .withMessageContaining("from 2001-01-01 on and until 2000-01-01");
        assertThatIllegalArgumentException().isThrownBy(() -> core(-1, 0)).withMessageContaining("or more");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> apply(untimed, new FilterSpec(0, 0, null, null, "2001-01-01", null, 0, 0)))
                .withMessageContaining("does not say when");
    }

    @Test
    void whatIsKeptIsPutIntoWords() {
        assertThat(FilterSpec.NONE.inWords()).isEmpty();
        assertThat(new FilterSpec(5, 10, 3.5, 5.0, "2001-01-01", "2002-01-01", 1000, 3).inWords()).isEqualTo(
                "ratings from 3.5 to 5, from 2001-01-01 until 2002-01-01, 1,000 users drawn with seed 3, "
                        + "at least 5 ratings per user and 10 ratings per movie in the train part");
        assertThat(new FilterSpec(0, 0, null, 2.0, null, "2002-01-01", 0, 3).inWords())
                .isEqualTo("ratings up to 2, until 2002-01-01");
        assertThat(new TreeSet<>(List.of(core(0, 4).inWords(), core(4, 0).inWords())))
                .containsExactly("at least 4 ratings per movie in the train part", "at least 4 ratings per user in the train part");
    }
}
