package io.marquee.ui.map;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import io.marquee.ui.task.Ticker;
import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;

/** The map of the movies: what to show above, the map, and the movies that stand out at the right. */
public final class MapTab extends BorderPane {

    private static final Duration POLL = Duration.ofMillis(250);

    private final MapViewModel model;
    private final MapCanvas canvas;
    private final Ticker ticker;

    /** @param open shows the movies that are like one */
    public MapTab(MapViewModel model, Consumer<Item> open) {
        this.model = model;
        this.canvas = new MapCanvas(model);
        this.ticker = new Ticker(model::poll);
        getStyleClass().addAll("ask-tab", "map-tab");
        setTop(new VBox(6, tools(), legend()));
        setCenter(canvas);
        MapSide side = new MapSide(model, open);
        side.setPrefWidth(310);
        side.setMinWidth(260);
        setRight(side);
        model.workingProperty().addListener((property, before, working) -> {
            if (working) {
                ticker.start(POLL);
            } else {
                ticker.close();
            }
        });
    }

    private Node tools() {
        ComboBox<ColourBy> colours = new ComboBox<>();
        colours.setId("map-colour");
        colours.getItems().setAll(ColourBy.values());
        colours.valueProperty().bindBidirectional(model.colourByProperty());
        colours.setAccessibleText("What colours tell");
        TextField user = new TextField();
        user.setId("map-user");
        user.setAccessibleText("User id to follow");
        user.setPromptText("User id to follow");
        user.setPrefColumnCount(11);
        user.textProperty().bindBidirectional(model.userProperty());
        user.setOnAction(event -> model.followUser());
        Icons.explain(user, "Show where the movies of a user lie. Enter follows, an empty field shows all again.");
        Message message = Message.error("map-user-message", model.userMessageProperty());
        ToggleButton lasso = Icons.named(new ToggleButton(null, Icons.of(MaterialDesignL.LASSO)),
                "Draw a line around movies to list them (or drag with Shift)");
        lasso.setId("map-lasso");
        lasso.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        lasso.selectedProperty().bindBidirectional(canvas.lassoModeProperty());
        Button all = Icons.named(new Button(null, Icons.of(MaterialDesignF.FIT_TO_PAGE_OUTLINE)), "Show the whole map (0)");
        all.setId("map-all");
        all.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        all.setOnAction(event -> canvas.showAll());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        Label name = new Label("Colour");
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, name, colours, user, message, gap, planes(), lasso, all);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** Which plane is shown, and how far the other is. */
    private Node planes() {
        Label description = new Label();
        description.setId("map-layout");
        description.textProperty().bind(model.sceneProperty().map(scene -> scene.plane().description()).orElse(""));
        description.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        description.setMinWidth(0);
        Button umap = new Button("UMAP");
        umap.setId("map-umap");
        Icons.explain(umap, "Lay the movies out so that neighbours stay neighbours. Takes seconds for thousands of movies, in "
                + "the background.");
        umap.setOnAction(event -> model.startUmap());
        Button pca = new Button("PCA");
        pca.setId("map-pca");
        Icons.explain(pca, "Back to the plane in which the embeddings vary most.");
        pca.setOnAction(event -> model.showPrincipalComponents());
        var shown = model.sceneProperty();
        pca.visibleProperty().bind(Bindings.createBooleanBinding(
                () -> shown.get() != null && shown.get().plane() != shown.get().principal(), shown));
        pca.managedProperty().bind(pca.visibleProperty());
        umap.visibleProperty().bind(model.workingProperty().not().and(pca.visibleProperty().not()));
        umap.managedProperty().bind(umap.visibleProperty());
        ProgressBar bar = new ProgressBar();
        bar.setId("map-progress");
        bar.setPrefWidth(110);
        bar.progressProperty().bind(model.progressProperty());
        Button cancel = new Button("Cancel");
        cancel.setId("map-cancel");
        cancel.setOnAction(event -> model.cancelUmap());
        Label doing = new Label("UMAP");
        doing.getStyleClass().add(Styles.TEXT_MUTED);
        HBox working = new HBox(8, doing, bar, cancel);
        working.setAlignment(Pos.CENTER_LEFT);
        working.visibleProperty().bind(model.workingProperty());
        working.managedProperty().bind(working.visibleProperty());
        HBox line = new HBox(8, description, umap, pca, working);
        line.setAlignment(Pos.CENTER_RIGHT);
        line.setMinWidth(0);
        return line;
    }

    private Node legend() {
        return new MapLegend(model);
    }
}
