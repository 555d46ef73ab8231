package io.marquee.runs;

import java.util.List;

/**
 * What is new in the history since somebody last looked.
 *
 * @param upTo number of the newest change, for the next look
 * @param runs runs that are new or have changed, the newest first
 * @param deleted numbers of runs that were deleted
 */
public record RunChanges(long upTo, List<RunSummary> runs, List<Long> deleted) {

    public RunChanges {
        runs = List.copyOf(runs);
        deleted = List.copyOf(deleted);
    }
}
