package io.marquee.ui;

import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;

/** Icons, and what every control with an icon needs: a tooltip and a name for screen readers. */
public final class Icons {

    private Icons() {}

    /** An icon that follows the colour of its control. */
    public static FontIcon of(Ikon icon) {
        return new FontIcon(icon);
    }

    /** Gives a control that shows only an icon its name. */
    public static <B extends ButtonBase> B named(B button, String name) {
        button.setAccessibleText(name);
        explain(button, name);
        return button;
    }

    /** A tooltip that says what a control does and, while it is disabled, why it is. */
    public static void explain(Control control, String help, String whyDisabled) {
        Runnable show = () -> explain(control, control.isDisabled() ? whyDisabled : help);
        control.disabledProperty().addListener(change -> show.run());
        show.run();
    }

    /** A tooltip that comes soon and stays long enough to be read; one that is there gets the new text. */
    public static void explain(Node node, String text) {
        if (node instanceof Control control && control.getTooltip() != null) {
            control.getTooltip().setText(LineBreaks.keep(text));
            return;
        }
        Tooltip tooltip = new Tooltip(LineBreaks.keep(text));
        tooltip.setShowDelay(Duration.millis(350));
        tooltip.setShowDuration(Duration.seconds(40));
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(460);
        if (node instanceof Control control) {
            control.setTooltip(tooltip);
        } else {
            Tooltip.install(node, tooltip);
        }
    }
}
