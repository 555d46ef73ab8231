package io.marquee.ui;

import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;

/** Words that take room only while there is something to say: what is wrong, or what came of it. */
public final class Message extends Label {

    private static final String ERROR = "field-error";

    /** @param words what is said; empty for nothing */
    public Message(String id, ObservableValue<String> words, String... styles) {
        setId(id);
        getStyleClass().addAll(styles);
        setWrapText(true);
        setMinHeight(USE_PREF_SIZE);
        textProperty().bind(words.map(LineBreaks::keep));
        visibleProperty().bind(textProperty().isNotEmpty());
        managedProperty().bind(visibleProperty());
    }

    /** What is wrong with what a person typed or asked for. */
    public static Message error(String id, ObservableValue<String> words, String... styles) {
        Message message = new Message(id, words, styles);
        message.getStyleClass().add(ERROR);
        return message;
    }
}
