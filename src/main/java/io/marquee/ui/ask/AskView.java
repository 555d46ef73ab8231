package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import java.util.Locale;
import java.util.function.Function;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** Recommendations for one user, beside what that user has rated. */
public final class AskView extends VBox {

    private static final double ROW_HEIGHT = 36;

    private final AskViewModel model;
    private static final String NO_MODEL = "There is no model to ask yet: train one, or open one.";

    private final SuggestionField<String> search;

    public AskView(AskViewModel model) {
        this.model = model;
        getStyleClass().add("ask-view");
        Label heading = new Label("Recommend for user");
        heading.getStyleClass().add("section-title");
        Label source = new Label();
        source.setId("ask-model");
        source.textProperty().bind(model.modelTextProperty());
        source.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        source.setMinWidth(0);
        source.managedProperty().bind(source.textProperty().isNotEmpty());
        search = new SuggestionField<>("user-search", MaterialDesignA.ACCOUNT_SEARCH, "User id to recommend for",
                model.queryProperty(), model.suggestions(), id -> new SuggestionField.Look(id, ""), model::offer,
                model::submit, model::select);
        search.setPromptText("User id");
        search.disableProperty().bind(model.readyProperty().not());
        Icons.explain(search, "The id of a user in the dataset; some of it is enough to be offered those that begin so (Ctrl+F)",
                NO_MODEL);
        search.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(search, Priority.ALWAYS);
        CheckBox includeRated = new CheckBox("Include rated");
        includeRated.setId("include-rated");
        includeRated.setMinWidth(USE_PREF_SIZE);
        includeRated.selectedProperty().bindBidirectional(model.includeRatedProperty());
        includeRated.disableProperty().bind(model.readyProperty().not());
        Icons.explain(includeRated, "Also recommend movies this user has already rated.", NO_MODEL);
        HBox line = new HBox(10, search, includeRated);
        line.setAlignment(Pos.CENTER_LEFT);
        Node answer = answer();
        Node empty = emptyState();
        StackPane below = new StackPane(empty, answer);
        VBox.setVgrow(below, Priority.ALWAYS);
        empty.visibleProperty().bind(model.readyProperty().not());
        answer.visibleProperty().bind(model.readyProperty());
        getChildren().addAll(new VBox(2, heading, source), line, below);
    }

    private static Node emptyState() {
        FontIcon icon = Icons.of(MaterialDesignM.MOVIE_OPEN);
        icon.getStyleClass().add("empty-icon");
        Label words = new Label("No model to ask yet.\n\nTrain one: the first recommendations appear after its first "
                + "epoch and follow it from epoch to epoch. Or open a saved model.");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        VBox box = new VBox(12, icon, words);
        box.setAlignment(Pos.CENTER);
        box.setMaxWidth(260);
        return box;
    }

    private Node answer() {
        Message message = Message.error("ask-message", model.messageProperty());
        Message user = new Message("ask-user", model.userTextProperty(), Styles.TEXT_MUTED);

        ListView<Recommendation> recommended = list("recommendations", "Recommended",
                model.recommended(), AskView::line);
        recommended.setMinHeight(4 * ROW_HEIGHT);
        recommended.setPrefHeight(AskViewModel.TOP * ROW_HEIGHT + 2);
        recommended.setMaxHeight(AskViewModel.TOP * ROW_HEIGHT + 2);
        ListView<RatedItem> rated = list("rated", "Rated highest by this user", model.rated(), AskView::line);
        rated.setMinHeight(2 * ROW_HEIGHT);
        rated.setPrefHeight(4 * ROW_HEIGHT);
        VBox.setVgrow(rated, Priority.ALWAYS);
        VBox.setVgrow(recommended, Priority.SOMETIMES);
        VBox box = new VBox(6, message, user, subheading("Top " + AskViewModel.TOP + " by predicted stars"),
                recommended, subheading("Rated highest by this user"), rated);
        box.setMinHeight(0);
        return box;
    }

    private static Label subheading(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("subheading");
        return label;
    }

    private static <T> ListView<T> list(String id, String name, ObservableList<T> items, Function<T, MovieCell.Line> lineOf) {
        ListView<T> list = new ListView<>(items);
        list.setId(id);
        list.setAccessibleText(name);
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().add("movie-list");
        list.setCellFactory(ignored -> new MovieCell<>(true, lineOf));
        return list;
    }

    private static MovieCell.Line line(Recommendation recommendation) {
        return new MovieCell.Line(Integer.toString(recommendation.rank()), recommendation.item(),
                String.format(Locale.ROOT, "%.2f", recommendation.predictedRating()),
                String.format(Locale.ROOT, "%,d ratings", recommendation.ratingCount()), "",
                String.format(Locale.ROOT, "Predicted %.2f stars, cut to the rating scale. The prediction rests on %,d "
                        + "ratings of this movie.", recommendation.predictedRating(), recommendation.ratingCount()));
    }

    private static MovieCell.Line line(RatedItem rated) {
        return new MovieCell.Line("", rated.item(), String.format(Locale.ROOT, "%.1f", rated.rating()), "", "",
                String.format(Locale.ROOT, "Rated %.1f stars by this user.", rated.rating()));
    }

    /** Puts the cursor into the search box. */
    public void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
