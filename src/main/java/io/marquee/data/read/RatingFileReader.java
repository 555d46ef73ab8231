package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.RatingTableBuilder;
import io.marquee.data.parallel.Workers;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads a rating file on all cores: chunks cut at line ends go to whoever is free, and what was read is put in the
 * order of the file. Bad rows are left out with a reason.
 */
public final class RatingFileReader {

    /** Large enough that little is copied twice, small enough that the last chunks end together. */
    private static final int LARGEST_CHUNK = 1 << 21;

    /** Small files are cut too, so that progress is seen and a cancel acts. */
    private static final int SMALLEST_CHUNK = 1 << 14;

    private static final int CHUNKS_OF_A_FILE = 64;

    private final RatingFile file;
    private final RatingTableBuilder builder;
    private final ImportLog log;
    private final ImportSteps steps;
    private final int chunkBytes;
    private final boolean takePlainLines;

    /**
     * @param builder takes the rows
     * @param log takes remarks and reasons
     * @param steps is told how far the reading is
     */
    public RatingFileReader(RatingFile file, RatingTableBuilder builder, ImportLog log, ImportSteps steps) {
        this(file, builder, log, steps, (int) Math.max(SMALLEST_CHUNK, Math.min(LARGEST_CHUNK,
                file.source().size() / CHUNKS_OF_A_FILE)), true);
    }

    RatingFileReader(RatingFile file, RatingTableBuilder builder, ImportLog log, ImportSteps steps, int chunkBytes,
            boolean takePlainLines) {
        this.file = file;
        this.builder = builder;
        this.log = log;
        this.steps = steps;
        this.chunkBytes = chunkBytes;
        this.takePlainLines = takePlainLines;
    }

    /**
     * What became of the rows of a file.
     *
     * @param read rows there were
     * @param refused rows left out because they cannot be used
     * @param unrated rows left out because they hold no rating
     */
    public record Counts(long read, long refused, long unrated) {

        /** The counts of two files together. */
        public Counts plus(Counts other) {
            return new Counts(read + other.read, refused + other.refused, unrated + other.unrated);
        }
    }

    /**
     * Reads the file into the builder.
     *
     * @throws InvalidDataException if it is no text or too many of its rows are bad
     * @throws java.util.concurrent.CancellationException if it is not wanted any more
     */
    public Counts read() throws IOException {
        if (file.isMatrix()) {
            return new MatrixReader(file, builder, log).read(steps);
        }
        SourceFile source = file.source();
        Map<Integer, ChunkRows> read = new TreeMap<>();
        boolean endsWithBreak;
        try (InputStream in = source.open()) {
            in.skipNBytes(file.start());
            LineChunks chunks = new LineChunks(in, file.start(), chunkBytes, file.layout().quote());
            endsWithBreak = readChunks(chunks, read);
        }
        return merge(read, endsWithBreak);
    }

    private boolean readChunks(LineChunks chunks, Map<Integer, ChunkRows> read) throws IOException {
        String what = "reading " + file.source().name();
        boolean[] cut = new boolean[1];
        Workers.<IOException>run(Workers.count(), worker -> {
            ChunkReader reader = new ChunkReader(file.layout(), builder, takePlainLines);
            boolean ended = false;
            try {
                for (LineChunks.Chunk chunk = chunks.next(); chunk != null; chunk = chunks.next()) {
                    ChunkRows rows = reader.read(chunk);
                    boolean whole = chunk.endsWithBreak();
                    chunks.recycle(chunk);
                    synchronized (read) {
                        read.put(chunk.number(), rows);
                        cut[0] |= !whole;
                        if (rows.end != null) {
                            chunks.stop();
                        }
                        steps.check((double) chunks.position() / Math.max(1, file.source().size()), what);
                    }
                }
                ended = true;
            } finally {
                if (!ended) {
                    // The other workers need not go on either.
                    chunks.stop();
                }
            }
        });
        return !cut[0];
    }

    private Counts merge(Map<Integer, ChunkRows> chunks, boolean endsWithBreak) throws InvalidDataException {
        RowLog rows = new RowLog(file.source(), log);
        long line = file.linesBefore();
        long implicit = 0;
        long missing = 0;
        ChunkRows last = null;
        for (ChunkRows chunk : chunks.values()) {
            for (ChunkRows.Refusal refusal : chunk.refusals) {
                rows.refuse(line + refusal.line(), refusal.reason());
            }
            rows.add(chunk.rows, chunk.refused - chunk.refusals.size());
            if (chunk.end != null) {
                throw chunk.end.zeroByte() < 0
                        ? NotText.endlessLine(file.source(), line + chunk.end.line())
                        : NotText.zeroByte(file.source(), chunk.end.zeroByte(), line + chunk.end.line());
            }
            if (chunk.cut != null) {
                log.note(rows.fileName() + " ends in the middle of line " + (line + chunk.cut.line())
                        + ", which was left out. Ratings may be missing: download or export it again.");
            }
            line += chunk.lines;
            implicit += chunk.implicit;
            missing += chunk.missing;
            builder.add(chunk.block);
            last = chunk.rows > 0 ? chunk : last;
        }
        rows.finish("rating");
        noteUnrated(rows.fileName(), implicit, missing);
        if (!endsWithBreak && last != null && last.lastIsGood) {
            log.note("The last line of " + rows.fileName()
                    + " has no line break; if the file was cut short, its last rating may be wrong.");
        }
        if (builder.size() == 0) {
            throw new InvalidDataException("Every row of " + file.source().where() + " says that there is no rating. "
                    + "Say which values mean so, or choose another rating column.");
        }
        return new Counts(rows.rowsRead(), rows.rowsRefused(), implicit + missing);
    }

    private void noteUnrated(String name, long implicit, long missing) {
        if (implicit > 0) {
            log.note(Wording.count(implicit, "row") + " of " + name + " " + (implicit == 1 ? "is" : "are")
                    + " implicit (the item was met, not rated) and left out.");
        }
        if (missing > 0) {
            log.note(Wording.count(missing, "row") + " of " + name + " " + (missing == 1 ? "has" : "have")
                    + " a value that means that there is no rating; left out.");
        }
    }
}
