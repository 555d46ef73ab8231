package io.marquee.ui.map;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.ui.Icons;
import io.marquee.ui.RowCell;
import io.marquee.ui.TitleAndFacts;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The movie that was clicked, and the movies that stand out. */
final class MapSide extends VBox {

    private static final double ROW_HEIGHT = 40;

    private final MapViewModel model;
    private final Consumer<Item> open;

    MapSide(MapViewModel model, Consumer<Item> open) {
        super(8);
        this.model = model;
        this.open = open;
        getStyleClass().add("map-side");
        getChildren().addAll(chosen(), list());
    }

    private Node chosen() {
        Label title = new Label();
        title.setId("map-movie");
        title.textProperty().bind(model.chosenProperty().map(point -> point.item().displayTitle()).orElse(""));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        Label facts = new Label();
        facts.textProperty().bind(model.chosenProperty().map(MapSide::facts).orElse(""));
        facts.setWrapText(true);
        facts.setMinHeight(USE_PREF_SIZE);
        facts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Button similar = new Button("Similar movies", Icons.of(MaterialDesignM.MOVIE_SEARCH_OUTLINE));
        similar.setId("map-similar");
        similar.setOnAction(event -> open.accept(model.chosenProperty().get().item()));
        VBox box = new VBox(6, title, facts, similar);
        box.visibleProperty().bind(model.chosenProperty().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private static String facts(MoviePoint point) {
        String genres = point.item().genres().isEmpty() ? "no genres listed" : String.join(", ", point.item().genres());
        String rated = point.rating().isEmpty() ? ""
                : String.format(Locale.ROOT, "%nThe user who is followed gave it %.1f.", point.rating().getAsDouble());
        return String.format(Locale.ROOT, "%s%n%,d ratings, mean %.2f%s", genres, point.ratingCount(), point.meanRating(),
                rated);
    }

    private Node list() {
        Label heading = new Label();
        heading.setId("map-list-title");
        heading.textProperty().bind(model.listTitleProperty());
        heading.getStyleClass().add("section-title");
        heading.setMinWidth(0);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        Button clear = new Button("Show all");
        clear.setId("map-clear");
        clear.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        clear.setMinWidth(USE_PREF_SIZE);
        clear.visibleProperty().bind(model.listTitleProperty().isNotEmpty());
        clear.setOnAction(event -> model.clearSelection());
        HBox.setHgrow(heading, Priority.ALWAYS);
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(8, heading, clear);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(clear.visibleProperty());
        line.managedProperty().bind(line.visibleProperty());
        ListView<MoviePoint> list = new ListView<>(model.listed());
        list.setId("map-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().add("movie-list");
        list.setAccessibleText("Movies that stand out on the map");
        list.setCellFactory(ignored -> new Row());
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.chosenProperty().set(now);
            }
        });
        list.setOnKeyPressed(event -> {
            MoviePoint selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                open.accept(selected.item());
                event.consume();
            }
        });
        Label empty = new Label("Movies the network treats alike lie together.\n\nWheel: zoom. Drag: move. Shift and drag: "
                + "draw a line around movies to list them. Click: about a movie. A legend entry lists its movies.");
        empty.setWrapText(true);
        empty.setMaxWidth(240);
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox box = new VBox(6, line, list);
        VBox.setVgrow(box, Priority.ALWAYS);
        return box;
    }

    /** A movie's title over its ratings. */
    private final class Row extends RowCell<MoviePoint> {

        private final TitleAndFacts words = new TitleAndFacts();

        Row() {
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    open.accept(getItem().item());
                }
            });
        }

        @Override
        protected Node show(MoviePoint point) {
            String all = point.item().displayTitle() + "\n" + facts(point);
            Icons.explain(this, all);
            setAccessibleText(all);
            words.show(point.item().displayTitle(), point.rating().isPresent()
                    ? String.format(Locale.ROOT, "rated %.1f · mean %.2f of %,d", point.rating().getAsDouble(),
                            point.meanRating(), point.ratingCount())
                    : String.format(Locale.ROOT, "mean %.2f of %,d ratings", point.meanRating(), point.ratingCount()));
            return words;
        }
    }
}
