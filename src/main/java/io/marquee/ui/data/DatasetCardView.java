package io.marquee.ui.data;

import atlantafx.base.theme.Styles;
import io.marquee.catalogue.CatalogueEntry;
import io.marquee.train.LoadVerdict;
import io.marquee.ui.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;

/** One dataset: what it holds, under which licence, where it is, and what can be done. */
final class DatasetCardView extends VBox {

    private static final double ACTIONS_WIDTH = 190;

    private final DatasetCard card;
    private final Runnable open;
    private final HBox actions = new HBox(6);
    private final VBox below = new VBox(6);

    /** @param open opens the dataset */
    DatasetCardView(DatasetCard card, Runnable open) {
        super(4);
        this.card = card;
        this.open = open;
        CatalogueEntry entry = card.entry();
        setId("card-" + entry.id().replace(':', '-'));
        getStyleClass().add("dataset-card");
        actions.setAlignment(Pos.TOP_RIGHT);
        actions.setMinWidth(ACTIONS_WIDTH);
        VBox words = new VBox(2, name(entry), counts(entry), muted(entry.about()), verdict(card.verdict()),
                muted("Licence: " + entry.licence().sentence()), muted("Source: " + entry.source()));
        HBox.setHgrow(words, Priority.ALWAYS);
        below.managedProperty().bind(below.visibleProperty());
        getChildren().addAll(new HBox(12, words, actions), below);
        card.stateProperty().addListener(change -> show());
        card.messageProperty().addListener(change -> show());
        show();
    }

    private static Label name(CatalogueEntry entry) {
        Label name = new Label(entry.name());
        name.getStyleClass().add("section-title");
        return name;
    }

    private static Label counts(CatalogueEntry entry) {
        String size = entry.builtIn() ? "" : String.format(Locale.ROOT, " · zip of %.1f MB", entry.bytes() / 1e6);
        return new Label(String.format(Locale.ROOT, "%,d ratings · %,d users · %,d movies%s", entry.ratings(), entry.users(),
                entry.items(), size));
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private static Label verdict(LoadVerdict verdict) {
        Label label = muted(verdict.sentence());
        if (!verdict.fits()) {
            label.getStyleClass().remove(Styles.TEXT_MUTED);
            label.getStyleClass().add("field-error");
        }
        return label;
    }

    private void show() {
        actions.getChildren().setAll(switch (card.stateProperty().get()) {
            case UNKNOWN, ASKING_LICENCE, ASKING_CHANGE -> new Node[0];
            case BUILT_IN -> new Node[] {chip("Built in"), openButton()};
            case HERE -> new Node[] {removeButton("Delete it from this computer"), chip("On this computer"), openButton()};
            case PARTLY -> new Node[] {removeButton("Delete what has arrived"),
                button("Go on", MaterialDesignD.DOWNLOAD, "download", card::download)};
            case ABSENT -> new Node[] {button("Download", MaterialDesignD.DOWNLOAD, "download", card::download)};
            case DOWNLOADING -> new Node[] {button("Cancel", MaterialDesignC.CLOSE, "cancel", card::cancel)};
        });
        below.getChildren().setAll(switch (card.stateProperty().get()) {
            case ASKING_LICENCE -> new Node[] {question(
                    "By downloading you agree to the licence above; the README in the zip has it in full.",
                    "Agree and download", "Not now")};
            case ASKING_CHANGE -> new Node[] {question(card.messageProperty().get(), "Use it all the same", "Delete it")};
            case DOWNLOADING -> new Node[] {progress()};
            default -> card.messageProperty().get().isEmpty() ? new Node[0] : new Node[] {problem()};
        });
        below.setVisible(!below.getChildren().isEmpty());
    }

    private Label chip(String text) {
        Label chip = new Label(text, Icons.of(MaterialDesignC.CHECK));
        chip.getStyleClass().addAll(Styles.TEXT_SMALL, "state-chip");
        chip.setMinWidth(USE_PREF_SIZE);
        return chip;
    }

    private Button openButton() {
        Button button = button("Open", MaterialDesignD.DATABASE_OUTLINE, "open", open);
        button.getStyleClass().add(Styles.ACCENT);
        return button;
    }

    private Button removeButton(String what) {
        Button button = Icons.named(new Button(null, Icons.of(MaterialDesignT.TRASH_CAN_OUTLINE)), what);
        button.setId(getId() + "-remove");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        button.setOnAction(event -> card.remove());
        return button;
    }

    private Button button(String text, Ikon icon, String id, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setId(getId() + "-" + id);
        button.setAccessibleText(text + " " + card.entry().name());
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.SMALL);
        button.setOnAction(event -> action.run());
        return button;
    }

    private Node question(String text, String yes, String no) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Button agree = button(yes, MaterialDesignC.CHECK, "agree", card::agree);
        agree.getStyleClass().add(Styles.ACCENT);
        HBox buttons = new HBox(8, agree, button(no, MaterialDesignC.CLOSE, "decline", card::decline));
        VBox question = new VBox(8, label, buttons);
        question.getStyleClass().add("result-line");
        return question;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(card.progressProperty());
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.setAccessibleText("Download of " + card.entry().name());
        Label text = muted("");
        text.textProperty().bind(card.progressTextProperty());
        return new VBox(4, bar, text);
    }

    private Node problem() {
        Label label = new Label(card.messageProperty().get());
        label.setId(getId() + "-message");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().add("field-error");
        return label;
    }
}
