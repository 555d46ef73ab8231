package io.marquee.ui.look;

import io.marquee.ui.Icons;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** Numbers on cards of equal width. */
final class CardRow extends HBox {

    CardRow() {
        setId("look-cards");
        getStyleClass().add("cards");
    }

    void show(List<Card> cards) {
        getChildren().setAll(cards.stream().map(CardRow::card).toList());
    }

    private static VBox card(Card card) {
        Label label = new Label(card.label());
        label.getStyleClass().add("card-label");
        Label value = new Label(card.value());
        value.getStyleClass().add("card-value");
        Label note = new Label(card.note());
        note.getStyleClass().add("card-note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        VBox box = new VBox(label, value, note);
        box.getStyleClass().addAll("panel", "card");
        box.setMinWidth(0);
        box.setPrefWidth(100);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setAccessibleText(card.label() + ": " + card.value() + ", " + card.note());
        Icons.explain(value, card.value() + " " + card.note());
        return box;
    }
}
