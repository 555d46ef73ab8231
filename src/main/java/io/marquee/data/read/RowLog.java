package io.marquee.data.read;

import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import io.marquee.data.source.SourceFile;

/** Counts the rows of one file and decides whether so many are bad that the file must be refused. */
final class RowLog {

    /** A few bad rows are left out; more than this many, if also more than one in a hundred, refuse the file. */
    private static final long TOLERATED_ROWS = 100;

    private static final long TOLERATED_ONE_IN = 100;

    private final SourceFile file;
    private final ImportLog log;
    private long read;
    private long refused;
    private String firstReason;

    RowLog(SourceFile file, ImportLog log) {
        this.file = file;
        this.log = log;
    }

    /** The file's name as sentences call it. */
    String fileName() {
        return file.name();
    }

    /** Counts a data row, good or bad. */
    void countRow() {
        read++;
    }

    /**
     * Counts a row that is left out.
     *
     * @param line its line number, from 1
     * @param reason what is wrong with which value and what was expected, without a full stop
     */
    void refuse(long line, String reason) {
        refused++;
        if (firstReason == null || refused <= ImportReport.KEPT_REASONS) {
            String sentence = fileName() + ", line " + line + ": " + reason + ".";
            firstReason = firstReason == null ? sentence : firstReason;
            log.reason(sentence);
        }
    }

    /** Counts what was counted elsewhere: rows read, and rows left out whose reasons are many enough already. */
    void add(long rowsRead, long rowsRefusedSilently) {
        read += rowsRead;
        refused += rowsRefusedSilently;
    }

    long rowsRead() {
        return read;
    }

    long rowsRefused() {
        return refused;
    }

    /** Whether so many rows are bad that the file is not what it seems to be. */
    boolean hopeless() {
        return read > 0 && (refused == read || refused > TOLERATED_ROWS && refused * TOLERATED_ONE_IN > read);
    }

    /**
     * To be called after the last row.
     *
     * @param noun what the rows are, in the singular, such as "rating"
     * @throws InvalidDataException if there are no good rows, or too many bad ones to trust the file
     */
    void finish(String noun) throws InvalidDataException {
        if (read == 0) {
            throw new InvalidDataException(file.where() + " has a header line but no " + noun + "s below it. "
                    + "Check that it was downloaded or exported completely.");
        }
        if (hopeless()) {
            throw new InvalidDataException(firstReason + " " + Wording.count(refused, "row") + " of "
                    + Wording.count(read, "row") + " of " + file.where()
                    + " cannot be used, so it was not opened. Correct the file or export it again.");
        }
        if (refused > 0) {
            log.note(Wording.count(refused, "row") + " of " + fileName() + " could not be used and "
                    + (refused == 1 ? "was" : "were") + " left out.");
        }
    }
}
