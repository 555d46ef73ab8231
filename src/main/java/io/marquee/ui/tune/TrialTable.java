package io.marquee.ui.tune;

import atlantafx.base.theme.Styles;
import io.marquee.tune.Search;
import io.marquee.tune.Trial;
import io.marquee.tune.Tunable;
import io.marquee.ui.WholeTextCell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyObjectWrapper;
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

    /** Pixels that a letter of a heading takes, and what is beside the words: narrower, a heading would be cut off. */
    private static final double LETTER = 7;
    private static final double HEADING_ROOM = 16;

    private final ObservableList<Trial> trials = FXCollections.observableArrayList();
    private final IntConsumer onOpen;
    private List<Tunable> shown = List.of();
    private int best;

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
                pseudoClassStateChanged(BEST, !empty && trial != null && trial.number() == best);
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
        List<Tunable> varied = search == null ? List.of() : search.plan().space().parameters();
        if (!varied.equals(shown) || getColumns().isEmpty()) {
            shown = varied;
            makeColumns();
        }
        int before = best;
        best = search == null ? 0 : search.best().map(Trial::number).orElse(0);
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
        if (before != best) {
            refresh();
        }
    }

    private void makeColumns() {
        List<TableColumn<Trial, ?>> columns = new ArrayList<>();
        TableColumn<Trial, Integer> numbers = column("#", 50, true, Trial::number, number -> Integer.toString(number));
        numbers.setMinWidth(50);
        columns.add(numbers);
        columns.add(column("State", 84, false, Trial::state, state -> state.words()));
        TableColumn<Trial, Double> error = column("Val. MSE", 86, true, Trial::validationMse, TrialChart::error);
        error.setComparator(Comparator.naturalOrder());
        columns.add(error);
        columns.add(column("Epochs", 68, true, Trial::epochs, epochs -> Integer.toString(epochs)));
        TableColumn<Trial, Double> seconds = column("Seconds", 78, true, Trial::seconds,
                spent -> String.format(Locale.ROOT, "%,.1f", spent));
        seconds.setMinWidth(78);
        columns.add(seconds);
        for (Tunable parameter : shown) {
            TableColumn<Trial, String> values = column(parameter.label(), 118, parameter.numeric(),
                    trial -> parameter.valueIn(trial.settings()), Function.identity());
            values.setComparator(TrialTable::compareValues);
            values.setMinWidth(HEADING_ROOM + LETTER * parameter.label().length());
            columns.add(values);
        }
        TableColumn<Trial, Long> runs = column("Run", 60, true, trial -> trial.run().orElse(0),
                run -> run == 0 ? "" : Long.toString(run));
        columns.add(runs);
        columns.add(column("Note", 60, false, Trial::failure, Function.identity()));
        getColumns().setAll(columns);
        getSortOrder().setAll(List.of(error));
    }

    /** Numbers by size, all else by its letters. */
    private static int compareValues(String one, String other) {
        boolean numbers = one.matches("[.0-9]+") && other.matches("[.0-9]+");
        return numbers ? Double.compare(Double.parseDouble(one), Double.parseDouble(other)) : one.compareTo(other);
    }

    private static <V> TableColumn<Trial, V> column(
            String title, double width, boolean number, Function<Trial, V> value, Function<V, String> words) {
        TableColumn<Trial, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(made -> new WholeTextCell<>(words));
        if (number) {
            column.getStyleClass().add("number-column");
        }
        return column;
    }
}
