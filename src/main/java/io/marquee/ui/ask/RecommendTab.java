package io.marquee.ui.ask;

import javafx.scene.layout.BorderPane;

/** What a user of the dataset should watch: the user at the left, the list in the middle, reasons at the right. */
final class RecommendTab extends BorderPane {

    RecommendTab(AskRoomViewModel room) {
        getStyleClass().add("ask-tab");
        ProfilePane profile = new ProfilePane(room.recommend());
        profile.setPrefWidth(330);
        profile.setMinWidth(300);
        WhyPane why = new WhyPane(room.recommend().answers(), room::showSimilar);
        why.setPrefWidth(330);
        why.setMinWidth(280);
        setLeft(profile);
        setCenter(new AnswersPane(room.recommend().answers(), "room-recommendations", "Recommended", true));
        setRight(why);
    }
}
