package io.marquee.ui.ask;

import atlantafx.base.controls.CustomTextField;
import io.marquee.ui.Icons;
import io.marquee.ui.RowCell;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.Popup;
import org.kordamp.ikonli.Ikon;

/**
 * A search box: what fits what is typed is offered below, chosen by mouse or with the arrow keys.
 *
 * @param <T> what is offered
 */
final class SuggestionField<T> extends CustomTextField {

    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;
    private static final double NARROWEST = 330;

    /** How an offer looks: a text, and a few words at the right. */
    record Look(String text, String detail) {}

    private final ObservableList<T> suggestions;
    private final Runnable offer;
    private final Runnable submit;
    private final Consumer<T> choose;
    private final ListView<T> offered;
    private final Popup popup = new Popup();

    /**
     * @param id id of the field; that of the list is the same with "-suggestions"
     * @param icon shown at the left
     * @param name what screen readers call it
     * @param query what is typed
     * @param suggestions what is offered
     * @param look how an offer looks
     * @param offer looks for offers again
     * @param submit takes what is typed
     * @param choose takes an offer
     */
    SuggestionField(String id, Ikon icon, String name, StringProperty query, ObservableList<T> suggestions,
            Function<T, Look> look, Runnable offer, Runnable submit, Consumer<T> choose) {
        this.suggestions = suggestions;
        this.offer = offer;
        this.submit = submit;
        this.choose = choose;
        setId(id);
        getStyleClass().add("ask-search");
        setLeft(Icons.of(icon));
        setAccessibleText(name);
        textProperty().bindBidirectional(query);
        offered = new ListView<>(suggestions);
        offered.setId(id + "-suggestions");
        offered.setFixedCellSize(ROW);
        offered.setAccessibleText("Suggestions");
        offered.getStyleClass().add("suggestions");
        offered.setCellFactory(list -> new Cell<>(look));
        offered.setOnMouseClicked(event -> choose());
        offered.setFocusTraversable(false);
        popup.getContent().add(offered);
        popup.setAutoHide(true);
        suggestions.addListener((InvalidationListener) change -> showOffered());
        focusedProperty().addListener((property, before, focused) -> showOffered());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnAction(event -> submit());
    }

    private void showOffered() {
        if (suggestions.isEmpty() || !isFocused() || getScene() == null || getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        offered.setPrefSize(Math.max(getWidth(), NARROWEST), Math.min(MOST_ROWS, suggestions.size()) * ROW + 4);
        offered.getSelectionModel().clearSelection();
        if (!popup.isShowing()) {
            Bounds place = localToScreen(getBoundsInLocal());
            popup.show(this, place.getMinX(), place.getMaxY() + 2);
        }
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                if (popup.isShowing()) {
                    move(1);
                } else {
                    // Asks again for what is offered, so that the arrow opens the list.
                    offer.run();
                }
                event.consume();
            }
            case UP -> {
                move(-1);
                event.consume();
            }
            case ESCAPE -> popup.hide();
            default -> { }
        }
    }

    /** By index: the list's own steps start from its focused row, which is the first one before any is selected. */
    private void move(int step) {
        int index = offered.getSelectionModel().getSelectedIndex() + step;
        if (index >= 0 && index < suggestions.size()) {
            offered.getSelectionModel().select(index);
            offered.scrollTo(index);
        }
    }

    private void submit() {
        if (popup.isShowing() && offered.getSelectionModel().getSelectedItem() != null) {
            choose();
        } else {
            popup.hide();
            submit.run();
        }
    }

    private void choose() {
        T chosen = offered.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            choose.accept(chosen);
            positionCaret(getText().length());
        }
    }

    private static final class Cell<T> extends RowCell<T> {

        private final Function<T, Look> look;
        private final Label text = new Label();
        private final Label detail = new Label();
        private final HBox row;

        Cell(Function<T, Look> look) {
            this.look = look;
            Region gap = new Region();
            HBox.setHgrow(gap, Priority.ALWAYS);
            text.setMinWidth(0);
            detail.setMinWidth(USE_PREF_SIZE);
            detail.getStyleClass().add("suggestion-detail");
            row = new HBox(8, text, gap, detail);
            row.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected Node show(T value) {
            Look shown = look.apply(value);
            text.setText(shown.text());
            detail.setText(shown.detail());
            setAccessibleText(shown.text() + " " + shown.detail());
            return row;
        }
    }
}
