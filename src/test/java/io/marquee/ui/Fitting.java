package io.marquee.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.Region;

/**
 * What does not fit into the window: controls that lie outside of it or of what they are in, and parts that have less room than
 * they need. What scrolls may be larger than its place.
 */
final class Fitting {

    /** Edges are rounded to pixels. */
    private static final double TOLERANCE = 1.5;

    private final List<String> found = new ArrayList<>();

    /** Looks at a scene on the JavaFX thread; findings of several looks add up. */
    void look(String where, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        Bounds window = scene.getRoot().getLayoutBounds();
        look(where, scene.getRoot(), window);
    }

    List<String> found() {
        return found;
    }

    private void look(String where, Node node, Bounds window) {
        // The list of a closed choice has no place yet.
        if (!node.isVisible() || node.getOpacity() == 0 || node instanceof VirtualFlow<?>) {
            return;
        }
        if (node instanceof Region region && region.isManaged()) {
            double missing = region.minHeight(region.getWidth()) - region.getHeight();
            double narrow = region.minWidth(-1) - region.getWidth();
            if (missing > TOLERANCE || narrow > TOLERANCE) {
                found.add(String.format(Locale.ROOT, "%s: %s is %.0f x %.0f, and needs %.0f more in width, %.0f in height", where,
                        Inspection.path(node), region.getWidth(), region.getHeight(), Math.max(0, narrow), Math.max(0, missing)));
            }
        }
        if (node instanceof Control) {
            Bounds place = node.localToScene(node.getLayoutBounds());
            if (outside(place, window)) {
                found.add(where + ": " + Inspection.path(node) + " lies outside of the window at " + place);
            }
        }
        if (node instanceof ScrollPane || node instanceof TextArea) {
            return;
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(where, child, window));
        }
    }

    private static boolean outside(Bounds place, Bounds window) {
        return place.getMinX() < -TOLERANCE || place.getMinY() < -TOLERANCE
                || place.getMaxX() > window.getMaxX() + TOLERANCE || place.getMaxY() > window.getMaxY() + TOLERANCE;
    }
}
