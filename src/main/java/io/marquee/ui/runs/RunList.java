package io.marquee.ui.runs;

import io.marquee.runs.ProtocolKey;
import io.marquee.runs.RunChanges;
import io.marquee.runs.RunSummary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javafx.beans.Observable;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The rows of the list of runs, and which of them are looked for. */
final class RunList {

    private final ObservableList<RunRow> rows =
            FXCollections.observableArrayList(row -> new Observable[] {row.summaryProperty()});
    private final FilteredList<RunRow> found = new FilteredList<>(rows);
    private final Map<Long, RunRow> byId = new HashMap<>();
    private final Map<ProtocolKey, String> letters = new HashMap<>();
    private final StringProperty search = new SimpleStringProperty("");
    private final BooleanProperty starredOnly = new SimpleBooleanProperty();

    RunList() {
        search.addListener(change -> filter());
        starredOnly.addListener(change -> filter());
    }

    /** Takes over what has changed. */
    void take(RunChanges changes) {
        List<RunRow> fresh = new ArrayList<>();
        // The oldest first, so that letters stay what they were.
        for (int i = changes.runs().size() - 1; i >= 0; i--) {
            RunSummary run = changes.runs().get(i);
            RunRow known = byId.get(run.id());
            if (known != null && known.protocol().equals(letter(run.protocol()))) {
                if (!known.summary().equals(run)) {
                    known.update(run);
                }
            } else if (known != null) {
                RunRow replaced = new RunRow(run, letter(run.protocol()));
                byId.put(run.id(), replaced);
                rows.set(rows.indexOf(known), replaced);
            } else {
                RunRow row = new RunRow(run, letter(run.protocol()));
                byId.put(run.id(), row);
                fresh.add(0, row);
            }
        }
        rows.removeAll(changes.deleted().stream().map(byId::remove).filter(row -> row != null).toList());
        insert(fresh);
    }

    /** The newest first; a run that was brought back goes to its old place. */
    private void insert(List<RunRow> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        if (rows.isEmpty() || fresh.get(fresh.size() - 1).id() > rows.get(0).id()) {
            rows.addAll(0, fresh);
            return;
        }
        for (RunRow row : fresh) {
            int place = 0;
            while (place < rows.size() && rows.get(place).id() > row.id()) {
                place++;
            }
            rows.add(place, row);
        }
    }

    /** A, B, ..., Z, AA, AB, ... */
    private String letter(ProtocolKey protocol) {
        if (protocol.fingerprint().isEmpty()) {
            return "";
        }
        return letters.computeIfAbsent(protocol, key -> {
            StringBuilder letter = new StringBuilder();
            for (int number = letters.size() + 1; number > 0; number = (number - 1) / 26) {
                letter.insert(0, (char) ('A' + (number - 1) % 26));
            }
            return letter.toString();
        });
    }

    private void filter() {
        String[] words = search.get().strip().toLowerCase(Locale.ROOT).split("\\s+");
        boolean starred = starredOnly.get();
        found.setPredicate(row -> (!starred || row.summary().starred()) && contains(row.summary(), words));
    }

    private static boolean contains(RunSummary run, String[] words) {
        String text = String.join("\n", run.name(), run.dataset(), run.settings(), run.state().words(), run.device(),
                run.protocol().split(), run.notes(), "#" + run.id()).toLowerCase(Locale.ROOT);
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** All runs, the newest first. */
    ObservableList<RunRow> all() {
        return rows;
    }

    /** The runs looked for. */
    ObservableList<RunRow> found() {
        return found;
    }

    /** The row of a run; null where it is not in the list. */
    RunRow row(long id) {
        return byId.get(id);
    }

    /** Words that a run must have all of, in its name, dataset, settings, state or notes. */
    StringProperty searchProperty() {
        return search;
    }

    BooleanProperty starredOnlyProperty() {
        return starredOnly;
    }
}
