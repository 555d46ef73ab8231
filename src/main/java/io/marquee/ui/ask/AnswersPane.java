package io.marquee.ui.ask;

import atlantafx.base.theme.Styles;
import io.marquee.recommend.Recommendation;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** Filters, and the list they lead to. */
final class AnswersPane extends VBox {

    private static final double ROW_HEIGHT = 40;

    private final ListView<Recommendation> list;

    /**
     * @param id id of the list
     * @param title what stands above it
     * @param withTestPart whether the users asked for have ratings in the test part
     */
    AnswersPane(AnswersViewModel model, String id, String title, boolean withTestPart) {
        getStyleClass().add("answers");
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        Label speed = new Label();
        speed.textProperty().bind(model.speedProperty());
        speed.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox line = new HBox(8, heading, gap, speed);
        line.setAlignment(Pos.BASELINE_LEFT);
        list = new ListView<>(model.recommended());
        list.setId(id);
        list.setFixedCellSize(ROW_HEIGHT);
        list.getStyleClass().add("movie-list");
        list.setCellFactory(ignored -> new MovieCell<>(true, AnswersPane::line));
        list.setAccessibleText(title);
        list.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.selectedProperty().set(now);
            }
        });
        model.selectedProperty().addListener((property, before, now) -> select(now));
        Label empty = new Label();
        empty.textProperty().bind(model.messageProperty());
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        empty.setWrapText(true);
        empty.setTextAlignment(TextAlignment.CENTER);
        list.setPlaceholder(empty);
        StackPane below = new StackPane(list);
        VBox.setVgrow(below, Priority.ALWAYS);
        getChildren().addAll(line, new FilterBar(model.filter(), withTestPart), below);
        setSpacing(8);
        select(model.selectedProperty().get());
    }

    private void select(Recommendation movie) {
        if (movie == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(movie);
        }
    }

    private static MovieCell.Line line(Recommendation recommendation) {
        String badge = recommendation.actual()
                .map(actual -> String.format(Locale.ROOT, actual.inTest() ? "really %.1f · test part" : "rated %.1f",
                        actual.rating()))
                .orElse("");
        String really = recommendation.actual()
                .map(actual -> String.format(Locale.ROOT, actual.inTest()
                        ? " The user really gave %.1f; the network has not seen that rating."
                        : " The user gave %.1f, and the network was trained on it.", actual.rating()))
                .orElse("");
        return new MovieCell.Line(Integer.toString(recommendation.rank()), recommendation.item(),
                String.format(Locale.ROOT, "%.2f", recommendation.predictedRating()),
                String.format(Locale.ROOT, "%,d ratings", recommendation.ratingCount()), badge,
                String.format(Locale.ROOT, "Predicted %.2f stars, cut to the rating scale. The prediction rests on %,d "
                        + "ratings of this movie.%s", recommendation.predictedRating(), recommendation.ratingCount(),
                        really));
    }
}
