package io.marquee.data;

import java.util.ArrayList;
import java.util.List;

/** What one import collects for its report: remarks in order, and the first reasons for leaving rows out. */
final class ImportLog {

    private final List<String> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** Adds a sentence for people. */
    void note(String sentence) {
        notes.add(sentence);
    }

    /** Adds a reason, unless there are enough already. */
    void reason(String sentence) {
        if (reasons.size() < ImportReport.KEPT_REASONS) {
            reasons.add(sentence);
        }
    }

    List<String> notes() {
        return notes;
    }

    List<String> reasons() {
        return reasons;
    }
}
