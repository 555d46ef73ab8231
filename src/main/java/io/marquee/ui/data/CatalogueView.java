package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The datasets that can be had by name, one card each. */
public final class CatalogueView extends VBox {

    /** @param opened called when a dataset has been chosen to be opened */
    public CatalogueView(CatalogueViewModel model, Runnable opened) {
        super(8);
        getStyleClass().add("catalogue");
        VBox cards = new VBox(8);
        cards.getStyleClass().add("catalogue-cards");
        model.cards().forEach(card -> cards.getChildren().add(new DatasetCardView(card, () -> {
            model.open(card.entry());
            opened.run();
        })));
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label place = new Label("Downloads are kept as zips in " + model.folder()
                + ". Without a network, put a zip there by hand; it is checked before it is used.");
        place.setWrapText(true);
        place.setMinHeight(USE_PREF_SIZE);
        place.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        getChildren().addAll(scroll, place);
    }
}
