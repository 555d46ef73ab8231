package io.marquee.ui.look;

import io.marquee.data.profile.MovieTally;
import io.marquee.ui.Icons;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.HPos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** A short list of movies with place, number of ratings and mean; a click on a movie shows it in detail. */
final class TopList extends VBox {

    /**
     * A line of the list.
     *
     * @param movie the movie
     * @param explanation for the tooltip
     */
    record Line(MovieTally movie, String explanation) {}

    private final Label rule = new Label();
    private final GridPane lines = new GridPane();
    private final Consumer<MovieTally> open;

    /** @param open shows a movie in detail */
    TopList(String title, Consumer<MovieTally> open) {
        this.open = open;
        getStyleClass().addAll("panel", "top-list");
        Label heading = new Label(title);
        heading.getStyleClass().add("panel-title");
        rule.getStyleClass().add("card-note");
        rule.setMinWidth(0);
        lines.getColumnConstraints().addAll(column(18, HPos.RIGHT), titleColumn(), column(52, HPos.RIGHT),
                column(36, HPos.RIGHT));
        lines.setHgap(6);
        getChildren().addAll(heading, rule, lines);
    }

    private static ColumnConstraints column(double width, HPos alignment) {
        ColumnConstraints column = new ColumnConstraints(width);
        column.setHalignment(alignment);
        return column;
    }

    private static ColumnConstraints titleColumn() {
        ColumnConstraints column = new ColumnConstraints();
        column.setMinWidth(0);
        column.setHgrow(Priority.ALWAYS);
        return column;
    }

    /**
     * @param how how the movies were found, in a few words
     * @param explanation the same as a sentence
     */
    void show(String how, String explanation, List<Line> movies) {
        rule.setText(how);
        Icons.explain(rule, explanation);
        lines.getChildren().clear();
        for (int i = 0; i < movies.size(); i++) {
            MovieTally movie = movies.get(i).movie();
            Label place = new Label(Integer.toString(i + 1));
            place.getStyleClass().add("muted");
            Hyperlink title = new Hyperlink(movie.item().displayTitle());
            title.setMinWidth(0);
            title.setMnemonicParsing(false);
            title.setOnAction(event -> {
                title.setVisited(false);
                open.accept(movie);
            });
            Icons.explain(title, movie.item().displayTitle() + "\n" + movies.get(i).explanation());
            Label ratings = new Label(Figures.whole(movie.ratings()));
            ratings.getStyleClass().add("muted");
            Label mean = new Label(Figures.mean(movie.mean()));
            mean.getStyleClass().add("strong");
            lines.addRow(i, place, title, ratings, mean);
        }
    }
}
