package io.marquee.data.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.ColumnMapping;
import io.marquee.data.TimestampFormat;
import io.marquee.data.source.DiskFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingSnifferTest {

    @TempDir
    private Path folder;

    private DiskFile file(String text) throws IOException {
        return DiskFile.of(Files.writeString(folder.resolve("some.csv"), text, StandardCharsets.ISO_8859_1));
    }

    private MappingGuess guess(String text) throws IOException {
        return MappingSniffer.guess(file(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '/', value = {";", "|", "::", "','", "' '"})
    void theDelimiterIsTheOneThatGivesEveryRowAsManyFields(String delimiter) throws IOException {
        StringBuilder text = new StringBuilder("user" + delimiter + "item" + delimiter + "score\n");
        for (int i = 0; i < 30; i++) {
            text.append(i).append(delimiter).append(i % 7).append(delimiter).append(1 + i % 5).append('\n');
        }
        MappingGuess guess = guess(text.toString());
        assertThat(guess.mapping().delimiter()).isEqualTo(delimiter);
        assertThat(guess.columnNames()).containsExactly("user", "item", "score");
        assertThat(guess.certain()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'1,2,3,4,5', 1, 5, '', ''",
        "'0.5,2,5', 0.5, 5, '', ''",
        "'0,1,4', 0, 5, '', ''",
        "'0,6,10', 1, 10, '', 0.0",
        "'-1,6,10', 1, 10, '', -1.0",
        "'1,7,10', 1, 10, '', ''",
        "'-9.5,3.25,99', -10, 10, 99.0, ''",
        "'0.1,0.75,1', 0, 1, '', ''",
        "'10,55,90', 1, 100, '', ''"
    })
    void theScaleIsOneThatPeopleRateOn(String ratings, double minimum, double maximum, String missing, String implicit)
            throws IOException {
        StringBuilder text = new StringBuilder("user,item,rating\n");
        int item = 0;
        for (String rating : ratings.split(",")) {
            text.append("7,").append(item++).append(',').append(rating).append('\n');
        }
        ColumnMapping mapping = guess(text.toString()).mapping();
        assertThat(List.of(mapping.minimum(), mapping.maximum())).containsExactly(minimum, maximum);
        assertThat(mapping.missing().toString()).isEqualTo("[" + missing + "]");
        assertThat(mapping.implicit().toString()).isEqualTo("[" + implicit + "]");
    }

    @Test
    void timesAreToldByTheirSize() throws IOException {
        assertThat(guess("u,item,rating,time\n1,2,3,978300760\n").mapping().timeFormat())
                .isEqualTo(TimestampFormat.SECONDS);
        assertThat(guess("u,item,rating,time\n1,2,3,978300760123\n").mapping().timeFormat())
                .isEqualTo(TimestampFormat.MILLISECONDS);
        assertThat(guess("u,item,rating,time\n1,2,3,2001-02-03\n").mapping().timeFormat())
                .isEqualTo(TimestampFormat.DATE);
        assertThat(guess("user,item,rating,time\n1,2,3,yesterday\n").mapping().time()).isEmpty();
    }

    @Test
    void whatIsNotSureIsSaid() throws IOException {
        assertThat(guess("1,2,3\n4,5,1\n").doubts()).anyMatch(doubt -> doubt.contains("which columns hold the users"));
        assertThat(guess("user,item,rating\n1,2,lots\n2,2,few\n").doubts()).anyMatch(doubt -> doubt.contains("numbers"));
        assertThat(guess("user,item,rating\n1,2,5000\n2,2,3\n").doubts()).anyMatch(doubt -> doubt.contains("usual scale"));
        assertThat(guess("a letter\nwithout any columns\n").certain()).isFalse();
    }

    @Test
    void anEncodingThatIsNotUtf8IsTheOlderOne() throws IOException {
        assertThat(guess("user,item,rating\nAndr\u00e9,2,3\n").mapping().encoding()).isEqualTo("ISO-8859-1");
    }

    @Test
    void thePreviewShowsFiftyRowsAndWhyTheyCannotBeUsed() throws IOException {
        DiskFile file = file("user,item,rating\n" + "1,2,3\n".repeat(60) + "x");
        ColumnMapping mapping = MappingSniffer.guess(file).mapping();
        TablePreview preview = TablePreview.of(file, mapping);
        assertThat(preview.columns()).containsExactly("user", "item", "rating");
        assertThat(preview.rows()).hasSize(50).allMatch(row -> row.equals(List.of("1", "2", "3")));
        assertThat(preview.problems()).hasSize(50).allMatch(String::isEmpty);
        TablePreview other = TablePreview.of(file, mapping.withScale(4, 5));
        assertThat(other.problems()).allMatch(problem -> problem.contains("rating \"3\" is outside the scale"));
    }
}
