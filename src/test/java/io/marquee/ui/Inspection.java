package io.marquee.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BackgroundFill;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * What is wrong with what a scene shows now: controls without a name for screen readers, words cut off that no tooltip has in
 * full, disabled buttons that do not say why, and texts that are too faint to be read, by the ratios of WCAG 2.2 (1.4.3 and 1.4.11, level AA).
 */
final class Inspection {

    private static final double TEXT_RATIO = 4.5;
    private static final double LARGE_RATIO = 3;

    /** 14 and 18 points in pixels, from which bold and plain text is large. */
    private static final double LARGE_BOLD = 18.66;
    private static final double LARGE = 24;

    private final List<String> unnamed = new ArrayList<>();
    private final List<String> cut = new ArrayList<>();
    private final List<String> faint = new ArrayList<>();
    private final List<String> unexplained = new ArrayList<>();
    private final Map<String, String> whatItDoes = new HashMap<>();
    private final Set<Node> labelled = new HashSet<>();

    /** Looks at a scene on the JavaFX thread; findings of several looks add up. */
    void look(String where, Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        labelled.clear();
        all(scene.getRoot()).forEach(node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        all(scene.getRoot()).forEach(node -> look(where, node));
    }

    List<String> unnamed() {
        return unnamed;
    }

    List<String> cut() {
        return cut;
    }

    List<String> faint() {
        return faint;
    }

    /** Buttons that are disabled, and have no tooltip that says why, or only the one that says what they do. */
    List<String> unexplained() {
        return unexplained;
    }

    private static Stream<Node> all(Node node) {
        // What has no room is made transparent where to hide it would move what is beside it.
        if (!node.isVisible() || node.getOpacity() == 0) {
            return Stream.empty();
        }
        return node instanceof Parent parent
                ? Stream.concat(Stream.of(node), parent.getChildrenUnmodifiable().stream().flatMap(Inspection::all))
                : Stream.of(node);
    }

    private void look(String where, Node node) {
        if (needsName(node) && !labelled.contains(node) && isBlank(node.getAccessibleText())
                && !(node instanceof Labeled labeled && !isBlank(labeled.getText()))) {
            unnamed.add(where + ": " + path(node));
        }
        if (node instanceof ButtonBase button) {
            lookForReason(where, button);
        }
        if (node instanceof Labeled labeled && !hasTooltip(labeled) && isCut(labeled)) {
            cut.add(where + ": " + path(labeled) + " \"" + labeled.getText() + "\"");
        }
        if (node instanceof Text text && !isBlank(text.getText()) && text.getFill() instanceof Color fill && !text.isDisabled()) {
            double ratio = ratio(text, fill);
            if (ratio < needed(text)) {
                faint.add(String.format(Locale.ROOT, "%s: %.2f of %.1f, %s, %s", where, ratio, needed(text), fill, path(text)));
            }
        }
    }

    private void lookForReason(String where, ButtonBase button) {
        String tooltip = button.getTooltip() == null ? "" : button.getTooltip().getText();
        if (!button.isDisabled()) {
            whatItDoes.put(path(button), tooltip);
        } else if (tooltip.isBlank() && !hasTooltip(button) || !tooltip.isBlank() && tooltip.equals(whatItDoes.get(path(button)))) {
            unexplained.add(where + ": " + path(button) + " \"" + tooltip + "\"");
        }
    }

    private static boolean needsName(Node node) {
        if (node.getParent() instanceof ComboBoxBase<?> || "list-view".equals(node.getId())) {
            return false;
        }
        return node instanceof ButtonBase || node instanceof TextInputControl || node instanceof ComboBoxBase<?>
                || node instanceof Slider || node instanceof ProgressBar || node instanceof TableView<?>
                || node instanceof ListView<?>;
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }

    private static boolean isCut(Labeled labeled) {
        return !isBlank(labeled.getText()) && labeled.getChildrenUnmodifiable().stream()
                .anyMatch(child -> child instanceof Text shown && !shown.getText().equals(labeled.getText())
                        && shown.getText().endsWith(labeled.getEllipsisString()));
    }

    /** One of its own or of what it is in, such as a row. */
    private static boolean hasTooltip(Node node) {
        for (Node up = node; up != null; up = up.getParent()) {
            if (up instanceof Control control && control.getTooltip() != null
                    || up.getProperties().containsKey("javafx.scene.control.Tooltip")) {
                return true;
            }
        }
        return false;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node up = node; up != null; up = up.getParent()) {
            opacity *= up.getOpacity();
        }
        return opacity;
    }

    private static double needed(Text text) {
        double size = text.getFont().getSize();
        boolean bold = text.getFont().getStyle().toLowerCase(Locale.ROOT).contains("bold");
        return text instanceof FontIcon || size >= LARGE || bold && size >= LARGE_BOLD ? LARGE_RATIO : TEXT_RATIO;
    }

    private static double ratio(Text text, Color fill) {
        Color behind = behind(text.getParent());
        return contrast(over(behind, fill, fill.getOpacity() * opacity(text)), behind);
    }

    /** The colour that the backgrounds of a node and of what it is in add up to. */
    private static Color behind(Node node) {
        if (node == null) {
            return Color.WHITE;
        }
        if (!(node instanceof Region region) || region.getBackground() == null) {
            return behind(node.getParent());
        }
        List<Color> fills = region.getBackground().getFills().stream().map(BackgroundFill::getFill)
                .filter(Color.class::isInstance).map(Color.class::cast).toList();
        if (fills.isEmpty()) {
            return behind(node.getParent());
        }
        // Those below the last one are borders.
        Color top = fills.get(fills.size() - 1);
        return top.isOpaque() ? top : over(behind(node.getParent()), top, top.getOpacity());
    }

    private static Color over(Color below, Color above, double opacity) {
        return Color.color(below.getRed() + (above.getRed() - below.getRed()) * opacity,
                below.getGreen() + (above.getGreen() - below.getGreen()) * opacity,
                below.getBlue() + (above.getBlue() - below.getBlue()) * opacity);
    }

    /** Contrast ratio of two opaque colours by WCAG 2.2, from 1 to 21. */
    static double contrast(Color one, Color other) {
        double a = luminance(one);
        double b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed()) + 0.7152 * linear(colour.getGreen()) + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    static String path(Node node) {
        StringBuilder path = new StringBuilder();
        for (Node up = node; up != null && up.getParent() != null; up = up.getParent()) {
            path.insert(0, "/" + (up.getId() != null ? "#" + up.getId() : String.join(".", up.getStyleClass())));
            if (up.getId() != null && up != node) {
                break;
            }
        }
        return path.toString();
    }
}
