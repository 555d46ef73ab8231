package io.marquee.ui.data;

import javafx.scene.layout.VBox;

/** The dataset chooser; below it how far the chosen dataset is, which part of it to use, and its published splits. */
public final class DatasetView extends VBox {

    public DatasetView(DatasetViewModel model, FilterViewModel filter, DatasetChoosers choosers) {
        super(8);
        DatasetChooser chooser = new DatasetChooser(model, choosers);
        chooser.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(chooser, new DatasetStatus(model, choosers), new FilterPane(filter),
                new PublishedSplitRow(model));
    }
}
