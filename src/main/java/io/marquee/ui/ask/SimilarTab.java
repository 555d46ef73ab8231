package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.recommend.SimilarItem;
import io.marquee.ui.Icons;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** The movies that are like one. */
final class SimilarTab extends VBox {

    private static final double ROW_HEIGHT = 40;
    private static final double WIDEST = 900;

    private final SimilarViewModel model;

    SimilarTab(SimilarViewModel model) {
        this.model = model;
        getStyleClass().addAll("ask-tab", "similar-tab");
        VBox content = new VBox(8, search(), movie(), list());
        content.setMaxWidth(WIDEST);
        content.getStyleClass().add("similar");
        VBox.setVgrow(content, Priority.ALWAYS);
        setAlignment(Pos.TOP_CENTER);
        getChildren().add(content);
    }

    private Node search() {
        SuggestionField<MovieHit> field = new SuggestionField<>("similar-search", MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                "Title of a movie", model.search().queryProperty(), model.search().hits(), SimilarTab::look,
                model.search()::offer, model.search()::submit, model.search()::choose);
        field.setPromptText("Title of a movie, in any order and with errors: “matrix the”, “amelie”");
        HBox.setHgrow(field, Priority.ALWAYS);
        String help = "Back to the movie before";
        Button back = Icons.named(new Button(null, Icons.of(MaterialDesignA.ARROW_LEFT)), help);
        back.setId("similar-back");
        back.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        back.disableProperty().bind(model.canGoBackProperty().not());
        back.setOnAction(event -> model.back());
        Icons.explain(back, help, "There is no movie before this one: choose one from the list to go on, and come back.");
        return new HBox(6, back, field);
    }

    static SuggestionField.Look look(MovieHit hit) {
        return new SuggestionField.Look(hit.item().displayTitle(),
                String.format(Locale.ROOT, "%,d rating%s", hit.ratingCount(), hit.ratingCount() == 1 ? "" : "s"));
    }

    private Node movie() {
        Label title = new Label();
        title.setId("similar-movie");
        title.textProperty().bind(model.movieProperty().map(movie -> "Similar to " + movie.displayTitle()).orElse(""));
        title.getStyleClass().add("section-title");
        title.setMinWidth(0);
        Label facts = new Label();
        facts.textProperty().bind(model.movieProperty()
                .flatMap(movie -> model.movieTextProperty().map(text -> movie.genres().isEmpty() ? text
                        : String.join(", ", movie.genres()) + (text.isEmpty() ? "" : " · " + text))).orElse(""));
        facts.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        facts.setMinWidth(0);
        VBox words = new VBox(2, title, facts);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        ComboBox<Integer> minimum = new ComboBox<>();
        minimum.setId("similar-minimum");
        minimum.getItems().setAll(model.minima());
        minimum.valueProperty().bindBidirectional(model.minimumRatingsProperty());
        minimum.setAccessibleText("Fewest ratings of a neighbour");
        Icons.explain(minimum, "Leave out movies with fewer ratings: the network has hardly moved their embeddings "
                + "from where chance put them.");
        Label name = new Label("Min. ratings");
        name.getStyleClass().add(Styles.TEXT_MUTED);
        name.setMinWidth(USE_PREF_SIZE);
        HBox line = new HBox(8, words, name, minimum);
        line.setAlignment(Pos.CENTER_LEFT);
        line.visibleProperty().bind(model.movieProperty().isNotNull());
        return line;
    }

    private Node list() {
        ListView<SimilarItem> list = new ListView<>(model.neighbours());
        list.setId("similar-list");
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().add("movie-list");
        list.setAccessibleText("Similar movies");
        list.setCellFactory(ignored -> {
            MovieCell<SimilarItem> cell = new MovieCell<>(false, SimilarTab::line);
            cell.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && cell.getItem() != null) {
                    model.choose(cell.getItem().item());
                }
            });
            return cell;
        });
        list.setOnKeyPressed(event -> {
            SimilarItem selected = list.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.ENTER && selected != null) {
                model.choose(selected.item());
                event.consume();
            } else if (event.getCode() == KeyCode.BACK_SPACE) {
                model.back();
                event.consume();
            }
        });
        Label empty = new Label();
        empty.textProperty().bind(model.messageProperty().map(message -> message.isEmpty()
                ? "Look for a movie above: those whose embeddings point the same way are listed here. Enter or a "
                + "double click goes on from one of them." : message));
        empty.setWrapText(true);
        empty.setMaxWidth(420);
        empty.setTextAlignment(TextAlignment.CENTER);
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        list.setPlaceholder(empty);
        VBox.setVgrow(list, Priority.ALWAYS);
        return list;
    }

    private static MovieCell.Line line(SimilarItem similar) {
        String shared = similar.sharedGenres().isEmpty() ? "no shared genre"
                : "shares " + String.join(", ", similar.sharedGenres());
        return new MovieCell.Line(Integer.toString(similar.rank()), similar.item(),
                String.format(Locale.ROOT, "%.3f", similar.cosine()),
                String.format(Locale.ROOT, "%,d ratings", similar.ratingCount()), shared,
                String.format(Locale.ROOT, "Cosine of the embeddings %.3f; %s. Enter shows what is like it.",
                        similar.cosine(), shared));
    }
}
