package io.marquee.ui;

import javafx.scene.Node;
import javafx.scene.control.ListCell;

/**
 * A cell of a list that shows what it holds by nodes of its own. It follows the list's width: what is too long is shortened,
 * never scrolled to.
 *
 * @param <T> what the list holds
 */
public abstract class RowCell<T> extends ListCell<T> {

    protected RowCell() {
        setPrefWidth(0);
    }

    /**
     * Puts a value into the nodes of this cell, and names it for screen readers.
     *
     * @return what is shown of it
     */
    protected abstract Node show(T value);

    @Override
    protected final void updateItem(T value, boolean empty) {
        super.updateItem(value, empty);
        if (empty || value == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
        } else {
            setGraphic(show(value));
        }
    }
}
