package io.marquee.ui.ask;

import javafx.beans.binding.Bindings;
import javafx.scene.layout.BorderPane;

/** What a user of the dataset should watch: the user at the left, the list in the middle, reasons at the right. */
final class RecommendTab extends BorderPane {

    private static final double SIDE = 0.26;
    private static final double USUAL_SIDE = 330;
    private static final double WIDEST_SIDE = 480;

    RecommendTab(AskRoomViewModel room) {
        getStyleClass().add("ask-tab");
        ProfilePane profile = new ProfilePane(room.recommend());
        // In a wide window titles beside the list have room to be read in full, too.
        profile.prefWidthProperty().bind(Bindings.max(USUAL_SIDE, Bindings.min(WIDEST_SIDE, widthProperty().multiply(SIDE))));
        profile.setMinWidth(300);
        WhyPane why = new WhyPane(room.recommend().answers(), room::showSimilar);
        why.prefWidthProperty().bind(profile.prefWidthProperty());
        why.setMinWidth(280);
        setLeft(profile);
        setCenter(new AnswersPane(room.recommend().answers(), "room-recommendations", "Recommended", true));
        setRight(why);
    }
}
