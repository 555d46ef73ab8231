package io.marquee.ui.window;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;

/** The newest notice in a line at the top of the window, with "Show details" and "Log folder" where the log knows more. */
final class NoticeBar extends HBox {

    private final Notices notices;
    private final Label words = new Label();
    private final Button offer = new Button();
    private final Hyperlink details = new Hyperlink("Show details");
    private final Hyperlink folder = new Hyperlink("Log folder");

    /**
     * @param showLog shows the log
     * @param openLogFolder opens the folder it is in, where reports of crashes are too
     */
    NoticeBar(Notices notices, Runnable showLog, Runnable openLogFolder) {
        this.notices = notices;
        setId("notice");
        getStyleClass().add("notice");
        setAlignment(Pos.CENTER_LEFT);
        words.setWrapText(true);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        details.setId("notice-details");
        details.setMinWidth(USE_PREF_SIZE);
        details.setOnAction(event -> showLog.run());
        folder.setId("notice-log-folder");
        folder.setMinWidth(USE_PREF_SIZE);
        folder.setOnAction(event -> openLogFolder.run());
        Button close = Icons.named(new Button(null, Icons.of(MaterialDesignC.CLOSE)), "Close this notice");
        close.setId("notice-close");
        close.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Styles.SMALL);
        close.setOnAction(event -> notices.dismiss());
        offer.setId("notice-offer");
        offer.setMinWidth(USE_PREF_SIZE);
        offer.getStyleClass().addAll(Styles.SMALL, Styles.ACCENT);
        getChildren().addAll(words, offer, details, folder, close);
        managedProperty().bind(visibleProperty());
        notices.currentProperty().addListener(change -> show());
        show();
    }

    private void show() {
        Notice notice = notices.currentProperty().get();
        setVisible(notice != null);
        if (notice == null) {
            return;
        }
        words.setText(notice.sentence());
        words.setGraphic(Icons.of(icon(notice.kind())));
        offer.setVisible(notice.offer().isPresent());
        offer.setManaged(notice.offer().isPresent());
        notice.offer().ifPresent(offered -> {
            offer.setText(offered.label());
            offer.setOnAction(event -> offered.action().run());
        });
        details.setVisible(notice.logged());
        details.setManaged(notice.logged());
        folder.setVisible(notice.logged());
        folder.setManaged(notice.logged());
        getStyleClass().removeAll("information", "warning", "error");
        getStyleClass().add(notice.kind().name().toLowerCase(java.util.Locale.ROOT));
    }

    private static Ikon icon(Notice.Kind kind) {
        return switch (kind) {
            case INFORMATION -> MaterialDesignI.INFORMATION_OUTLINE;
            case WARNING -> MaterialDesignA.ALERT_OUTLINE;
            case ERROR -> MaterialDesignA.ALERT_CIRCLE_OUTLINE;
        };
    }
}
