package io.marquee.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportReportFileTest {

    private final ImportReport report = new ImportReport(1_000, 990, 4, 2, List.of("4 ratings were given again."), 6,
            List.of("r.csv, line 7: \"a, \"\"b\"\"\" is no rating.", "r.csv, line 9: too few fields."), 0,
            List.of(new ImportReport.ListedFile("ratings.csv", 12_000, "ratings")));

    @TempDir
    Path folder;

    @Test
    void csvHoldsCountsNotesAndReasonsAsTheyWere() throws IOException {
        Path file = folder.resolve("report.csv");
        ImportReportFile.write("ml", report, file);

        try (Reader reader = Files.newBufferedReader(file)) {
            List<CSVRecord> rows = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true).get().parse(reader)
                    .getRecords();
            assertThat(rows).extracting(row -> row.get("kind")).containsExactly("count", "count", "count", "count",
                    "count", "count", "note", "file", "refused", "refused");
            assertThat(rows.get(3).toMap()).containsEntry("text", "refused and left out").containsEntry("rows", "6");
            assertThat(rows.get(7).get("text")).isEqualTo("ratings.csv: ratings");
            assertThat(rows.get(8).get("text")).isEqualTo(report.reasons().get(0));
        }
    }

    @Test
    void textNamesTheDatasetAndEveryReason() throws IOException {
        Path file = folder.resolve("report.txt");
        ImportReportFile.write("ml", report, file);

        assertThat(Files.readString(file)).startsWith("ml\n").contains("rows read").contains("1,000")
                .contains(report.reasons().get(1));
    }

    @Test
    void anOlderReportIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = Files.writeString(folder.resolve("report.txt"), "old");
        ImportReportFile.write("ml", report, file);

        assertThat(Files.readString(file)).doesNotContain("old");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFolderThatIsNotThereIsAnError() {
        assertThatThrownBy(() -> ImportReportFile.write("ml", report, folder.resolve("none/report.txt")))
                .isInstanceOf(IOException.class);
    }
}
