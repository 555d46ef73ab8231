package io.marquee.ui.ask;

import atlantafx.base.controls.CustomTextField;
import io.marquee.ui.Icons;
import javafx.beans.InvalidationListener;
import javafx.geometry.Bounds;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;

/** Where a user id is typed: ids that begin with it are offered below, chosen by mouse or with the arrow keys. */
final class UserSearchField extends CustomTextField {

    private static final double ROW = 28;

    private final AskViewModel model;
    private final ListView<String> offered;
    private final Popup popup = new Popup();

    UserSearchField(AskViewModel model) {
        this.model = model;
        setId("user-search");
        setLeft(Icons.of(MaterialDesignA.ACCOUNT_SEARCH));
        setPromptText("User id");
        setAccessibleText("User id to recommend for");
        textProperty().bindBidirectional(model.queryProperty());
        disableProperty().bind(model.readyProperty().not());
        offered = new ListView<>(model.suggestions());
        offered.setId("user-suggestions");
        offered.setFixedCellSize(ROW);
        offered.getStyleClass().add("suggestions");
        offered.setOnMouseClicked(event -> choose());
        offered.setFocusTraversable(false);
        popup.getContent().add(offered);
        popup.setAutoHide(true);
        model.suggestions().addListener((InvalidationListener) change -> showOffered());
        focusedProperty().addListener((property, before, focused) -> showOffered());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        setOnAction(event -> submit());
    }

    private void showOffered() {
        if (model.suggestions().isEmpty() || !isFocused() || getScene() == null || getScene().getWindow() == null) {
            popup.hide();
            return;
        }
        offered.setPrefSize(getWidth(), model.suggestions().size() * ROW + 4);
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
                    model.offer();
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
        if (index >= 0 && index < model.suggestions().size()) {
            offered.getSelectionModel().select(index);
            offered.scrollTo(index);
        }
    }

    private void submit() {
        if (popup.isShowing() && offered.getSelectionModel().getSelectedItem() != null) {
            choose();
        } else {
            popup.hide();
            model.submit();
        }
    }

    private void choose() {
        String chosen = offered.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            popup.hide();
            model.select(chosen);
            positionCaret(getText().length());
        }
    }
}
