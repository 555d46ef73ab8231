package io.marquee.ui.look;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.theme.Styles;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.ChartPalette;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignM;

/** All movies of a dataset in a table that can be searched, and one of them in detail. */
final class MoviesPane extends BorderPane {

    private final CustomTextField search = new CustomTextField();

    /** @param browse opens an address in the person's browser */
    MoviesPane(MoviesViewModel model, ObservableValue<ChartPalette> palette, Consumer<String> browse) {
        getStyleClass().add("movies-pane");
        search.setId("movie-search");
        search.setLeft(Icons.of(MaterialDesignM.MAGNIFY));
        search.setPromptText("Title, year or genre, such as “comedy 1995”");
        search.setAccessibleText("Search movies by title, year or genre");
        search.setPrefWidth(340);
        search.textProperty().bindBidirectional(model.queryProperty());
        Label found = new Label();
        found.setId("movies-found");
        found.textProperty().bind(model.foundTextProperty());
        found.getStyleClass().add(Styles.TEXT_MUTED);
        HBox line = new HBox(12, search, found);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("movies-line");
        BorderPane table = new BorderPane(new MovieTable(model));
        table.setTop(line);
        setCenter(table);
        MovieDetailsView details = new MovieDetailsView(model, palette, browse);
        details.setPrefWidth(340);
        details.setMinWidth(300);
        setRight(details);
    }

    void focusSearch() {
        search.requestFocus();
        search.selectAll();
    }
}
