package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.recommend.RatedItem;
import io.marquee.ui.Icons;
import io.marquee.ui.LineBreaks;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignF;
import org.kordamp.ikonli.materialdesign2.MaterialDesignI;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Own ratings at the left, what follows from them in the middle, reasons at the right. */
final class YouTab extends BorderPane {

    private static final double ROW_HEIGHT = 40;

    /** Shares of the width that the sides have, within bounds. */
    private static final double LEFT = 0.28;
    private static final double RIGHT = 0.24;
    private static final double WIDEST_SIDE = 480;
    private static final String KEYS = "Click on the stars, or select a movie and press 1 to 5; left and right "
            + "change by one step, Delete drops it.";

    private final YouViewModel model;
    private final ProfileFiles files;

    YouTab(AskRoomViewModel room, ProfileFiles files) {
        this.model = room.you();
        this.files = files;
        getStyleClass().add("ask-tab");
        VBox left = new VBox(8, header(), search(), heading("Rate what you have seen", others()), toRate(),
                heading("Your ratings", clear()), rated(), status(), message());
        left.getStyleClass().add("profile-pane");
        left.prefWidthProperty().bind(Bindings.max(360, Bindings.min(WIDEST_SIDE, widthProperty().multiply(LEFT))));
        left.setMinWidth(330);
        WhyPane why = new WhyPane(model.answers(), room::showSimilar);
        why.prefWidthProperty().bind(Bindings.max(310, Bindings.min(WIDEST_SIDE, widthProperty().multiply(RIGHT))));
        why.setMinWidth(280);
        setLeft(left);
        setCenter(new AnswersPane(model.answers(), "you-recommendations", "Recommended to you", false));
        setRight(why);
    }

    private Node header() {
        Label heading = new Label("You");
        heading.getStyleClass().add("section-title");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(2, heading, gap,
                button("you-open", MaterialDesignF.FOLDER_OPEN_OUTLINE, "Open a profile…", files::profileToOpen,
                        model::load),
                button("you-save", MaterialDesignC.CONTENT_SAVE_OUTLINE, "Save your ratings as a profile…",
                        () -> files.profileToSave("my-ratings.json"), model::save),
                button("you-import", MaterialDesignI.IMPORT,
                        "Import ratings: a CSV file with title or movieId and rating, or the export of Letterboxd "
                                + "or IMDb…",
                        files::ratingsToImport, model::importRatings));
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private static Button button(String id, Ikon icon, String name, Supplier<Optional<Path>> ask,
            Consumer<Path> use) {
        Button button = Icons.named(new Button(null, Icons.of(icon)), name);
        button.setId(id);
        button.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        button.setOnAction(event -> ask.get().ifPresent(use));
        return button;
    }

    private Node search() {
        SuggestionField<MovieHit> field = new SuggestionField<>("you-search", MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                "Title of a movie to rate", model.search().queryProperty(), model.search().hits(), SimilarTab::look,
                model.search()::offer, model.search()::submit, model.search()::choose);
        field.setPromptText("Find a movie to rate by title");
        field.setMaxWidth(Double.MAX_VALUE);
        return field;
    }

    private static Node heading(String text, Node action) {
        Label label = new Label(text);
        label.getStyleClass().add("subheading");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, label, gap, action);
        line.setAlignment(Pos.BASELINE_LEFT);
        return line;
    }

    private Node others() {
        Hyperlink link = new Hyperlink("Other movies");
        link.setId("you-others");
        link.setOnAction(event -> model.otherMovies());
        Icons.explain(link, "Offer other movies: well known ones whose rating would tell most about you.");
        return link;
    }

    private Node clear() {
        Hyperlink link = new Hyperlink("Clear");
        link.setId("you-clear");
        link.setOnAction(event -> model.forgetAll());
        Icons.explain(link, "Take all your ratings back.");
        return link;
    }

    private Node toRate() {
        ListView<Item> list = list("you-to-rate", model.toRate(), item -> item, item -> Double.NaN, model::pass,
                "Not seen: do not ask again");
        list.setAccessibleText("Movies to rate");
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private Node rated() {
        ListView<RatedItem> list = list("you-rated", model.rated(), RatedItem::item, RatedItem::rating, model::forget,
                "Take this rating back");
        list.setAccessibleText("Your ratings");
        Label empty = new Label(KEYS);
        empty.setWrapText(true);
        empty.getStyleClass().add("empty-text");
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private <T> ListView<T> list(String id, ObservableList<T> items, Function<T, Item> itemOf,
            ToDoubleFunction<T> ratingOf,
            Consumer<Item> drop, String dropName) {
        ListView<T> list = new ListView<>(items);
        list.setId(id);
        list.setFixedCellSize(ROW_HEIGHT);
        list.setMinHeight(2 * ROW_HEIGHT);
        list.setPrefHeight(5 * ROW_HEIGHT);
        list.getStyleClass().add("movie-list");
        list.setCellFactory(ignored -> new RateCell<>(itemOf, ratingOf, this::scale, model::rate, drop, dropName));
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            T selected = list.getSelectionModel().getSelectedItem();
            if (selected != null && key(event, itemOf.apply(selected), ratingOf.applyAsDouble(selected), drop)) {
                event.consume();
            }
        });
        return list;
    }

    private StarScale scale() {
        return new StarScale(model.scaleProperty().get());
    }

    private boolean key(KeyEvent event, Item item, double rating, Consumer<Item> drop) {
        switch (event.getCode()) {
            case DELETE, BACK_SPACE -> drop.accept(item);
            case RIGHT, PLUS, ADD -> model.rate(item, scale().stepped(rating, 1));
            case LEFT, MINUS, SUBTRACT -> model.rate(item, scale().stepped(rating, -1));
            default -> {
                String digit = event.getText();
                if (digit.length() != 1 || digit.charAt(0) < '1' || digit.charAt(0) > '0' + StarScale.STARS) {
                    return false;
                }
                model.rate(item, scale().rating(digit.charAt(0) - '0'));
            }
        }
        return true;
    }

    private Node status() {
        Label label = new Label();
        label.setId("you-status");
        label.textProperty().bind(model.statusProperty().map(LineBreaks::keep));
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        return label;
    }

    private Node message() {
        Label label = new Label();
        label.setId("you-message");
        label.textProperty().bind(model.messageProperty());
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        Hyperlink details = new Hyperlink("Show the lines left out");
        details.setId("you-details");
        details.setOnAction(event -> files.showText("Lines left out", model.detailsProperty().get()));
        details.visibleProperty().bind(model.detailsProperty().isNotEmpty());
        details.managedProperty().bind(details.visibleProperty());
        VBox box = new VBox(label, details);
        box.visibleProperty().bind(model.messageProperty().isNotEmpty());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }
}
