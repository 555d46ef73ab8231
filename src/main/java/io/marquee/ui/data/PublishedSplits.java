package io.marquee.ui.data;

import io.marquee.data.DatasetSpec;
import io.marquee.ui.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;

/** Offers the splits that come with a dataset; choosing one opens the dataset divided so. */
final class PublishedSplits extends HBox {

    private static final String NONE = "none: divide as set below";

    /** @param splits names of the splits; there must be one */
    PublishedSplits(DatasetViewModel model, List<String> splits) {
        super(8);
        setAlignment(Pos.CENTER_LEFT);
        DatasetSpec spec = model.choiceProperty().get().spec();
        Label label = new Label("Published split");
        label.setMinWidth(USE_PREF_SIZE);
        List<String> choices = new ArrayList<>();
        choices.add(NONE);
        choices.addAll(splits);
        ComboBox<String> box = new ComboBox<>();
        box.setId("published-split");
        box.getItems().setAll(choices);
        box.setValue(spec.split().orElse(NONE));
        label.setLabelFor(box);
        Icons.explain(box, "A division into train and test part that the publisher of this dataset made, so that results "
                + "can be compared with published ones.");
        box.valueProperty().addListener((property, before, chosen) ->
                model.open(chosen.equals(NONE) ? spec.withoutSplit() : spec.withSplit(chosen)));
        getChildren().addAll(label, box);
    }
}
