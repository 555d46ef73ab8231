package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import io.marquee.runs.RunSummary;
import io.marquee.ui.WordColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.geometry.Insets;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.text.TextAlignment;

/** One row a selected run: its errors, and the settings in which the runs differ. */
final class DifferenceTable extends TableView<Integer> {

    /** Pixels that a letter takes, what is beside the words of a cell, and the most that a column takes. */
    private static final double LETTER = 7;
    private static final double CELL_ROOM = 20;
    private static final double WIDEST = 380;

    private ComparedRuns shown = ComparedRuns.NONE;
    private List<String> headings = List.of();

    DifferenceTable(RunsViewModel model) {
        setId("difference-table");
        getStyleClass().addAll(Styles.DENSE, "data-table");
        setAccessibleText("Settings in which the selected runs differ");
        setFixedCellSize(28);
        Label empty = new Label("Select two runs or more to see in which settings they differ.");
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.setPadding(new Insets(14));
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setPlaceholder(empty);
        model.comparedProperty().addListener((property, before, now) -> show(now));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && now < shown.curves().size()) {
                model.chosenProperty().set(summary(now).id());
            }
        });
    }

    private RunSummary summary(int index) {
        return shown.curves().get(index).run().summary();
    }

    private void show(ComparedRuns now) {
        shown = now;
        List<String> wanted = new ArrayList<>(List.of("Name"));
        now.differences().forEach(difference -> wanted.add(difference.name()));
        wanted.addAll(List.of("Lowest test MSE", "Last test MSE"));
        if (!wanted.equals(headings)) {
            headings = List.copyOf(wanted);
            makeColumns();
        }
        for (int i = 0; i < now.differences().size(); i++) {
            // Where settings differ only in their last words, those must be seen.
            int longest = now.differences().get(i).values().stream().mapToInt(String::length).max().orElse(0);
            TableColumn<Integer, ?> column = getColumns().get(i + 1);
            column.setPrefWidth(Math.max(column.getPrefWidth(), Math.min(WIDEST, LETTER * longest + CELL_ROOM)));
        }
        List<Integer> rows = new ArrayList<>();
        if (now.curves().size() > 1) {
            for (int i = 0; i < now.curves().size(); i++) {
                rows.add(i);
            }
        }
        getItems().setAll(rows);
        refresh();
    }

    private void makeColumns() {
        getColumns().clear();
        add("Name", 110, false, row -> summary(row).name());
        for (int i = 1; i < headings.size() - 2; i++) {
            int difference = i - 1;
            add(headings.get(i), 120, false, row -> shown.differences().get(difference).values().get(row));
        }
        add("Lowest test MSE", 118, true, row -> error(summary(row).bestTestMse()));
        add("Last test MSE", 110, true, row -> error(summary(row).lastTestMse()));
    }

    private void add(String title, double width, boolean number, Function<Integer, String> words) {
        WordColumn<Integer, String> column = new WordColumn<>(title, width, words, Function.identity());
        getColumns().add(number ? column.ofNumbers() : column);
    }

    private static String error(double mse) {
        return Double.isNaN(mse) ? "" : String.format(Locale.ROOT, "%.4f", mse);
    }

    /** The table with tabs between the columns, for other programs. */
    String asText() {
        StringBuilder text = new StringBuilder(String.join("\t", headings)).append('\n');
        for (int row = 0; row < getItems().size(); row++) {
            List<String> cells = new ArrayList<>();
            for (TableColumn<Integer, ?> column : getColumns()) {
                cells.add(String.valueOf(column.getCellData(row)));
            }
            text.append(String.join("\t", cells)).append('\n');
        }
        return text.toString();
    }

}
