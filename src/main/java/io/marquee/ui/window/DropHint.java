package io.marquee.ui.window;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;

/** Says over the room what dropping the files that are dragged over the window would do. */
final class DropHint extends StackPane {

    private final Label words = new Label();

    DropHint() {
        setId("drop-hint");
        getStyleClass().add("drop-hint");
        setAlignment(Pos.CENTER);
        words.setId("drop-hint-words");
        words.setWrapText(true);
        getChildren().add(words);
        setMouseTransparent(true);
        setVisible(false);
    }

    void show(String sentence) {
        words.setText(sentence);
        setVisible(true);
    }

    void hide() {
        setVisible(false);
    }
}
