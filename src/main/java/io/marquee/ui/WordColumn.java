package io.marquee.ui;

import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.TableColumn;

/**
 * A column that says in words what rows hold. Words that are cut off are in a tooltip.
 *
 * @param <S> what a row holds
 * @param <V> what its cell holds, by which the table sorts
 */
public final class WordColumn<S, V> extends TableColumn<S, V> {

    /**
     * @param width pixels it would like
     * @param value what the cell of a row holds
     * @param words the words for that
     */
    public WordColumn(String title, double width, Function<S, V> value, Function<V, String> words) {
        super(title);
        setPrefWidth(width);
        setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue())));
        setCellFactory(made -> new WholeTextCell<>(words));
    }

    /** Numbers end at one line. */
    public WordColumn<S, V> ofNumbers() {
        getStyleClass().add("number-column");
        return this;
    }

    /** As wide as it would like, whatever the table's width: what is to spare goes to other columns. */
    public WordColumn<S, V> fixed() {
        setMinWidth(getPrefWidth());
        setMaxWidth(getPrefWidth());
        return this;
    }
}
