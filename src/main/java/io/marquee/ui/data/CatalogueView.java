package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The datasets that can be had by name, one card each. */
public final class CatalogueView extends VBox {

    private final VBox cards = new VBox(8);
    private final ScrollPane scroll = new ScrollPane();

    /** @param opened called when a dataset has been chosen to be opened */
    public CatalogueView(CatalogueViewModel model, Runnable opened) {
        super(8);
        getStyleClass().add("catalogue");
        cards.getStyleClass().add("catalogue-cards");
        model.cards().forEach(card -> add(card, () -> {
            model.open(card.entry());
            opened.run();
        }));
        scroll.setContent(cards);
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

    private void add(DatasetCard card, Runnable open) {
        DatasetCardView view = new DatasetCardView(card, open);
        cards.getChildren().add(view);
        card.stateProperty().addListener((property, before, now) -> {
            if (now == DatasetCard.State.ASKING_LICENCE || now == DatasetCard.State.ASKING_CHANGE) {
                reveal(view);
            }
        });
    }

    /** A question below the edge of the list would look like nothing having happened. */
    private void reveal(DatasetCardView view) {
        scroll.applyCss();
        scroll.layout();
        double seen = scroll.getViewportBounds().getHeight();
        double hidden = cards.getHeight() - seen;
        double below = view.getBoundsInParent().getMaxY() - seen;
        if (hidden > 0 && below > scroll.getVvalue() * hidden) {
            scroll.setVvalue(Math.min(1, below / hidden));
        }
    }
}
