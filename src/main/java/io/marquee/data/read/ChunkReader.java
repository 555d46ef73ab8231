package io.marquee.data.read;

import io.marquee.data.RatingTableBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads the rows of chunks: plain lines straight from their bytes, and runs of lines that are not plain with Commons
 * CSV. Where a quote never closes, lines are read one by one, so that it cannot swallow what stands below. Serves one
 * thread.
 */
final class ChunkReader {

    /** Low, so that columns seldom grow. */
    private static final int BYTES_PER_ROW = 20;

    /** So many lines a quoted field may go over. */
    private static final int MOST_LINES_OF_A_RECORD = 50;

    /** What Commons CSV says where a quote never closes. */
    private static final String UNCLOSED = "EOF";

    private static final int BYTES_SHOWN = 200;

    private final RowLayout layout;
    private final CSVFormat format;
    private final PlainRow plain;
    private final RecordRow records;
    private final boolean timed;
    private final Row row = new Row();

    private LineChunks.Chunk chunk;
    private ChunkRows rows;
    /** Whether the last lines parsed ended within quotes. */
    private boolean unclosed;

    /** @param takePlainLines false to leave every line to Commons CSV, as a test does to compare */
    ChunkReader(RowLayout layout, RatingTableBuilder builder, boolean takePlainLines) {
        this.layout = layout;
        this.format = format(layout.mapping().delimiter(), layout.quote());
        PlainRow reader = new PlainRow(layout, builder);
        this.plain = takePlainLines && reader.possible() ? reader : null;
        this.records = new RecordRow(layout, builder);
        this.timed = layout.time() >= 0;
    }

    /** How Commons CSV takes a line apart. */
    static CSVFormat format(String delimiter, char quote) {
        return CSVFormat.Builder.create(CSVFormat.DEFAULT)
                .setDelimiter(delimiter)
                .setQuote(quote == 0 ? null : quote)
                .get();
    }

    ChunkRows read(LineChunks.Chunk next) {
        chunk = next;
        rows = new ChunkRows(next.length() / BYTES_PER_ROW + 16);
        if (next.endless()) {
            rows.end = ChunkRows.End.endlessLine(1);
            return rows;
        }
        int position = 0;
        while (position < next.length() && rows.end == null) {
            int after = plain == null ? -1 : plain.read(next.bytes(), position, row);
            if (after < 0) {
                position = handOver(position);
            } else {
                rows.lines++;
                rows.add(row, timed);
                position = after;
            }
        }
        return rows;
    }

    /** Reads the lines from a position to the next plain one with Commons CSV; returns where they end. */
    private int handOver(int from) {
        int to = lineEnd(from);
        int quotes = quotes(from, to);
        while (to < chunk.length() && (quotes % 2 == 1 || plain == null || plain.read(chunk.bytes(), to, row) < 0)) {
            int end = lineEnd(to);
            quotes += quotes(to, end);
            to = end;
        }
        if (!readable(from, to)) {
            return chunk.length();
        }
        List<Found> found = parse(from, to);
        if (found != null) {
            found.forEach(this::take);
            rows.lines += breaks(from, to);
            return to;
        }
        return lineByLine(from, to);
    }

    /** A record, the line it starts on, counted from the first line parsed, and whether it is the last of the chunk. */
    private record Found(CSVRecord record, long line, boolean last) {}

    /** The records of some lines, or null if their quotes are broken. */
    private List<Found> parse(int from, int to) {
        String text = new String(chunk.bytes(), from, to - from, layout.charset());
        List<Found> found = new ArrayList<>();
        unclosed = false;
        try (CSVParser parser = CSVParser.parse(text, format)) {
            LineCount lines = new LineCount(text);
            Iterator<CSVRecord> iterator = parser.iterator();
            while (iterator.hasNext()) {
                CSVRecord record = iterator.next();
                int breaks = layout.quote() == 0 ? 0 : LineCount.breaksIn(record);
                if (breaks >= MOST_LINES_OF_A_RECORD) {
                    return null;
                }
                found.add(new Found(record, lines.next(breaks), to == chunk.length() && !iterator.hasNext()));
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            // Reading a string cannot fail otherwise: a quote stands where none may, or never closes.
            unclosed = String.valueOf(e.getMessage()).contains(UNCLOSED);
            return null;
        }
    }

    private void take(Found found) {
        long line = rows.lines + found.line();
        try {
            records.read(found.record().values(), row);
            rows.add(row, timed);
        } catch (BadFieldException e) {
            if (found.last() && !chunk.endsWithBreak()) {
                String text = String.join(layout.mapping().delimiter(), found.record().values());
                rows.cut = new ChunkRows.Refusal(line, text);
                rows.refuse(line, "the file ends in the middle of this row, " + Wording.quote(text));
            } else {
                rows.refuse(line, e.getMessage());
            }
        }
    }

    private int lineByLine(int from, int to) {
        int position = from;
        while (position < to) {
            position = oneRecord(position);
        }
        return position;
    }

    /** Reads one line, or as many as its quoted fields go over; returns where they end. */
    private int oneRecord(int from) {
        int after = plain == null ? -1 : plain.read(chunk.bytes(), from, row);
        if (after >= 0) {
            rows.lines++;
            rows.add(row, timed);
            return after;
        }
        int first = lineEnd(from);
        int to = first;
        for (int lines = 1; lines <= MOST_LINES_OF_A_RECORD; lines++) {
            List<Found> found = parse(from, to);
            if (found != null && (lines == 1 || found.size() == 1)) {
                found.forEach(this::take);
                rows.lines += breaks(from, to);
                return to;
            }
            if (found != null || !unclosed || to >= chunk.length()) {
                break;
            }
            to = lineEnd(to);
        }
        String line = new String(chunk.bytes(), from, Math.min(first - from, BYTES_SHOWN), layout.charset()).strip();
        rows.refuse(rows.lines + 1, "the quotes in " + Wording.quote(line) + " do not pair");
        rows.lines += breaks(from, first);
        return first;
    }

    /** Where the line ends that starts at a position: behind its line feed, or at the end of the chunk. */
    private int lineEnd(int from) {
        int end = from;
        while (end < chunk.length()) {
            if (chunk.bytes()[end++] == '\n') {
                return end;
            }
        }
        return end;
    }

    private int quotes(int from, int to) {
        if (layout.quote() == 0) {
            return 0;
        }
        int count = 0;
        for (int i = from; i < to; i++) {
            count += chunk.bytes()[i] == layout.quote() ? 1 : 0;
        }
        return count;
    }

    /** The line breaks of both kinds; a carriage return and a line feed together are one. */
    private long breaks(int from, int to) {
        long count = 0;
        for (int i = from; i < to; i++) {
            byte next = chunk.bytes()[i];
            if (next == '\n' || next == '\r' && (i + 1 == to || chunk.bytes()[i + 1] != '\n')) {
                count++;
            }
        }
        return count;
    }

    /** Refuses what is no text before it is taken apart. */
    private boolean readable(int from, int to) {
        int lineStart = from;
        for (int i = from; i < to; i++) {
            byte next = chunk.bytes()[i];
            if (next == 0) {
                rows.end = new ChunkRows.End(rows.lines + 1 + breaks(from, i), chunk.start() + i);
                return false;
            }
            if (next == '\n' || next == '\r') {
                lineStart = i + 1;
            } else if (i - lineStart > LineChunks.LONGEST_LINE) {
                rows.end = ChunkRows.End.endlessLine(rows.lines + 1 + breaks(from, i));
                return false;
            }
        }
        return true;
    }
}
