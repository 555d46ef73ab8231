package io.marquee.data.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.ColumnMapping;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Progress;
import io.marquee.data.RatingTable;
import io.marquee.data.RatingTableBuilder;
import io.marquee.data.TimestampFormat;
import io.marquee.data.source.DiskFile;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The quick reader and Commons CSV must read the same out of any file, wherever it is cut into chunks. */
class PlainRowFuzzTest {

    private static final String[] IDS = {"1", "7", "42", "007", "0", "2147483647", "2147483648", "-3", " 5", "5 ", "\"9\"",
        "\" 9\"", "\"\"", "", "x", "é", "4.0", "+4", "\"a", "b\"", "a\"b", "\"a,b\"", "\"a\"\"b\"", "B00X", "\u0001"};
    private static final String[] RATINGS = {"4", "3.5", "0.5", "5", "5.0", "4.00", "03", "3.", ".5", "+4", "1e0", "35e-1",
        "9", "0", "99", "NaN", "", " 4", "\"4.5\"", "3,5", "3.3333333", "4.99999999999", "1.2345678", "0000000003"};
    private static final String[] TIMES = {"1", "978300760", "4294967295", "4294967296", "0", "-1", "", "\"12\"", "1.5",
        "1577836800123", "2005-04-02 23:53:47", "2005-02-29 00:00:00", "2004-02-29 10:00:00", "2005-04-31 00:00:00",
        "2005-04-02T23:53:47", "2005-04-02", "1969-01-01 00:00:00", "2005-04-02 24:00:00", "2200-01-01 00:00:00"};
    private static final String[] ENDS = {"\n", "\n", "\n", "\r\n", "\r", "\n\n", "\r\n\r\n", ",x\n", " \n", "\"\n"};

    @TempDir
    private Path folder;

    private record Read(List<String> rows, List<String> notes, List<String> reasons, RatingFileReader.Counts counts) {}

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void oddRowsAreReadAlikeOrRefusedAlike(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 25; trial++) {
            ColumnMapping mapping = mapping(random);
            Path file = Files.writeString(folder.resolve("odd.csv"), text(random, mapping, 0.15));
            for (boolean textIds : new boolean[] {false, true}) {
                String expected = outcome(file, mapping, textIds, 1 << 20, false);
                assertThat(outcome(file, mapping, textIds, 1 << 20, true)).isEqualTo(expected);
                if (mapping.quote().isEmpty()) {
                    // A broken quote may reach as far as its chunk, so only here chunks make no difference at all.
                    assertThat(outcome(file, mapping, textIds, 40, true)).isEqualTo(expected);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void wellFormedRowsAreWhatCommonsCsvMakesOfTheWholeFile(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int trial = 0; trial < 10; trial++) {
            ColumnMapping mapping = new ColumnMapping(random.nextBoolean() ? "," : ";", "\"", "UTF-8", false, 4, 0, 1, 2,
                    OptionalInt.of(3), TimestampFormat.SECONDS, 0.5, 5, List.of(), List.of());
            StringBuilder text = new StringBuilder();
            for (int row = 0; row < 300; row++) {
                String delimiter = mapping.delimiter();
                text.append(quotedAtTimes(random, "u" + random.nextInt(40), delimiter)).append(delimiter)
                        .append(quotedAtTimes(random, "i" + random.nextInt(40), delimiter)).append(delimiter)
                        .append(quotedAtTimes(random, (1 + random.nextInt(10)) / 2f + "", "")).append(delimiter)
                        .append(random.nextInt(1 << 30)).append(random.nextBoolean() ? "\n" : "\r\n");
            }
            Path file = Files.writeString(folder.resolve("good.csv"), text);
            for (int chunk : new int[] {50, 1000, 1 << 20}) {
                assertThat(read(file, mapping, true, chunk, true).rows()).isEqualTo(byCommonsCsv(file, mapping));
            }
        }
    }

    /** A value in quotes at times, with a delimiter, a quote or a line break in it. */
    private static String quotedAtTimes(SplittableRandom random, String value, String delimiter) {
        return switch (delimiter.isEmpty() ? random.nextInt(2) : random.nextInt(6)) {
            case 1 -> '"' + value + '"';
            case 2 -> '"' + value + delimiter + "x\"";
            case 3 -> '"' + value + "\"\"x\"";
            case 4 -> '"' + value + "\nx\"";
            default -> value;
        };
    }

    /** The last rating of each pair, as the simplest program would find it. */
    private static List<String> byCommonsCsv(Path file, ColumnMapping mapping) throws IOException {
        Map<String, String> last = new LinkedHashMap<>();
        try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVParser.parse(text,
                        CSVFormat.DEFAULT.builder().setDelimiter(mapping.delimiter()).get())) {
            for (CSVRecord row : parser) {
                String pair = row.get(0) + " " + row.get(1);
                last.remove(pair);
                last.put(pair, pair + " " + Float.parseFloat(row.get(2)) + " " + Long.parseLong(row.get(3)));
            }
        }
        return List.copyOf(last.values());
    }

    private static ColumnMapping mapping(SplittableRandom random) {
        boolean quotes = random.nextBoolean();
        boolean timed = random.nextInt(4) > 0;
        boolean between = random.nextBoolean();
        String delimiter = new String[] {",", ";", "\t", "::", "|"}[random.nextInt(5)];
        return new ColumnMapping(delimiter, quotes ? "\"" : "", "UTF-8", false, (timed ? 4 : 3) + (between ? 1 : 0), 0, 1,
                between ? 3 : 2, timed ? OptionalInt.of(between ? 4 : 3) : OptionalInt.empty(),
                TimestampFormat.values()[random.nextInt(3)], 0.5, 5, random.nextBoolean() ? List.of(99.0) : List.of(),
                random.nextBoolean() ? List.of(0.0) : List.of());
    }

    private static String text(SplittableRandom random, ColumnMapping mapping, double odd) {
        StringBuilder text = new StringBuilder();
        for (int row = 0; row < 150; row++) {
            for (int column = 0; column < mapping.columns(); column++) {
                text.append(column > 0 ? mapping.delimiter() : "").append(field(random, mapping, column, odd));
            }
            text.append(random.nextDouble() < odd / 2 ? ENDS[random.nextInt(ENDS.length)] : "\n");
        }
        // Perhaps cut short.
        text.setLength(text.length() - random.nextInt(20));
        return text.toString();
    }

    private static String field(SplittableRandom random, ColumnMapping mapping, int column, double odd) {
        boolean strange = random.nextDouble() < odd;
        if (column == mapping.rating()) {
            return strange ? pick(random, RATINGS) : (1 + random.nextInt(10)) / 2f + "";
        }
        if (mapping.time().isPresent() && column == mapping.time().getAsInt()) {
            String time = switch (mapping.timeFormat()) {
                case SECONDS -> "" + random.nextInt(1 << 30);
                case MILLISECONDS -> "" + 1000L * random.nextInt(1 << 30);
                case DATE -> String.format("20%02d-%02d-%02d %02d:%02d:%02d", random.nextInt(30), 1 + random.nextInt(12),
                        1 + random.nextInt(28), random.nextInt(24), random.nextInt(60), random.nextInt(60));
            };
            return strange ? pick(random, TIMES) : time;
        }
        return strange ? pick(random, IDS) : "" + (1 + random.nextInt(60));
    }

    private static String pick(SplittableRandom random, String[] values) {
        return values[random.nextInt(values.length)];
    }

    private static String outcome(Path file, ColumnMapping mapping, boolean textIds, int chunk, boolean plain)
            throws IOException {
        try {
            return read(file, mapping, textIds, chunk, plain).toString();
        } catch (InvalidDataException e) {
            return e.getMessage();
        }
    }

    private static Read read(Path file, ColumnMapping mapping, boolean textIds, int chunk, boolean plain)
            throws IOException {
        RatingFile identified = RatingFile.identify(DiskFile.of(file), Optional.of(mapping));
        RatingFile asked = textIds ? identified.withTextIds() : identified.withNumericIds();
        RatingTableBuilder builder = textIds
                ? RatingTableBuilder.ofTextIds(asked.scale())
                : RatingTableBuilder.ofNumericIds(asked.scale());
        ImportLog log = new ImportLog();
        RatingFileReader.Counts counts = new RatingFileReader(asked, builder, log,
                new ImportSteps(Progress.NONE, 0, 1), chunk, plain).read();
        RatingTable table = builder.build().table();
        List<String> rows = new ArrayList<>();
        for (int row = 0; row < table.size(); row++) {
            rows.add(table.users().id(table.user(row)) + " " + table.items().id(table.item(row)) + " "
                    + table.rating(row) + " " + table.timestamp(row));
        }
        return new Read(rows, log.notes(), log.reasons(), counts);
    }
}
