package io.marquee.data;

import java.util.List;

/**
 * What an import met. Every row of the source is either kept, repaired and kept, or left out with a reason:
 * {@code rowsRead = rowsKept + duplicates + rowsRefused}.
 *
 * @param rowsRead data rows read from the rating files
 * @param rowsKept ratings in the table
 * @param duplicates (user, item) pairs that occurred again; the last rating counts
 * @param unlistedItems rated items that the item file does not list; 0 where there is no item file
 * @param notes sentences for people: repairs, with how many, and remarks such as whether ids were contiguous
 * @param rowsRefused data rows of the rating files that were left out because they cannot be used
 * @param reasons the first reasons for leaving rows out, of the item file too, each with file, line and value; at most
 *     {@value #KEPT_REASONS}
 */
public record ImportReport(
        long rowsRead,
        long rowsKept,
        long duplicates,
        int unlistedItems,
        List<String> notes,
        long rowsRefused,
        List<String> reasons) {

    /** How many reasons a report keeps: enough to see a pattern, few enough to show. */
    public static final int KEPT_REASONS = 100;

    public ImportReport {
        notes = List.copyOf(notes);
        reasons = List.copyOf(reasons);
    }

    /** The report of an import that left no row out. */
    public ImportReport(long rowsRead, long rowsKept, long duplicates, int unlistedItems, List<String> notes) {
        this(rowsRead, rowsKept, duplicates, unlistedItems, notes, 0, List.of());
    }
}
