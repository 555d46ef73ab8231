package io.marquee.ui.run;

import atlantafx.base.theme.Styles;
import io.marquee.runs.QueuedRun;
import io.marquee.ui.Icons;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;

/** The runs that wait, with their order; not there while none waits. */
public final class QueuePane extends VBox {

    private static final double ENTRY_HEIGHT = 30;
    private static final int MOST_SHOWN = 4;

    private final QueueViewModel model;
    private final Label title = new Label();
    private final Button toggle = new Button();
    private final VBox entries = new VBox();
    private final ScrollPane scroll = new ScrollPane();

    public QueuePane(QueueViewModel model) {
        super(4);
        this.model = model;
        setId("queue");
        getStyleClass().add("queue");
        title.getStyleClass().add("section-title");
        toggle.setId("queue-toggle");
        toggle.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        toggle.setOnAction(event -> model.toggleHeld());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(6, title, gap, toggle);
        heading.setAlignment(Pos.CENTER_LEFT);
        scroll.setContent(entries);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("queue-entries");
        getChildren().addAll(heading, scroll);
        managedProperty().bind(visibleProperty());
        model.waiting().addListener((InvalidationListener) change -> show());
        model.heldProperty().addListener(change -> show());
        show();
    }

    private void show() {
        int count = model.waiting().size();
        setVisible(count > 0);
        boolean held = model.heldProperty().get();
        title.setText("Queue: " + count + (count == 1 ? " run" : " runs"));
        toggle.setText(held ? "Start" : "Hold");
        Icons.explain(toggle, held ? "Train the runs of the queue, one after the other"
                : "Let the current run end, and start none of the queue");
        double height = Math.min(count, MOST_SHOWN) * ENTRY_HEIGHT + 2;
        scroll.setMinHeight(height);
        scroll.setPrefHeight(height);
        scroll.setMaxHeight(height);
        entries.getChildren().clear();
        for (int i = 0; i < count; i++) {
            entries.getChildren().add(entry(model.waiting().get(i), i == 0, i == count - 1));
        }
    }

    private HBox entry(QueuedRun run, boolean first, boolean last) {
        Label words = new Label(run.settings());
        words.getStyleClass().add(Styles.TEXT_SMALL);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Icons.explain(words, run.dataset() + " · " + run.settings());
        Button up = button(MaterialDesignC.CHEVRON_UP, "Earlier", () -> model.move(run, true));
        up.setDisable(first);
        Icons.explain(up, "Earlier", "It is the next to be trained already.");
        Button down = button(MaterialDesignC.CHEVRON_DOWN, "Later", () -> model.move(run, false));
        down.setDisable(last);
        Icons.explain(down, "Later", "It is the last of the queue already.");
        HBox entry = new HBox(2, words, up, down, button(MaterialDesignC.CLOSE, "Take out of the queue", () -> model.remove(run)));
        entry.setAlignment(Pos.CENTER_LEFT);
        entry.setMinHeight(ENTRY_HEIGHT);
        entry.setMaxHeight(ENTRY_HEIGHT);
        return entry;
    }

    private static Button button(Ikon icon, String help, Runnable action) {
        Button button = Icons.named(new Button(null, Icons.of(icon)), help);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(event -> action.run());
        return button;
    }
}
