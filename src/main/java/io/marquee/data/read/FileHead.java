package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The beginning of a text file, by which its layout is recognised. Whole lines only, unless it is the whole file. */
final class FileHead {

    private static final int SIZE = 1 << 18;
    private static final Pattern DELIMITER_NOTE = Pattern.compile("(?i)\"?sep=[^\\r\\n]\"?(\\r\\n|\\n|\\r)");
    private static final int LONGEST_NOTE = 16;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final byte[] bytes;
    private final int from;
    private final int to;
    private final int linesSkipped;

    private FileHead(byte[] bytes, int from, int to) {
        this.bytes = bytes;
        this.to = to;
        int afterNote = afterDelimiterNote(bytes, from, to);
        this.from = Math.max(from, afterNote);
        this.linesSkipped = afterNote < 0 ? 0 : 1;
    }

    /** Where the text goes on behind a first line such as {@code sep=;}, a note for Excel; -1 where there is none. */
    private static int afterDelimiterNote(byte[] bytes, int from, int to) {
        String start = new String(bytes, from, Math.min(LONGEST_NOTE, to - from), StandardCharsets.ISO_8859_1);
        Matcher note = DELIMITER_NOTE.matcher(start);
        return note.lookingAt() ? from + note.end() : -1;
    }

    /**
     * Reads the beginning of a file.
     *
     * @throws InvalidDataException if it is empty, holds nothing but blank lines, or is no text
     */
    static FileHead of(SourceFile file) throws IOException {
        byte[] bytes;
        try (InputStream in = file.open()) {
            bytes = in.readNBytes(SIZE);
            if (bytes.length == SIZE && lastLineEnd(bytes) == 0) {
                byte[] more = in.readNBytes(LineChunks.LONGEST_LINE + 1 - SIZE);
                bytes = ByteBuffer.allocate(SIZE + more.length).put(bytes).put(more).array();
            }
        }
        if (bytes.length == 0) {
            throw NotText.empty(file);
        }
        NotText.check(file, bytes);
        checkForZeros(file, bytes);
        boolean whole = bytes.length < SIZE || bytes.length == file.size();
        int to = whole ? bytes.length : lastLineEnd(bytes);
        if (to == 0 || whole && bytes.length > LineChunks.LONGEST_LINE && lastLineEnd(bytes) == 0) {
            throw NotText.endlessLine(file, 1);
        }
        int from = startsWithMark(bytes) ? BYTE_ORDER_MARK.length : 0;
        FileHead head = new FileHead(bytes, from, to);
        if (head.firstLine() >= to && whole) {
            throw new InvalidDataException(file.where() + " holds nothing but blank lines. "
                    + "Check that it was downloaded or exported completely.");
        }
        return head;
    }

    private static boolean startsWithMark(byte[] bytes) {
        return bytes.length >= 3 && bytes[0] == BYTE_ORDER_MARK[0] && bytes[1] == BYTE_ORDER_MARK[1]
                && bytes[2] == BYTE_ORDER_MARK[2];
    }

    private static void checkForZeros(SourceFile file, byte[] bytes) throws InvalidDataException {
        long line = 1;
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] == 0) {
                throw NotText.zeroByte(file, i, line);
            }
            line += bytes[i] == '\n' ? 1 : 0;
        }
    }

    private static int lastLineEnd(byte[] bytes) {
        int end = bytes.length;
        while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') {
            end--;
        }
        return end;
    }

    /** Where the file's rows start, behind a byte order mark and a note of the delimiter. */
    int start() {
        return from;
    }

    /** Where the first line that is not empty starts. */
    private int firstLine() {
        int position = from;
        while (position < to && (bytes[position] == '\n' || bytes[position] == '\r')) {
            position++;
        }
        return position;
    }

    /** Where the line after the first one that is not empty starts. */
    int afterFirstLine() {
        int position = firstLine();
        while (position < to && bytes[position] != '\n' && bytes[position] != '\r') {
            position++;
        }
        boolean both = position + 1 < to && bytes[position] == '\r' && bytes[position + 1] == '\n';
        return Math.min(to, position + (both ? 2 : 1));
    }

    /** How many lines end before a position. */
    long linesBefore(int position) {
        long lines = linesSkipped;
        for (int i = from; i < position; i++) {
            boolean lone = bytes[i] == '\r' && !(i + 1 < to && bytes[i + 1] == '\n');
            lines += bytes[i] == '\n' || lone ? 1 : 0;
        }
        return lines;
    }

    /** The first line that is not empty. */
    String firstLineText() {
        int position = firstLine();
        return new String(bytes, position, afterFirstLine() - position, charset()).strip();
    }

    /** UTF-8 where these bytes are, otherwise the older encoding they can be. */
    Charset charset() {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, to - from));
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException e) {
            // Not an error: this is how the encoding is told.
            return StandardCharsets.ISO_8859_1;
        }
    }

    /** Whether a character occurs. */
    boolean contains(char character) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == character) {
                return true;
            }
        }
        return false;
    }

    /**
     * The first records, as fields.
     *
     * @param most how many
     */
    List<List<String>> records(String delimiter, char quote, Charset charset, int most) {
        CSVFormat format = ChunkReader.format(delimiter, quote);
        String text = new String(bytes, from, to - from, charset);
        try {
            return records(text, format, most);
        } catch (IOException | UncheckedIOException e) {
            // A broken quote: line by line, as the rows will be read.
            List<List<String>> found = new ArrayList<>();
            for (String line : text.split("\\R")) {
                if (found.size() < most) {
                    try {
                        found.addAll(records(line, format, 1));
                    } catch (IOException | UncheckedIOException broken) {
                        found.add(List.of(line));
                    }
                }
            }
            return found;
        }
    }

    private static List<List<String>> records(String text, CSVFormat format, int most) throws IOException {
        List<List<String>> found = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(text, format)) {
            for (CSVRecord record : parser) {
                if (found.size() == most) {
                    break;
                }
                found.add(record.toList());
            }
        }
        return found;
    }
}
