package io.marquee.ui;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/** Two lines of a list: a title, and below it, smaller, what else there is to know. Both give way where there is no room. */
public final class TitleAndFacts extends VBox {

    private final Label title = new Label();
    private final Label facts = new Label();

    public TitleAndFacts() {
        title.setMinWidth(0);
        facts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        facts.setMinWidth(0);
        getChildren().addAll(title, facts);
        setMinWidth(0);
        setAlignment(Pos.CENTER_LEFT);
    }

    /** Shows other words. */
    public void show(String newTitle, String newFacts) {
        title.setText(newTitle);
        facts.setText(newFacts);
    }
}
