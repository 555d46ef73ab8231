package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.Message;
import io.marquee.ui.chart.ChartPalette;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** One prediction and how the network comes to it. */
final class WhatIfTab extends VBox {

    private final WhatIfViewModel model;

    WhatIfTab(WhatIfViewModel model, ObservableValue<ChartPalette> palette) {
        this.model = model;
        setSpacing(10);
        getStyleClass().addAll("ask-tab", "what-if-tab");
        ForwardPassCanvas canvas = new ForwardPassCanvas(model.traceProperty(), palette);
        canvas.visibleProperty().bind(model.traceProperty().isNotNull());
        StackPane below = new StackPane(emptyState(), canvas);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(question(), verdict(), below);
    }

    private Node question() {
        TextField user = new TextField();
        user.setId("what-if-user");
        user.setAccessibleText("User id, or none for the mean user");
        user.setPromptText("User id, or none for the mean user");
        user.setPrefColumnCount(20);
        user.setMinWidth(180);
        user.textProperty().bindBidirectional(model.userProperty());
        user.setOnAction(event -> model.predict());
        SuggestionField<MovieHit> movie = new SuggestionField<>("what-if-movie", MaterialDesignM.MOVIE_SEARCH_OUTLINE,
                "Title of a movie", model.search().queryProperty(), model.search().hits(), SimilarTab::look,
                model.search()::offer, model.search()::submit, model.search()::choose);
        movie.setPromptText("Title of a movie");
        HBox.setHgrow(movie, Priority.ALWAYS);
        Button predict = new Button("Predict");
        predict.setId("what-if-predict");
        predict.disableProperty().bind(model.movieProperty().isNull());
        predict.setOnAction(event -> model.predict());
        Icons.explain(predict, "What would this user give this movie?",
                "Choose a movie first: type some of its title, and take one of those offered.");
        HBox line = new HBox(8, user, movie, predict);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private Node verdict() {
        return new VBox(new Message("what-if-verdict", model.verdictProperty(), "section-title"),
                Message.error("what-if-message", model.messageProperty()));
    }

    private Node emptyState() {
        Label words = new Label("Ask what one user would give one movie.\n\nThe prediction is then shown step by step: the two "
                + "embeddings, the activations of the hidden layers, what each unit adds to the centred output, and the "
                + "mean it is added to.");
        words.setWrapText(true);
        words.setMaxWidth(420);
        words.setTextAlignment(TextAlignment.CENTER);
        words.getStyleClass().add(Styles.TEXT_MUTED);
        words.visibleProperty().bind(model.traceProperty().isNull());
        return words;
    }
}
