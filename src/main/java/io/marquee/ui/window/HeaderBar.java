package io.marquee.ui.window;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import io.marquee.ui.Icons;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignD;
import org.kordamp.ikonli.materialdesign2.MaterialDesignE;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;
import org.kordamp.ikonli.materialdesign2.MaterialDesignW;

/** Name, rooms, model file, panels, colours, menu. */
final class HeaderBar extends HBox {

    private final Actions actions;
    private final Themes themes;

    /** @param showTour begins the tour of the window */
    HeaderBar(Actions actions, Themes themes, RoomBar rooms, BooleanProperty askPanel, Runnable showTour, Workbench workbench) {
        this.actions = actions;
        this.themes = themes;
        getStyleClass().add("header-bar");
        setAlignment(Pos.CENTER_LEFT);
        ImageView logo = new ImageView(new Image(HeaderBar.class.getResource("/io/marquee/ui/icon-64.png").toString()));
        logo.setFitWidth(26);
        logo.setFitHeight(26);
        logo.setSmooth(true);
        Label name = new Label("Marquee");
        name.getStyleClass().add("app-name");
        name.setMinWidth(USE_PREF_SIZE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Button open = button("open-model", "Open model…", MaterialDesignF.FOLDER_OPEN_OUTLINE,
                "Open a saved model, to ask it without training (Ctrl+M)", actions::openModel);
        Button save = button("save-model", "Save model…", MaterialDesignC.CONTENT_SAVE_OUTLINE,
                "Save the model of the last finished epoch (Ctrl+S)", actions::saveModel);
        save.disableProperty().bind(workbench.modelProperty().isNull());
        Button export = button("export-model", "Export…", MaterialDesignE.EXPORT_VARIANT,
                "Write lists for all users, embeddings or the network for other programs (Ctrl+E)", actions::exportModel);
        export.disableProperty().bind(workbench.modelProperty().isNull());
        ToggleButton panel = panelButton(askPanel);
        // The panel is part of the room in which runs are watched.
        panel.visibleProperty().bind(workbench.roomProperty().isEqualTo(Room.TRAIN));
        getChildren().addAll(logo, name, rooms, gap, open, save, export, panel, themeButton(), menu(showTour));
    }

    private static Button button(String id, String text, Ikon icon, String help, Runnable action) {
        Button button = new Button(text, Icons.of(icon));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().add(Styles.FLAT);
        button.setOnAction(event -> action.run());
        Icons.explain(button, help, "There is no model yet: train one, or open one.");
        return button;
    }

    private static ToggleButton panelButton(BooleanProperty askPanel) {
        ToggleButton button = Icons.named(new ToggleButton(null, Icons.of(MaterialDesignD.DOCK_RIGHT)),
                "Show or hide the recommendations (Ctrl+R)");
        button.setId("toggle-ask");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.selectedProperty().bindBidirectional(askPanel);
        return button;
    }

    private Button themeButton() {
        Button button = Icons.named(new Button(), "Light or dark (Ctrl+T)");
        button.setId("toggle-theme");
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(event -> themes.toggle());
        Runnable show = () -> button.setGraphic(Icons.of(
                themes.darkProperty().get() ? MaterialDesignW.WEATHER_SUNNY : MaterialDesignW.WEATHER_NIGHT));
        themes.darkProperty().addListener(change -> show.run());
        show.run();
        return button;
    }

    private MenuButton menu(Runnable showTour) {
        MenuButton menu = Icons.named(new MenuButton(null, Icons.of(MaterialDesignM.MENU)), "Menu");
        menu.setId("menu");
        menu.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT, Tweaks.NO_ARROW);
        ToggleGroup group = new ToggleGroup();
        for (ThemeChoice choice : ThemeChoice.values()) {
            RadioMenuItem item = new RadioMenuItem("Colours: " + choice.displayName().toLowerCase(java.util.Locale.ROOT));
            item.setToggleGroup(group);
            item.setOnAction(event -> themes.choiceProperty().set(choice));
            Runnable show = () -> item.setSelected(themes.choiceProperty().get() == choice);
            themes.choiceProperty().addListener(change -> show.run());
            show.run();
            menu.getItems().add(item);
        }
        menu.getItems().addAll(
                new SeparatorMenuItem(),
                item("Show the tour", showTour),
                item("Keyboard shortcuts", actions::showKeyboard),
                item("Show log", actions::showLog),
                item("Open log folder", actions::openLogFolder),
                item("Copy diagnostics", actions::copyDiagnostics),
                item("Dataset cache…", actions::showCache),
                new SeparatorMenuItem(),
                item("Licences", actions::showLicences),
                item("About Marquee", actions::showAbout));
        return menu;
    }

    private static MenuItem item(String text, Runnable action) {
        MenuItem item = new MenuItem(text);
        item.setOnAction(event -> action.run());
        return item;
    }
}
