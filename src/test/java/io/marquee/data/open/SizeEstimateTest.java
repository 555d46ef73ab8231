package io.marquee.data.open;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.DatasetSpec;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeEstimateTest {

    private static final int ROWS = 20_000;

    @TempDir
    Path folder;

    private static byte[] ratings() {
        StringBuilder rows = new StringBuilder("userId,movieId,rating,timestamp\n");
        for (int i = 0; i < ROWS; i++) {
            rows.append(1 + i / 140).append(',').append(1 + i % 70).append(",3.5,").append(1_000_000_000 + i).append('\n');
        }
        return rows.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @Test
    void theNumberOfRatingsIsToldFromSizeAndFirstLines() throws Exception {
        Path file = Files.write(folder.resolve("ratings.csv"), ratings());

        SizeEstimate estimate = SizeEstimate.of(DatasetSpec.of(file.toString()));
        assertThat(estimate.ratings()).isBetween(ROWS * 9L / 10, ROWS * 11L / 10);
        assertThat(estimate.users()).isBetween(120L, 160L);
        assertThat(SizeEstimate.of(DatasetSpec.pair(file.toString(), file.toString())).ratings())
                .isEqualTo(2 * estimate.ratings());
    }

    @Test
    void aZipIsMeasuredUnpacked() throws Exception {
        Path zip = folder.resolve("ml.zip");
        try (OutputStream out = Files.newOutputStream(zip); ZipOutputStream packed = new ZipOutputStream(out)) {
            packed.putNextEntry(new ZipEntry("ml/ratings.csv"));
            packed.write(ratings());
        }

        assertThat(SizeEstimate.of(DatasetSpec.of(zip.toString())).ratings()).isBetween(ROWS * 9L / 10, ROWS * 11L / 10);
    }

    @Test
    void anEmptyFileIsNoError() throws Exception {
        Path file = Files.createFile(folder.resolve("ratings.csv"));

        assertThat(SizeEstimate.of(DatasetSpec.of(file.toString())).ratings()).isEqualTo(1);
    }
}
