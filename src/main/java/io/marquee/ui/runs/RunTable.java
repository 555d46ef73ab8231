package io.marquee.ui.runs;

import atlantafx.base.theme.Styles;
import io.marquee.chart.PlotColours;
import io.marquee.runs.RecordedState;
import io.marquee.runs.RunSummary;
import io.marquee.ui.Icons;
import io.marquee.ui.WholeTextCell;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.collections.transformation.SortedList;
import javafx.css.PseudoClass;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.TextFieldTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.util.converter.DefaultStringConverter;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The list of runs. Errors are sorted within a protocol; the run chosen at its curve is marked. */
final class RunTable extends TableView<RunRow> {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final DateTimeFormatter STARTED = DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

    private final RunsViewModel model;
    private final ObservableValue<PlotColours> colours;
    private final TableColumn<RunRow, String> names;

    RunTable(RunsViewModel model, ObservableValue<PlotColours> colours) {
        this.model = model;
        this.colours = colours;
        setId("run-table");
        getStyleClass().addAll(Styles.DENSE, "data-table", "run-table");
        setAccessibleText("Runs");
        setFixedCellSize(28);
        setEditable(true);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (getEditingCell() != null && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.ESCAPE)) {
                // The field that was typed into goes, and the focus would go to whatever comes next.
                Platform.runLater(this::requestFocus);
            }
        });
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        SortedList<RunRow> sorted = new SortedList<>(model.list().found());
        sorted.comparatorProperty().bind(comparatorProperty());
        setItems(sorted);
        getColumns().add(colourColumn());
        getColumns().add(starColumn());
        getColumns().add(column("#", 44, true, RunSummary::id, id -> String.format(Locale.ROOT, "%d", id)));
        names = nameColumn();
        getColumns().add(names);
        getColumns().add(stateColumn());
        getColumns().add(column("Dataset", 120, false, RunSummary::dataset, Function.identity()));
        getColumns().add(column("Settings", 270, false, RunSummary::settings, Function.identity()));
        getColumns().add(protocolColumn());
        getColumns().add(column("Epochs", 66, true, RunSummary::epochsFinished, done -> String.format(Locale.ROOT, "%,d", done)));
        getColumns().add(errorColumn("Best MSE", "Lowest test MSE of any epoch: without a validation part, that epoch is chosen on the test part, and the "
                        + "error is a little too low", RunSummary::bestTestMse));
        getColumns().add(errorColumn("Last MSE", "Test MSE of the last epoch", RunSummary::lastTestMse));
        getColumns().add(errorColumn("Val. MSE", "Lowest validation MSE of any epoch, of runs with a validation part: what a search for "
                + "hyperparameters compares", RunSummary::bestValidationMse));
        getColumns().add(column("Time", 82, true, RunSummary::seconds, RunTable::duration));
        getColumns().add(column("Started", 150, true, RunSummary::created,
                started -> STARTED.format(started.atZone(ZoneId.systemDefault()))));
        setRowFactory(table -> row());
        getSelectionModel().getSelectedItems().addListener((ListChangeListener<RunRow>) change -> selectionChanged());
        model.chosenProperty().addListener(change -> refresh());
    }

    private void selectionChanged() {
        model.select(selected());
    }

    /** The selected rows, in the order of the list. */
    List<RunRow> selected() {
        return getSelectionModel().getSelectedItems().stream().filter(row -> row != null).toList();
    }

    /** Begins to rename the focused run. */
    void editName() {
        int index = getSelectionModel().getSelectedIndex();
        if (index >= 0) {
            edit(index, names);
        }
    }

    /** Whether runs are sorted by an error. */
    boolean sortedByError() {
        return !getSortOrder().isEmpty() && getSortOrder().get(0).getStyleClass().contains("error-column");
    }

    private TableRow<RunRow> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(RunRow row, boolean empty) {
                super.updateItem(row, empty);
                pseudoClassStateChanged(CHOSEN, !empty && row != null && row.id() == model.chosenProperty().get());
            }
        };
    }

    private <V> TableColumn<RunRow, V> column(
            String title, double width, boolean number, Function<RunSummary, V> value, Function<V, String> words) {
        TableColumn<RunRow, V> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> Bindings.createObjectBinding(
                () -> value.apply(cell.getValue().summary()), cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new WholeTextCell<>(words));
        if (number) {
            asNumbers(column, width);
        }
        return column;
    }

    /** Numbers are as wide as they are; what is to spare goes to words. */
    private static void asNumbers(TableColumn<RunRow, ?> column, double width) {
        column.getStyleClass().add("number-column");
        column.setMinWidth(width);
        column.setMaxWidth(width);
    }

    private TableColumn<RunRow, Number> colourColumn() {
        TableColumn<RunRow, Number> column = new TableColumn<>();
        column.setCellValueFactory(cell -> Bindings.createIntegerBinding(
                () -> cell.getValue().summary().colour(), cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new TableCell<>() {
            private final Region dot = new Region();

            {
                dot.getStyleClass().add("run-dot");
                colours.addListener(change -> paint());
            }

            private void paint() {
                if (getItem() != null) {
                    dot.setStyle("-fx-background-color: " + colours.getValue().line(getItem().intValue()));
                }
            }

            @Override
            protected void updateItem(Number item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : dot);
                paint();
            }
        });
        return fixed(column, 26);
    }

    private TableColumn<RunRow, Boolean> starColumn() {
        TableColumn<RunRow, Boolean> column = new TableColumn<>();
        column.setCellValueFactory(cell -> Bindings.createBooleanBinding(
                () -> cell.getValue().summary().starred(), cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new TableCell<>() {
            {
                setOnMouseClicked(event -> {
                    if (getTableRow() != null && getTableRow().getItem() != null) {
                        model.toggleStar(List.of(getTableRow().getItem()));
                        event.consume();
                    }
                });
            }

            @Override
            protected void updateItem(Boolean starred, boolean empty) {
                super.updateItem(starred, empty);
                FontIcon icon = empty || starred == null ? null
                        : Icons.of(starred ? MaterialDesignS.STAR : MaterialDesignS.STAR_OUTLINE);
                if (icon != null) {
                    icon.getStyleClass().add(starred ? "star-on" : "star-off");
                }
                setGraphic(icon);
                setAccessibleText(starred != null && starred ? "starred" : "not starred");
            }
        });
        return fixed(column, 28);
    }

    private static <V> TableColumn<RunRow, V> fixed(TableColumn<RunRow, V> column, double width) {
        column.setMinWidth(width);
        column.setMaxWidth(width);
        column.setResizable(false);
        column.getStyleClass().add("icon-column");
        return column;
    }

    private TableColumn<RunRow, String> nameColumn() {
        TableColumn<RunRow, String> column = new TableColumn<>("Name");
        column.setPrefWidth(130);
        column.getStyleClass().add("name-column");
        column.setCellValueFactory(cell -> Bindings.createStringBinding(
                () -> cell.getValue().summary().name(), cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new TextFieldTableCell<>(new DefaultStringConverter()) {
            @Override
            public void updateItem(String name, boolean empty) {
                super.updateItem(name, empty);
                if (empty || name == null) {
                    setTooltip(null);
                } else {
                    Icons.explain(this, name);
                }
            }
        });
        column.setOnEditCommit(event -> model.rename(event.getRowValue(), event.getNewValue()));
        return column;
    }

    private TableColumn<RunRow, RecordedState> stateColumn() {
        TableColumn<RunRow, RecordedState> column = column("State", 88, false, RunSummary::state, RecordedState::words);
        column.setMinWidth(88);
        column.setCellFactory(made -> new TableCell<>() {
            @Override
            protected void updateItem(RecordedState state, boolean empty) {
                super.updateItem(state, empty);
                setText(empty || state == null ? null : state.words());
                getStyleClass().removeAll("state-active", "state-failed", "state-interrupted");
                if (state != null && state.active()) {
                    getStyleClass().add("state-active");
                } else if (state == RecordedState.FAILED) {
                    getStyleClass().add("state-failed");
                } else if (state == RecordedState.INTERRUPTED) {
                    getStyleClass().add("state-interrupted");
                }
            }
        });
        return column;
    }

    private TableColumn<RunRow, RankedError> protocolColumn() {
        TableColumn<RunRow, RankedError> column = new TableColumn<>("Prot.");
        column.setMinWidth(48);
        column.setMaxWidth(48);
        column.setCellValueFactory(cell -> Bindings.createObjectBinding(
                () -> new RankedError(cell.getValue().protocol(), 0), cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new TableCell<>() {
            private final Tooltip tooltip = new Tooltip();

            @Override
            protected void updateItem(RankedError item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.protocol());
                RunRow row = getTableRow() == null ? null : getTableRow().getItem();
                if (row != null && !row.protocol().isEmpty()) {
                    tooltip.setText("Protocol " + row.protocol() + ": " + row.summary().dataset() + ", "
                            + row.summary().protocol().split() + ", seed " + row.summary().protocol().seed()
                            + (row.summary().protocol().clipped() ? ", clipped" : ", not clipped")
                            + ". Only runs of one letter were measured alike.");
                    setTooltip(tooltip);
                } else {
                    setTooltip(null);
                }
            }
        });
        return column;
    }

    private TableColumn<RunRow, RankedError> errorColumn(String title, String help, Function<RunSummary, Double> error) {
        TableColumn<RunRow, RankedError> column = new TableColumn<>(title);
        asNumbers(column, 78);
        column.getStyleClass().add("error-column");
        column.setCellValueFactory(cell -> Bindings.createObjectBinding(
                () -> new RankedError(cell.getValue().protocol(), error.apply(cell.getValue().summary())),
                cell.getValue().summaryProperty()));
        column.setCellFactory(made -> new TableCell<>() {
            {
                Icons.explain(this, help + ", in squared stars. Sorting ranks within a protocol.");
            }

            @Override
            protected void updateItem(RankedError item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null || Double.isNaN(item.mse()) ? null
                        : String.format(Locale.ROOT, "%.4f", item.mse()));
            }
        });
        return column;
    }

    /** Such as "48 s", "12 min", "3 h 20 min". */
    static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (seconds < 10) {
            return String.format(Locale.ROOT, "%.1f s", seconds);
        }
        if (whole < 600) {
            return whole < 60 ? whole + " s" : whole / 60 + " min " + whole % 60 + " s";
        }
        return whole < 3600 ? whole / 60 + " min" : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }
}
