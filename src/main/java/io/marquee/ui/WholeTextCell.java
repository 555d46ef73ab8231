package io.marquee.ui;

import java.util.function.Function;
import javafx.scene.control.TableCell;
import javafx.scene.text.Text;

/**
 * A cell of words in a table. Words that are cut off by the edge of the column are in its tooltip.
 *
 * @param <S> what a row holds
 * @param <V> what the cell holds
 */
public final class WholeTextCell<S, V> extends TableCell<S, V> {

    private final Function<V, String> words;

    /** @param words the words for what the cell holds */
    public WholeTextCell(Function<V, String> words) {
        this.words = words;
    }

    @Override
    protected void updateItem(V item, boolean empty) {
        super.updateItem(item, empty);
        setText(empty || item == null ? null : words.apply(item));
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (isCut()) {
            Icons.explain(this, getText());
        } else if (getTooltip() != null) {
            setTooltip(null);
        }
    }

    private boolean isCut() {
        return getText() != null && getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text shown && !shown.getText().equals(getText()));
    }
}
