package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.data.profile.MovieSearch;
import io.marquee.data.profile.MovieTally;
import io.marquee.ui.WordColumn;
import java.util.List;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;

/**
 * Movies with their numbers. The list it shows is made in the background for each search and order; the table itself
 * makes cells only for the rows in sight, so that it scrolls alike with ten rows and with a hundred thousand.
 */
final class MovieTable extends TableView<MovieTally> {

    private final MoviesViewModel model;
    /** One list for ever: a table that is given another list forgets its order. */
    private final ObservableList<MovieTally> shown = FXCollections.observableArrayList();

    MovieTable(MoviesViewModel model) {
        this.model = model;
        setItems(shown);
        setId("movie-table");
        setAccessibleText("Movies");
        getStyleClass().addAll(Styles.DENSE, "data-table", "movie-table");
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setFixedCellSize(28);
        Label empty = new Label("No movie has all of these words in its title, year or genres.");
        empty.getStyleClass().add(Styles.TEXT_MUTED);
        setPlaceholder(empty);
        TableColumn<MovieTally, String> title = column("Title", 320, movie -> movie.item().title());
        title.getStyleClass().add("first-column");
        order(title, MovieSearch.Order.TITLE, TableColumn.SortType.ASCENDING);
        TableColumn<MovieTally, String> year = number("Year", 64, movie -> movie.item().year().isPresent()
                ? Integer.toString(movie.item().year().getAsInt()) : "");
        order(year, MovieSearch.Order.YEAR, TableColumn.SortType.DESCENDING);
        TableColumn<MovieTally, String> ratings = number("Ratings", 90, movie -> Figures.whole(movie.ratings()));
        order(ratings, MovieSearch.Order.RATINGS, TableColumn.SortType.DESCENDING);
        TableColumn<MovieTally, String> mean = number("Mean", 72, movie -> Figures.mean(movie.mean()));
        order(mean, MovieSearch.Order.MEAN, TableColumn.SortType.DESCENDING);
        TableColumn<MovieTally, String> genres = column("Genres", 240,
                movie -> String.join(", ", movie.item().genres()));
        genres.setSortable(false);
        getColumns().setAll(List.of(title, year, ratings, mean, genres));
        getSortOrder().add(ratings);
        setSortPolicy(table -> sortLater());
        model.foundProperty().addListener((property, before, now) -> show(now));
        getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                model.chosenProperty().set(now);
            }
        });
        model.chosenProperty().addListener(change -> selectChosen());
        show(model.foundProperty().get());
    }

    private static WordColumn<MovieTally, String> column(String title, double width,
            Function<MovieTally, String> text) {
        WordColumn<MovieTally, String> column = new WordColumn<>(title, width, text, Function.identity());
        column.setMinWidth(Math.min(width, 120));
        column.setReorderable(false);
        return column;
    }

    private static TableColumn<MovieTally, String> number(String title, double width,
            Function<MovieTally, String> text) {
        return column(title, width, text).ofNumbers().fixed();
    }

    private static void order(TableColumn<MovieTally, String> column, MovieSearch.Order order,
            TableColumn.SortType first) {
        column.setUserData(order);
        column.setSortType(first);
    }

    /** Rows are put in order in the background, not by the table on the JavaFX thread. */
    private boolean sortLater() {
        if (getSortOrder().isEmpty()) {
            model.sortingProperty().set(MoviesViewModel.Sorting.MOST_RATED);
        } else {
            TableColumn<MovieTally, ?> column = getSortOrder().get(0);
            model.sortingProperty().set(new MoviesViewModel.Sorting((MovieSearch.Order) column.getUserData(),
                    column.getSortType() == TableColumn.SortType.DESCENDING));
        }
        return true;
    }

    private void show(List<MovieTally> movies) {
        shown.setAll(movies);
        scrollTo(0);
        selectChosen();
    }

    private void selectChosen() {
        MovieTally chosen = model.chosenProperty().get();
        if (chosen == null) {
            getSelectionModel().clearSelection();
            return;
        }
        if (chosen == getSelectionModel().getSelectedItem()) {
            return;
        }
        for (int row = 0; row < getItems().size(); row++) {
            if (getItems().get(row) == chosen) {
                getSelectionModel().select(row);
                scrollTo(row);
                return;
            }
        }
    }
}
