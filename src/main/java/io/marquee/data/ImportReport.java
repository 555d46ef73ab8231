package io.marquee.data;

import java.util.List;

/**
 * What an import met. Every row of the source is either kept, repaired and kept, or left out with a reason.
 *
 * @param rowsRead data rows read from the rating file
 * @param rowsKept ratings in the table
 * @param duplicates (user, item) pairs that occurred again; the last rating counts
 * @param unlistedItems rated items that the item file does not list
 * @param notes sentences for people: repairs, with how many, and remarks such as whether ids were contiguous
 */
public record ImportReport(long rowsRead, long rowsKept, long duplicates, int unlistedItems, List<String> notes) {

    public ImportReport {
        notes = List.copyOf(notes);
    }
}
