package io.marquee.ui.mapping;

import atlantafx.base.theme.Styles;
import io.marquee.data.read.TablePreview;
import io.marquee.ui.Icons;
import io.marquee.ui.WholeTextCell;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;

/** The first rows of a file; columns that hold something say what, rows that cannot be used are marked and say why. */
final class PreviewTable extends TableView<Integer> {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

    private static final double NARROWEST = 110;
    private static final double WIDEST = 280;

    /** Padding, and what bold letters take in addition. */
    private static final double HEADING_ROOM = 36;

    private final MappingViewModel model;

    PreviewTable(MappingViewModel model) {
        this.model = model;
        setId("mapping-preview");
        setAccessibleText("First rows of the file");
        getStyleClass().addAll(Styles.DENSE, "data-table", "preview-table");
        setFixedCellSize(26);
        setPlaceholder(new Label(""));
        setRowFactory(table -> row());
        model.previewProperty().addListener(change -> show());
        MappingFields fields = model.fields();
        List.of(fields.user, fields.item, fields.rating, fields.time)
                .forEach(column -> column.addListener(change -> nameColumns()));
        show();
    }

    private TableRow<Integer> row() {
        return new TableRow<>() {
            @Override
            protected void updateItem(Integer row, boolean empty) {
                super.updateItem(row, empty);
                List<String> problems = model.previewProperty().get().problems();
                String problem = empty || row == null || row >= problems.size() ? "" : problems.get(row);
                pseudoClassStateChanged(BAD, !problem.isEmpty());
                if (problem.isEmpty()) {
                    setTooltip(null);
                } else {
                    Icons.explain(this, "Cannot be used: " + problem + ".");
                }
            }
        };
    }

    private void show() {
        TablePreview preview = model.previewProperty().get();
        getColumns().setAll(IntStream.range(0, preview.columns().size()).mapToObj(this::column).toList());
        nameColumns();
        setItems(FXCollections.observableList(IntStream.range(0, preview.rows().size()).boxed().toList()));
    }

    private TableColumn<Integer, String> column(int index) {
        TableColumn<Integer, String> column = new TableColumn<>();
        column.setCellValueFactory(row -> {
            List<String> fields = model.previewProperty().get().rows().get(row.getValue());
            return new ReadOnlyStringWrapper(index < fields.size() ? fields.get(index) : "");
        });
        column.setCellFactory(made -> new WholeTextCell<>(Function.identity()));
        column.setSortable(false);
        column.setReorderable(false);
        return column;
    }

    private void nameColumns() {
        List<String> names = model.previewProperty().get().columns();
        for (int column = 0; column < Math.min(names.size(), getColumns().size()); column++) {
            String role = role(column);
            String heading = role.isEmpty() ? names.get(column) : names.get(column) + " → " + role;
            Label words = new Label(heading);
            Icons.explain(words, heading);
            getColumns().get(column).setGraphic(words);
            getColumns().get(column).setPrefWidth(widthFor(heading));
            getColumns().get(column).getStyleClass().setAll(role.isEmpty() ? "unused-column" : "used-column");
        }
    }

    /** Wide enough to read what a column is called and holds, so long as it leaves room for others. */
    private static double widthFor(String heading) {
        return Math.max(NARROWEST, Math.min(WIDEST, new Text(heading).getLayoutBounds().getWidth() + HEADING_ROOM));
    }

    private String role(int column) {
        MappingFields fields = model.fields();
        return column == fields.user.get() ? "user" : column == fields.item.get() ? "item"
                : column == fields.rating.get() ? "rating" : column == fields.time.get() ? "time" : "";
    }
}
