package io.marquee.data.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are something else than their names say. */
class FileFormatTest {

    private static final String ROWS = "userId,movieId,rating,timestamp\n" + "1,10,4.0,100\n2,20,3.5,200\n".repeat(50);

    private static byte[] zip(String... names) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(ROWS.getBytes(StandardCharsets.UTF_8));
            }
        }
        return bytes.toByteArray();
    }

    private static void assertFormat(byte[] bytes, FileFormat expected) {
        assertThat(FileFormat.of(bytes)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<!DOCTYPE html>\n<html lang=\"en\">", "\uFEFF\n  <HTML>", "<!-- saved -->\n<html>",
        "<!doctype HTML PUBLIC \"-//W3C//DTD HTML 4.01//EN\">"})
    void webPages(String page) {
        assertFormat(page.getBytes(StandardCharsets.UTF_8), FileFormat.WEB_PAGE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"userId\": 1, \"rating\": 3.5}\n", "[{\"userId\":1}]", "[\n  [1, 2]]", "{}", " { \"error\": 404 }"})
    void json(String text) {
        assertFormat(text.getBytes(StandardCharsets.UTF_8), FileFormat.JSON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"userId,movieId,rating,timestamp\n1,2,3.5,4\n", "1::2::3::4\n", "[user];[item];[rating]\n",
        "\"1\",\"2\",\"3\"\n", "<user>,<item>,<rating>\n", "", "x", "{user},{item},{rating}\n", "PK,item,rating\n",
        "BZh,item,rating\n", "\uFEFFuser,item,rating\n"})
    void whatMayBeATable(String text) {
        assertThat(FileFormat.of(text.getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"UTF-16, UTF_16", "UTF-16LE, UTF_16", "UTF-16BE, UTF_16", "UTF-32, ", "UTF-32LE, "})
    void textOfWiderCharacters(String encoding, FileFormat expected) {
        byte[] bytes = ROWS.getBytes(Charset.forName(encoding));
        assertThat(FileFormat.of(bytes).orElse(null)).isEqualTo(expected);
    }

    @Test
    void textInUtf32WithItsMark() {
        assertFormat(("\uFEFF" + ROWS).getBytes(Charset.forName("UTF-32BE")), FileFormat.UTF_32);
        assertFormat(("\uFEFF" + ROWS).getBytes(Charset.forName("UTF-32LE")), FileFormat.UTF_32);
        assertThat(FileFormat.UTF_32.sentence("a.csv")).contains("iconv -f UTF-32 -t UTF-8");
    }

    @Test
    void whatIsZipped() throws IOException {
        assertFormat(zip("ratings.csv"), FileFormat.ZIP);
        assertFormat(zip("[Content_Types].xml", "xl/workbook.xml"), FileFormat.OFFICE_DOCUMENT);
        assertFormat(zip("manifest.json", "model.zip"), FileFormat.MODEL);
        byte[] libreOffice = "PK\3\4\24\0\0\0\0\0\0\0\0\0\0\0\0\0\56\0\0\0\56\0\0\0\10\0\0\0"
                .concat("mimetypeapplication/vnd.oasis.opendocument.spreadsheet").getBytes(StandardCharsets.ISO_8859_1);
        assertFormat(libreOffice, FileFormat.OFFICE_DOCUMENT);
    }

    @Test
    void whatIsPacked() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(ROWS.getBytes(StandardCharsets.UTF_8));
        }
        assertFormat(bytes.toByteArray(), FileFormat.GZIP);
    }

    @ParameterizedTest
    @CsvSource({"425a683931415926535900, BZIP2", "fd377a585a000004, XZ", "28b52ffd2400, ZSTANDARD", "377abcaf271c0004, SEVEN_ZIP",
        "526172211a070100, RAR", "504152311504, PARQUET", "4152524f57310000, ARROW", "464541310000, ARROW", "4f626a0104, AVRO",
        "894844460d0a1a0a, HDF5", "934e554d50590100, NUMPY", "800495, PICKLE", "53514c69746520666f726d6174203300, SQLITE",
        "255044462d312e37, PDF", "89504e470d0a1a0a, IMAGE", "ffd8ffe000104a464946, IMAGE", "474946383961, IMAGE",
        "d0cf11e0a1b11ae1, OFFICE_DOCUMENT", "7b5c727466315c, OFFICE_DOCUMENT"})
    void byTheirFirstBytes(String hex, FileFormat expected) {
        assertFormat(HexFormat.of().parseHex(hex), expected);
    }

    @Test
    void otherText() {
        assertFormat("<?xml version=\"1.0\"?><Error/>".getBytes(StandardCharsets.UTF_8), FileFormat.XML);
        assertFormat("version https://git-lfs.github.com/spec/v1\noid sha256:4d\n".getBytes(StandardCharsets.UTF_8),
                FileFormat.LFS_POINTER);
    }

    /** What is not known is left to those who read it; nothing is thrown. */
    @Test
    void anyBytes() {
        SplittableRandom random = new SplittableRandom(3);
        for (int trial = 0; trial < 2000; trial++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            assertThat(FileFormat.of(bytes)).isNotNull();
        }
        assertThat(FileFormat.of(new byte[FileFormat.ENOUGH])).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aSentenceNamesTheFileAndARemedy(FileFormat format) {
        assertThat(format.sentence("a/ratings.csv")).startsWith("a/ratings.csv is ").matches("(?s).*[^.]\\. [A-Z].*\\.");
    }
}
