package io.marquee.data.source;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a file is that was to be a table in plain text but is none, told by its first bytes: its name may say anything, such as
 * where a web page was saved as {@code ratings.csv}.
 */
public enum FileFormat {
    WEB_PAGE("a web page, not a table", "Where it was downloaded, a page stood, such as that of a log-in or of an error: open the "
            + "address in a browser and download the file again."),
    XML("XML, not a table in plain text", "It may be the error that a server sent instead of the file: download it again, or "
            + "export it as CSV."),
    JSON("JSON, not a table in plain text", "Write it as CSV with a column each for user, item and rating, such as pandas does "
            + "with read_json and to_csv."),
    LFS_POINTER("a pointer of Git LFS, not the table it stands for", "Run git lfs pull where it was cloned, and open it again."),
    UTF_16("text in UTF-16, which is not read", Remedy.UTF_8),
    UTF_32("text in UTF-32, which is not read", Remedy.UTF_8, "\u00ff\u00fe\0\0", "\0\0\u00fe\u00ff"),
    OFFICE_DOCUMENT("a spreadsheet or another document of an office program, whatever its name says",
            "Open it with such a program, save it as CSV in UTF-8, and open that.",
            "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1", "{\\rtf"),
    MODEL("a model that Marquee has trained", "Open it as a model, under a name that ends in .marquee."),
    ZIP("a zip, whatever its name says", "Give it a name that ends in .zip, and it opens as it is.", Remedy.ZIP_START),
    GZIP("packed with gzip", Remedy.UNPACK, "\u001f\u008b"),
    BZIP2("packed with bzip2", Remedy.UNPACK, "BZh11AY&SY", "BZh21AY&SY", "BZh31AY&SY", "BZh41AY&SY", "BZh51AY&SY", "BZh61AY&SY",
            "BZh71AY&SY", "BZh81AY&SY", "BZh91AY&SY"),
    XZ("packed with xz", Remedy.UNPACK, "\u00fd7zXZ\0"),
    ZSTANDARD("packed with zstd", Remedy.UNPACK, "(\u00b5/\u00fd"),
    SEVEN_ZIP("packed with 7-Zip", Remedy.UNPACK, "7z\u00bc\u00af\u0027\u001c"),
    RAR("packed with RAR", Remedy.UNPACK, "Rar!\u001a\u0007"),
    PARQUET("a Parquet file, which is not read", Remedy.PANDAS, "PAR1"),
    ARROW("an Arrow or Feather file, which is not read", Remedy.PANDAS, "ARROW1\0", "FEA1"),
    AVRO("an Avro file, which is not read", Remedy.PANDAS, "Obj\1"),
    HDF5("an HDF5 file, which is not read", Remedy.PANDAS, "\u0089HDF\r\n"),
    NUMPY("an array of NumPy, which is not read", Remedy.PANDAS, "\u0093NUMPY"),
    PICKLE("an object that Python has pickled, which is not read", Remedy.PANDAS, "\u0080\2", "\u0080\3", "\u0080\4", "\u0080\5"),
    SQLITE("an SQLite database, not a table in plain text", "Export its table of ratings as CSV, such as sqlite3 does with -header "
            + "-csv.", "SQLite format 3\0"),
    PDF("a PDF, not a table in plain text", "Get the same table as CSV from where it came.", "%PDF-"),
    IMAGE("a picture, not a table", "Choose the file with the rows.", "\u0089PNG\r\n", "\u00ff\u00d8\u00ff", "GIF87a", "GIF89a",
            "II*\0", "MM\0*");

    /** How many bytes of the beginning are enough to tell. */
    public static final int ENOUGH = 4096;

    /** Nearly every second byte of UTF-16 is zero where its text is in a Latin script. */
    private static final double MANY = 0.8;
    private static final double FEW = 0.2;

    /** In a zip the name of the first file stands here. */
    private static final int FIRST_NAME = 30;

    private final String name;
    private final String remedy;
    private final List<String> beginnings;

    /** What several have in common. */
    private static final class Remedy {
        static final String UTF_8 = "Save it as UTF-8, which Excel calls CSV UTF-8, or change it with iconv -f UTF-16 -t UTF-8.";
        static final String UNPACK = "Unpack it, and open what was in it.";
        static final String PANDAS = "Write it as CSV with the program it comes from, such as pandas with to_csv.";
        static final String ZIP_START = "PK\3\4";
    }

    FileFormat(String name, String remedy, String... beginnings) {
        this.name = name;
        this.remedy = remedy;
        this.beginnings = List.of(beginnings);
    }

    /** What a file is and what to do about it, in sentences. */
    public String sentence(String where) {
        return where + " is " + name + ". " + (this == UTF_32 ? remedy.replace("UTF-16", "UTF-32") : remedy);
    }

    /**
     * What a file is by its beginning.
     *
     * @param head its first bytes, {@link #ENOUGH} of them where there are so many
     * @return empty where it may be a table, or is nothing known
     */
    public static Optional<FileFormat> of(byte[] head) {
        byte[] start = Arrays.copyOf(head, Math.min(head.length, ENOUGH));
        String bytes = new String(start, StandardCharsets.ISO_8859_1);
        if (bytes.startsWith(Remedy.ZIP_START)) {
            return Optional.of(zipped(bytes));
        }
        for (FileFormat format : values()) {
            if (format.beginnings.stream().anyMatch(bytes::startsWith)) {
                return Optional.of(format);
            }
        }
        return Optional.ofNullable(isUtf16(start) ? UTF_16 : text(bytes));
    }

    private static FileFormat zipped(String bytes) {
        if (bytes.contains("[Content_Types].xml") || bytes.contains("mimetypeapplication/vnd.oasis.opendocument")) {
            return OFFICE_DOCUMENT;
        }
        return bytes.startsWith("manifest.json", FIRST_NAME) ? MODEL : ZIP;
    }

    private static FileFormat text(String bytes) {
        String text = (bytes.startsWith("\u00ef\u00bb\u00bf") ? bytes.substring(3) : bytes).stripLeading();
        String lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("<!doctype html") || lower.startsWith("<") && lower.contains("<html")) {
            return WEB_PAGE;
        }
        if (lower.startsWith("<?xml")) {
            return XML;
        }
        if (text.startsWith("version https://git-lfs.github.com/")) {
            return LFS_POINTER;
        }
        return text.matches("(?s)(\\{\\s*[\"}]|\\[\\s*[\\[{\"]).*") ? JSON : null;
    }

    /** By its byte order mark, or by its zeros where it has none. */
    private static boolean isUtf16(byte[] start) {
        if (start.length >= 2 && (start[0] == (byte) 0xff && start[1] == (byte) 0xfe
                || start[0] == (byte) 0xfe && start[1] == (byte) 0xff)) {
            return true;
        }
        int pairs = start.length / 2;
        int[] zeros = new int[2];
        int[] controls = new int[2];
        for (int i = 0; i < 2 * pairs; i++) {
            zeros[i & 1] += start[i] == 0 ? 1 : 0;
            controls[i & 1] += start[i] > 0 && start[i] < '\t' ? 1 : 0;
        }
        int high = zeros[0] > zeros[1] ? 0 : 1;
        return pairs >= 2 && zeros[high] >= MANY * pairs && zeros[1 - high] <= FEW * pairs && controls[1 - high] == 0;
    }
}
