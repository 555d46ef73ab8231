package io.marquee.data;

import java.util.ArrayList;
import java.util.List;

/**
 * What an import met. Every row of the source is either kept, repaired and kept, or left out with a reason:
 * {@code rowsRead = rowsKept + duplicates + rowsRefused + rowsUnrated}.
 *
 * @param rowsRead data rows read from the rating files
 * @param rowsKept ratings in the table
 * @param duplicates (user, item) pairs that occurred again; the last rating counts
 * @param unlistedItems rated items that the item file does not list; 0 where there is no item file
 * @param notes sentences for people: repairs, with how many, and remarks such as whether ids were contiguous
 * @param rowsRefused data rows of the rating files that were left out because they cannot be used
 * @param reasons the first reasons for leaving rows out, of the item file too, each with file, line and value; at most
 *     {@value #KEPT_REASONS}
 * @param rowsUnrated data rows that were left out because their rating means that there is none, such as
 *     Book-Crossing's 0
 * @param files the files of the folder or zip the dataset came from
 */
public record ImportReport(
        long rowsRead,
        long rowsKept,
        long duplicates,
        int unlistedItems,
        List<String> notes,
        long rowsRefused,
        List<String> reasons,
        long rowsUnrated,
        List<ListedFile> files) {

    /** How many reasons a report keeps: enough to see a pattern, few enough to show. */
    public static final int KEPT_REASONS = 100;

    /**
     * A file of the source.
     *
     * @param name name within the folder or zip
     * @param size bytes, unpacked
     * @param what what it is, in a few words
     */
    public record ListedFile(String name, long size, String what) {}

    public ImportReport {
        notes = List.copyOf(notes);
        reasons = List.copyOf(reasons);
        files = List.copyOf(files);
    }

    /** This report with one more sentence. */
    public ImportReport withNote(String sentence) {
        List<String> more = new ArrayList<>(notes);
        more.add(sentence);
        return new ImportReport(rowsRead, rowsKept, duplicates, unlistedItems, more, rowsRefused, reasons, rowsUnrated,
                files);
    }

    /** This report with another list of files. */
    public ImportReport withFiles(List<ListedFile> listed) {
        return new ImportReport(rowsRead, rowsKept, duplicates, unlistedItems, notes, rowsRefused, reasons, rowsUnrated,
                listed);
    }

    /** The report of an import of one file in which every row was a rating. */
    public ImportReport(long rowsRead, long rowsKept, long duplicates, int unlistedItems, List<String> notes,
            long rowsRefused, List<String> reasons) {
        this(rowsRead, rowsKept, duplicates, unlistedItems, notes, rowsRefused, reasons, 0, List.of());
    }

    /** The report of an import that left no row out. */
    public ImportReport(long rowsRead, long rowsKept, long duplicates, int unlistedItems, List<String> notes) {
        this(rowsRead, rowsKept, duplicates, unlistedItems, notes, 0, List.of());
    }
}
