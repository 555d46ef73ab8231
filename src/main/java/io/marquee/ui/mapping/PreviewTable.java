package io.marquee.ui.mapping;

import atlantafx.base.theme.Styles;
import io.marquee.data.read.TablePreview;
import io.marquee.ui.Icons;
import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;

/** The first rows of a file; columns that hold something say what, rows that cannot be used are marked and say why. */
final class PreviewTable extends TableView<Integer> {

    private static final PseudoClass BAD = PseudoClass.getPseudoClass("bad");

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
        column.setSortable(false);
        column.setReorderable(false);
        column.setPrefWidth(130);
        return column;
    }

    private void nameColumns() {
        List<String> names = model.previewProperty().get().columns();
        for (int column = 0; column < Math.min(names.size(), getColumns().size()); column++) {
            String role = role(column);
            getColumns().get(column).setText(role.isEmpty() ? names.get(column) : names.get(column) + " → " + role);
            getColumns().get(column).getStyleClass().setAll(role.isEmpty() ? "unused-column" : "used-column");
        }
    }

    private String role(int column) {
        MappingFields fields = model.fields();
        return column == fields.user.get() ? "user" : column == fields.item.get() ? "item"
                : column == fields.rating.get() ? "rating" : column == fields.time.get() ? "time" : "";
    }
}
