package io.marquee.ui.tune;

import atlantafx.base.theme.Styles;
import io.marquee.tune.Search;
import io.marquee.tune.Trial;
import io.marquee.tune.TrialState;
import io.marquee.tune.Tunable;
import io.marquee.ui.WordColumn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** The trials of a search, one a row, with a column for all that varies; the best first unless sorted otherwise. */
final class TrialTable extends TableView<Trial> {

    private static final PseudoClass BEST = PseudoClass.getPseudoClass("best");

    /** Of a trial that looks better than the best and is not compared with it. */
    private static final PseudoClass ASIDE = PseudoClass.getPseudoClass("aside");

    /** Pixels that a letter of a heading takes, and what is beside the words: narrower, a heading would be cut off. */
    private static final double LETTER = 7;
    private static final double HEADING_ROOM = 16;

    private final ObservableList<Trial> trials = FXCollections.observableArrayList();
    private final IntConsumer onOpen;
    private List<Tunable> shown = List.of();
    private Search search;
    private Optional<Trial> best = Optional.empty();

    /** @param onOpen gets the number of a trial whose run is to be shown */
    TrialTable(IntConsumer onOpen) {
        this.onOpen = onOpen;
        setId("trial-table");
        setAccessibleText("Trials. Enter shows the run of a trial.");
        getStyleClass().addAll(Styles.DENSE, "data-table", "trial-table");
        setFixedCellSize(27);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        Label nothing = new Label("Trials appear here as they are trained.");
        nothing.getStyleClass().add(Styles.TEXT_MUTED);
        setPlaceholder(nothing);
        SortedList<Trial> sorted = new SortedList<>(trials);
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        setRowFactory(table -> row());
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Trial chosen = getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown() && chosen != null) {
                onOpen.accept(chosen.number());
                event.consume();
            }
        });
    }

    private TableRow<Trial> row() {
        TableRow<Trial> row = new TableRow<>() {
            @Override
            protected void updateItem(Trial trial, boolean empty) {
                super.updateItem(trial, empty);
                pseudoClassStateChanged(BEST, !empty && trial != null
                        && best.filter(leader -> leader.number() == trial.number()).isPresent());
                pseudoClassStateChanged(ASIDE, !empty && trial != null && search != null
                        && !search.whyNotComparable(trial).isEmpty());
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                onOpen.accept(row.getItem().number());
            }
        });
        return row;
    }

    /** Shows a search; null for none. What is selected stays so while it is the same search. */
    void show(Search search) {
        this.search = search;
        List<Tunable> varied = search == null ? List.of() : search.plan().space().parameters();
        if (!varied.equals(shown) || getColumns().isEmpty()) {
            shown = varied;
            makeColumns();
        }
        Optional<Trial> leader = search == null ? Optional.empty() : search.best();
        boolean another = !leader.equals(best);
        best = leader;
        List<Trial> now = search == null ? List.of() : search.trials();
        if (now.size() < trials.size()) {
            trials.setAll(now);
        }
        for (int i = 0; i < now.size(); i++) {
            if (i == trials.size()) {
                trials.add(now.get(i));
            } else if (!now.get(i).equals(trials.get(i))) {
                trials.set(i, now.get(i));
            }
        }
        if (another) {
            refresh();
        }
    }

    private void makeColumns() {
        List<TableColumn<Trial, ?>> columns = new ArrayList<>();
        TableColumn<Trial, Integer> numbers = new WordColumn<>("#", 50, Trial::number, number -> Integer.toString(number)).ofNumbers();
        numbers.setMinWidth(50);
        columns.add(numbers);
        TableColumn<Trial, TrialState> states = new WordColumn<>("State", 84, Trial::state, TrialState::words);
        states.setMinWidth(84);
        columns.add(states);
        TableColumn<Trial, Double> error = new WordColumn<>("Val. MSE", 86, Trial::validationMse, TrialChart::error).ofNumbers();
        error.setComparator(Comparator.naturalOrder());
        columns.add(error);
        columns.add(new WordColumn<>("Epochs", 68, Trial::epochs, epochs -> Integer.toString(epochs)).ofNumbers());
        TableColumn<Trial, Double> seconds = new WordColumn<>("Seconds", 78, Trial::seconds,
                spent -> String.format(Locale.ROOT, "%,.1f", spent)).ofNumbers();
        seconds.setMinWidth(78);
        columns.add(seconds);
        for (Tunable parameter : shown) {
            WordColumn<Trial, String> values = new WordColumn<>(parameter.label(), 118,
                    trial -> parameter.valueIn(trial.settings()), Function.identity());
            if (parameter.numeric()) {
                values.ofNumbers();
            }
            values.setComparator(TrialTable::compareValues);
            values.setMinWidth(HEADING_ROOM + LETTER * parameter.label().length());
            columns.add(values);
        }
        columns.add(new WordColumn<>("Run", 60, (Trial trial) -> trial.run().orElse(0),
                run -> run == 0 ? "" : Long.toString(run)).ofNumbers());
        columns.add(new WordColumn<>("Note", 60, this::note, Function.identity()));
        getColumns().setAll(columns);
        getSortOrder().setAll(List.of(error));
    }

    /** Why it failed, or why it is not the best although it looks better. */
    private String note(Trial trial) {
        String why = search == null ? "" : search.whyNotComparable(trial);
        return trial.failure().isEmpty() && !why.isEmpty() ? "Not compared: it " + why : trial.failure();
    }

    /** Numbers by size, all else by its letters. */
    private static int compareValues(String one, String other) {
        boolean numbers = one.matches("[.0-9]+") && other.matches("[.0-9]+");
        return numbers ? Double.compare(Double.parseDouble(one), Double.parseDouble(other)) : one.compareTo(other);
    }
}
