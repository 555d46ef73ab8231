package io.marquee.ui;

import java.util.List;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/**
 * Shows the tooltips of disabled controls. JavaFX does not, since they get no events; but that is where a person asks why
 * nothing can be done.
 */
public final class DisabledTooltips {

    private static final Duration DELAY = Duration.millis(350);
    private static final double BESIDE_POINTER = 14;

    private final PauseTransition delay = new PauseTransition(DELAY);
    private Control pointedAt;
    private Tooltip shown;

    private DisabledTooltips() {}

    /** Watches the pointer in a scene. */
    public static void install(Scene scene) {
        DisabledTooltips tooltips = new DisabledTooltips();
        scene.addEventFilter(MouseEvent.MOUSE_MOVED, tooltips::moved);
        scene.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> tooltips.leave());
        scene.addEventFilter(MouseEvent.MOUSE_EXITED, event -> tooltips.leave());
    }

    private void moved(MouseEvent event) {
        Node under = event.getPickResult().getIntersectedNode();
        Control found = under == null ? null : at(under, event.getSceneX(), event.getSceneY()).orElse(null);
        if (found == pointedAt) {
            return;
        }
        leave();
        pointedAt = found;
        if (found != null) {
            delay.setOnFinished(finished -> show(found, event.getScreenX(), event.getScreenY()));
            delay.playFromStart();
        }
    }

    private void show(Control control, double screenX, double screenY) {
        Tooltip tooltip = control.getTooltip();
        if (control.isDisabled() && tooltip != null && control.getScene() != null && control.getScene().getWindow() != null) {
            shown = tooltip;
            tooltip.show(control, screenX + BESIDE_POINTER, screenY + BESIDE_POINTER);
        }
    }

    private void leave() {
        delay.stop();
        pointedAt = null;
        if (shown != null) {
            shown.hide();
            shown = null;
        }
    }

    /** The innermost disabled control with a tooltip at a place, below a node that is not disabled. */
    static Optional<Control> at(Node node, double sceneX, double sceneY) {
        if (!(node instanceof Parent parent)) {
            return Optional.empty();
        }
        List<Node> children = parent.getChildrenUnmodifiable();
        for (int i = children.size() - 1; i >= 0; i--) {
            Node child = children.get(i);
            Point2D inside = child.sceneToLocal(sceneX, sceneY);
            if (child.isVisible() && child.isDisabled() && inside != null && child.contains(inside)) {
                Optional<Control> inner = at(child, sceneX, sceneY);
                return inner.isPresent() || !(child instanceof Control control) || control.getTooltip() == null
                        ? inner : Optional.of(control);
            }
        }
        return Optional.empty();
    }
}
