package io.marquee.ui.tour;

import atlantafx.base.theme.Styles;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/**
 * A ring around the part of the window that the tour is about, and beside it a card that says why. Lies over the rooms and
 * leaves them usable: only the card takes clicks.
 */
public final class TourView extends Pane {

    private static final double CARD_WIDTH = 316;
    private static final double GAP = 12;
    private static final double BESIDE = 26;
    private static final double RING = 3;

    private final TourViewModel model;
    private final Region ring = new Region();
    private final VBox card = new VBox();
    private final Label title = new Label();
    private final Label words = new Label();
    private final Label number = new Label();
    private final Button skip = new Button("Skip the tour");
    private final Button back = new Button("Back");
    private final Button next = new Button("Next");
    private final ChangeListener<Object> moved = (property, before, now) -> requestLayout();
    private Node place;

    public TourView(TourViewModel model) {
        this.model = model;
        setPickOnBounds(false);
        setId("tour");
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        fillCard();
        getChildren().addAll(ring, card);
        setVisible(false);
        model.stepProperty().addListener((property, before, now) -> show(before, now));
    }

    private void fillCard() {
        card.getStyleClass().add("tour-card");
        title.setId("tour-title");
        title.getStyleClass().add("section-title");
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        number.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region upper = new Region();
        HBox.setHgrow(upper, Priority.ALWAYS);
        HBox heading = new HBox(title, upper, number);
        heading.setAlignment(Pos.BASELINE_LEFT);
        skip.setId("tour-skip");
        skip.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        skip.setOnAction(event -> model.end());
        back.setId("tour-back");
        back.getStyleClass().add(Styles.SMALL);
        back.setOnAction(event -> model.back());
        next.setId("tour-next");
        next.getStyleClass().addAll(Styles.SMALL, Styles.BUTTON_OUTLINED, Styles.ACCENT);
        next.setOnAction(event -> model.next());
        Region lower = new Region();
        HBox.setHgrow(lower, Priority.ALWAYS);
        HBox buttons = new HBox(6, skip, lower, back, next);
        buttons.setAlignment(Pos.CENTER_LEFT);
        for (Button button : new Button[] {skip, back, next}) {
            button.setMinWidth(USE_PREF_SIZE);
        }
        card.getChildren().addAll(heading, words, buttons);
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.end();
                event.consume();
            }
        });
    }

    private void show(TourStep before, TourStep now) {
        boolean hadFocus = card.isFocusWithin();
        follow(now == null ? null : getScene().lookup(now.place()));
        setVisible(now != null);
        if (now == null) {
            if (hadFocus) {
                getScene().lookup(TourStep.TRAIN.place()).requestFocus();
            }
            return;
        }
        title.setText(now.title());
        words.setText(now.words());
        number.setText(now.number());
        skip.setVisible(!now.last());
        back.setVisible(!now.first());
        next.setText(now.last() ? "Done" : "Next");
        // The button has the focus, so it is what screen readers read out.
        next.setAccessibleText(now.title() + ". " + now.words() + " " + next.getText() + ", " + now.number());
        if (before == null || hadFocus) {
            next.requestFocus();
        }
        requestLayout();
    }

    private void follow(Node node) {
        if (place != null) {
            place.localToSceneTransformProperty().removeListener(moved);
            place.layoutBoundsProperty().removeListener(moved);
        }
        place = node;
        if (place != null) {
            place.localToSceneTransformProperty().addListener(moved);
            place.layoutBoundsProperty().addListener(moved);
        }
    }

    @Override
    protected void layoutChildren() {
        if (place == null) {
            return;
        }
        Bounds target = sceneToLocal(place.localToScene(place.getLayoutBounds()));
        double left = Math.max(0, target.getMinX() - RING);
        double top = Math.max(0, target.getMinY() - RING);
        ring.resizeRelocate(left, top, Math.min(getWidth(), target.getMaxX() + RING) - left,
                Math.min(getHeight(), target.getMaxY() + RING) - top);
        double height = card.prefHeight(CARD_WIDTH);
        double x = target.getMaxX() + GAP + CARD_WIDTH + GAP <= getWidth()
                ? target.getMaxX() + BESIDE : target.getMinX() - BESIDE - CARD_WIDTH;
        double y = target.getHeight() > 2 * height ? target.getMinY() + GAP : target.getCenterY() - height / 2;
        card.resizeRelocate(within(x, getWidth() - CARD_WIDTH), within(y, getHeight() - height), CARD_WIDTH, height);
    }

    private static double within(double wanted, double most) {
        return Math.round(Math.max(GAP, Math.min(wanted, most - GAP)));
    }
}
