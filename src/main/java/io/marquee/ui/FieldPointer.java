package io.marquee.ui;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Takes a person to a field of a form that is longer than the window. */
public final class FieldPointer {

    /** Pixels above the field, so that its heading is seen too. */
    private static final double ABOVE = 40;

    private FieldPointer() {}

    /**
     * Scrolls to a field and gives it the focus.
     *
     * @param form is in a scene and shown, or its fields could take no key
     * @param row what is to be seen: the field with its label
     * @param field what gets the focus, inside {@code row}
     */
    public static void pointTo(ScrollPane form, Node row, Node field) {
        form.applyCss();
        form.layout();
        Node content = form.getContent();
        Bounds place = content.sceneToLocal(row.localToScene(row.getBoundsInLocal()));
        double hidden = content.getLayoutBounds().getHeight() - form.getViewportBounds().getHeight();
        if (hidden > 0) {
            form.setVvalue(Math.max(0, Math.min(1, (place.getMinY() - ABOVE) / hidden)));
        }
        field.requestFocus();
    }
}
