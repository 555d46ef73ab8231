package io.marquee.ui.ask;

import javafx.scene.layout.BorderPane;

/** What a user of the dataset should watch: the user at the left, the list in the middle, reasons at the right. */
final class RecommendTab extends BorderPane {

    private static final double SIDE = 0.26;
    private static final double WIDEST_SIDE = 480;

    RecommendTab(AskRoomViewModel room) {
        getStyleClass().add("ask-tab");
        ProfilePane profile = new ProfilePane(room.recommend());
        // In a wide window titles beside the list have room to be read in full, too.
        profile.prefWidthProperty().bind(widthProperty().multiply(SIDE));
        profile.setMinWidth(300);
        profile.setMaxWidth(WIDEST_SIDE);
        WhyPane why = new WhyPane(room.recommend().answers(), room::showSimilar);
        why.prefWidthProperty().bind(widthProperty().multiply(SIDE));
        why.setMinWidth(280);
        why.setMaxWidth(WIDEST_SIDE);
        setLeft(profile);
        setCenter(new AnswersPane(room.recommend().answers(), "room-recommendations", "Recommended", true));
        setRight(why);
    }
}
