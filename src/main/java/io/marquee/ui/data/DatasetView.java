package io.marquee.ui.data;

import javafx.scene.layout.VBox;

/** The dataset chooser, and below it how far the chosen dataset is. */
public final class DatasetView extends VBox {

    public DatasetView(DatasetViewModel model, DatasetChoosers choosers) {
        super(8);
        DatasetChooser chooser = new DatasetChooser(model, choosers);
        chooser.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(chooser, new DatasetStatus(model, choosers));
    }
}
