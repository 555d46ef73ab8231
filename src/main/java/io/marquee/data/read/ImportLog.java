package io.marquee.data.read;

import io.marquee.data.ImportReport;
import java.util.ArrayList;
import java.util.List;

/** What one import collects for its report: remarks in order, and the first reasons for leaving rows out. */
public final class ImportLog {

    private final List<String> notes = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();

    /** Adds a sentence for people. */
    public void note(String sentence) {
        notes.add(sentence);
    }

    /** Adds a reason, unless there are enough already. */
    public void reason(String sentence) {
        if (reasons.size() < ImportReport.KEPT_REASONS) {
            reasons.add(sentence);
        }
    }

    public List<String> notes() {
        return List.copyOf(notes);
    }

    public List<String> reasons() {
        return List.copyOf(reasons);
    }
}
