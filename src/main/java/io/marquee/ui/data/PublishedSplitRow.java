package io.marquee.ui.data;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Offers the splits that the dataset's publisher made; not to be seen where there are none. */
final class PublishedSplitRow extends HBox {

    private static final String NONE = "None";
    private static final String HELP = """
            Splits that the dataset's publisher made, such as u1 to u5 of MovieLens 100K. Choosing one opens its train and
            test part, so that results can be compared with published ones.""";

    private final DatasetViewModel model;
    private final ComboBox<String> choice = new ComboBox<>();
    private boolean showing;

    PublishedSplitRow(DatasetViewModel model) {
        super(8);
        this.model = model;
        setAlignment(Pos.CENTER_LEFT);
        Label label = new Label("Published split");
        label.setMinWidth(122);
        label.setLabelFor(choice);
        choice.setId("published-split");
        choice.setAccessibleText("Published split");
        choice.setMaxWidth(Double.MAX_VALUE);
        choice.setOnAction(event -> choose());
        Icons.explain(label, HELP);
        Icons.explain(choice, HELP);
        HBox.setHgrow(choice, Priority.ALWAYS);
        getChildren().addAll(label, choice);
        managedProperty().bind(visibleProperty());
        model.datasetProperty().addListener((property, before, now) -> show(now));
        show(model.datasetProperty().get());
    }

    private void show(Dataset dataset) {
        List<String> names = dataset == null ? List.of() : dataset.publishedSplits();
        setVisible(!names.isEmpty());
        if (names.isEmpty()) {
            return;
        }
        showing = true;
        List<String> items = new ArrayList<>(List.of(NONE));
        items.addAll(names);
        choice.getItems().setAll(items);
        choice.setValue(model.choiceProperty().get().spec().split().orElse(NONE));
        showing = false;
    }

    private void choose() {
        if (!showing && choice.getValue() != null) {
            DatasetSpec spec = model.choiceProperty().get().spec();
            model.open(choice.getValue().equals(NONE) ? spec.withoutSplit() : spec.withSplit(choice.getValue()));
        }
    }
}
