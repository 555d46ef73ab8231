package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.map.MapTab;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;

/** The room in which the model is asked: one tab for each kind of question. */
public final class AskRoom extends StackPane {

    private final AskRoomViewModel model;
    private final ObservableValue<ChartPalette> palette;
    private final TabPane pane = new TabPane();

    /**
     * @param files asks for files of own ratings
     * @param palette colours of what is drawn
     */
    public AskRoom(AskRoomViewModel model, ProfileFiles files, ObservableValue<ChartPalette> palette) {
        this.model = model;
        this.palette = palette;
        model.map().darkProperty().bind(palette.map(ChartPalette.DARK::equals));
        getStyleClass().add("ask-room");
        pane.setId("ask-tabs");
        pane.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs(files).forEach(tab -> pane.getTabs().add(tab(tab)));
        Label source = new Label();
        source.setId("ask-room-model");
        source.textProperty().bind(model.modelTextProperty());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "ask-room-model");
        source.setMouseTransparent(true);
        StackPane.setAlignment(source, Pos.TOP_RIGHT);
        Node empty = emptyState();
        empty.visibleProperty().bind(model.askedProperty().isNull());
        pane.visibleProperty().bind(model.askedProperty().isNotNull());
        source.visibleProperty().bind(pane.visibleProperty());
        getChildren().addAll(empty, pane, source);
        model.tabProperty().addListener((property, before, now) -> select(now));
        pane.getSelectionModel().selectedItemProperty()
                .addListener((property, before, now) -> model.tabProperty().set(now.getId()));
        select(model.tabProperty().get());
        // Only a room that is looked at makes models ready.
        sceneProperty().addListener((property, before, now) -> model.shownProperty().set(now != null));
        model.shownProperty().set(getScene() != null);
    }

    /** The tabs, in the order they are offered. */
    private List<AskTab> tabs(ProfileFiles files) {
        return List.of(
                new AskTab(AskRoomViewModel.RECOMMEND, "Recommend", MaterialDesignA.ACCOUNT_STAR_OUTLINE,
                        () -> new RecommendTab(model)),
                new AskTab(AskRoomViewModel.SIMILAR, "Similar", MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                        () -> new SimilarTab(model.similar())),
                new AskTab(AskRoomViewModel.YOU, "You", MaterialDesignS.STAR_FACE, () -> new YouTab(model, files)),
                new AskTab(AskRoomViewModel.WHAT_IF, "What if", MaterialDesignF.FUNCTION_VARIANT,
                        () -> new WhatIfTab(model.whatIf(), palette)),
                new AskTab(AskRoomViewModel.MAP, "Map", MaterialDesignM.MAP_OUTLINE,
                        () -> new MapTab(model.map(), model::showSimilar)));
    }

    private static Tab tab(AskTab source) {
        Tab tab = new Tab(source.title());
        tab.setId(source.name());
        tab.setGraphic(Icons.of(source.icon()));
        tab.setUserData(source);
        return tab;
    }

    private void select(String name) {
        pane.getTabs().stream().filter(tab -> tab.getId().equals(name)).findFirst()
                .ifPresent(pane.getSelectionModel()::select);
        fill(pane.getSelectionModel().getSelectedItem());
    }

    private static void fill(Tab tab) {
        if (tab.getContent() == null) {
            tab.setContent(((AskTab) tab.getUserData()).view().get());
        }
    }

    /** Puts the cursor into the search box of the tab that is shown. */
    public void focusSearch() {
        Node search = pane.getSelectionModel().getSelectedItem().getContent().lookup(".ask-search");
        if (search instanceof TextField field) {
            field.requestFocus();
            field.selectAll();
        }
    }

    private static Node emptyState() {
        FontIcon icon = Icons.of(MaterialDesignM.MOVIE_OPEN_OUTLINE);
        icon.getStyleClass().add("empty-icon");
        Label words = new Label("No model to ask yet.\n\nTrain one in the Train room, or open a saved model "
                + "(Ctrl+M). Then ask it here: what someone should watch and why, which movies are alike, and what you "
                + "should watch after rating a few movies yourself.");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        VBox box = new VBox(12, icon, words);
        box.setId("ask-empty");
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(420);
        return box;
    }
}
