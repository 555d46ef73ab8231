package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The filter, folded away until it is wanted; its title says what it keeps. */
final class FilterPane extends TitledPane {

    private static final double TOOLTIP_WIDTH = 420;

    FilterPane(FilterViewModel model) {
        setId("filter");
        setExpanded(false);
        setAnimated(false);
        getStyleClass().addAll(Styles.DENSE, "more-settings");
        textProperty().bind(model.titleProperty());
        // A long filter must not widen the form; its title is cut then, and said in full on hover.
        setMinWidth(0);
        setPrefWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(model.titleProperty());
        whole.setWrapText(true);
        whole.setMaxWidth(TOOLTIP_WIDTH);
        setTooltip(whole);
        GridPane grid = new GridPane();
        grid.setHgap(8);
        grid.setVgap(6);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(122);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        int row = 0;
        for (FilterViewModel.Field field : FilterViewModel.Field.values()) {
            Label label = new Label(field.label());
            TextField input = new TextField();
            input.setId("filter-" + field.name());
            input.setAccessibleText(field.label());
            input.setPromptText("any");
            input.textProperty().bindBidirectional(model.text(field));
            input.setOnAction(event -> model.apply());
            label.setLabelFor(input);
            Icons.explain(label, field.help());
            Icons.explain(input, field.help());
            grid.addRow(row++, label, input);
        }
        Button apply = new Button("Apply");
        apply.setId("filter-apply");
        apply.setOnAction(event -> model.apply());
        Button clear = new Button("Clear");
        clear.setId("filter-clear");
        clear.setOnAction(event -> model.clear());
        apply.getStyleClass().add(Styles.SMALL);
        clear.getStyleClass().add(Styles.SMALL);
        VBox content = new VBox(6, grid, Message.error("filter-error", model.errorProperty(), Styles.TEXT_SMALL),
                new HBox(8, apply, clear), new Message("filter-remains", model.remainsProperty(), Styles.TEXT_SMALL, Styles.TEXT_MUTED));
        content.setPadding(new Insets(6, 0, 2, 0));
        setContent(content);
    }
}
