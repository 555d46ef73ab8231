package io.marquee.data.read;

import io.marquee.data.ImportReport;
import io.marquee.data.RatingBlock;
import java.util.ArrayList;
import java.util.List;

/** What was read from one chunk. Line numbers count from 1 at the chunk's first line. */
final class ChunkRows {

    /** A row that was left out, and why. */
    record Refusal(long line, String reason) {}

    /**
     * What shows that a file is no text.
     *
     * @param line where it is
     * @param zeroByte position of a zero byte in the file; -1 if it is a line without end
     */
    record End(long line, long zeroByte) {
        static End endlessLine(long line) {
            return new End(line, -1);
        }
    }

    final RatingBlock block;
    final List<Refusal> refusals = new ArrayList<>();
    long lines;
    long rows;
    long refused;
    long implicit;
    long missing;
    /** Whether the last row of the chunk could be used. */
    boolean lastIsGood = true;
    /** The row the file was cut in, if this is its last chunk and it was. */
    Refusal cut;
    /** Why the file cannot be read further; null if it can. */
    End end;

    ChunkRows(int capacity) {
        block = new RatingBlock(capacity);
    }

    void add(Row row, boolean timed) {
        switch (row.outcome) {
            case RATING -> row.addTo(block, timed);
            case IMPLICIT -> implicit++;
            case MISSING -> missing++;
            case BLANK -> {
                return;
            }
        }
        rows++;
        lastIsGood = true;
    }

    void refuse(long line, String reason) {
        rows++;
        refused++;
        lastIsGood = false;
        if (refusals.size() < ImportReport.KEPT_REASONS) {
            refusals.add(new Refusal(line, reason));
        }
    }
}
