package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.MovieTally;
import io.marquee.data.profile.TopMovies;
import io.marquee.ui.chart.CanvasChart;
import io.marquee.ui.chart.ChartLabels;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ColumnChartCanvas;
import io.marquee.ui.chart.RankChartCanvas;
import io.marquee.ui.chart.RowChartCanvas;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** Cards, charts, and the movies at the top. */
final class OverviewPane extends ScrollPane {

    private static final int COLUMNS = 3;
    private static final double CHART_ROW = 208;
    private static final double LIST_ROW = 284;

    private final CardRow cards = new CardRow();
    private final Label core = new Label();
    private final ColumnChartCanvas ratings =
            new ColumnChartCanvas("Ratings given", "There are no ratings.");
    private final ColumnChartCanvas time =
            new ColumnChartCanvas("Ratings over time", "This data has no timestamps.");
    private final RowChartCanvas genres = new RowChartCanvas("Genres", "No genres are known: there is no movies file.",
            percent -> String.format(Locale.ROOT, "%.1f %%", percent));
    private final ColumnChartCanvas users =
            new ColumnChartCanvas("Ratings per user", "There are no ratings.");
    private final ColumnChartCanvas items =
            new ColumnChartCanvas("Ratings per movie", "There are no ratings.");
    private final RankChartCanvas ranks = new RankChartCanvas(
            new ChartLabels("Long tail", "rank", "There are no ratings."), "ratings");
    private final UserGroupsPane userGroups;
    private final TopList most;
    private final TopList best;

    /**
     * @param palette colours of the charts
     * @param open shows a movie in detail
     */
    OverviewPane(LookViewModel model, ObservableValue<ChartPalette> palette, Consumer<MovieTally> open) {
        userGroups = new UserGroupsPane(palette);
        most = new TopList("Most rated", open);
        best = new TopList("Best rated", open);
        most.setId("most-rated");
        best.setId("best-rated");
        GridPane grid = new GridPane();
        grid.getStyleClass().add("look-grid");
        for (int i = 0; i < COLUMNS; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / COLUMNS);
            grid.getColumnConstraints().add(column);
        }
        grid.getRowConstraints().addAll(row(CHART_ROW), row(CHART_ROW), row(LIST_ROW));
        grid.add(panel(ratings, "chart-ratings", palette), 0, 0);
        grid.add(panel(time, "chart-time", palette), 1, 0);
        grid.add(panel(genres, "chart-genres", palette), 2, 0, 1, 2);
        grid.add(panel(users, "chart-users", palette), 0, 1);
        grid.add(panel(items, "chart-items", palette), 1, 1);
        grid.add(panel(ranks, "chart-ranks", palette), 0, 2);
        grid.add(most, 1, 2);
        grid.add(best, 2, 2);
        VBox.setVgrow(grid, Priority.ALWAYS);
        core.setId("look-core");
        core.setWrapText(true);
        core.setMinHeight(USE_PREF_SIZE);
        core.getStyleClass().addAll(Styles.TEXT_SMALL, Styles.TEXT_MUTED, "look-core");
        core.visibleProperty().bind(core.textProperty().isNotEmpty());
        core.managedProperty().bind(core.visibleProperty());
        VBox content = new VBox(core, cards, grid, userGroups);
        content.getStyleClass().add("look-overview");
        setContent(content);
        setFitToWidth(true);
        setFitToHeight(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        getStyleClass().add("look-scroll");
        model.lookProperty().addListener((property, before, now) -> show(now));
        show(model.lookProperty().get());
    }

    private static RowConstraints row(double height) {
        RowConstraints row = new RowConstraints(height, height, Double.MAX_VALUE);
        row.setVgrow(Priority.ALWAYS);
        return row;
    }

    private static Node panel(CanvasChart chart, String id, ObservableValue<ChartPalette> palette) {
        chart.setId(id);
        chart.paletteProperty().bind(palette);
        StackPane panel = new StackPane(chart);
        panel.getStyleClass().add("panel");
        return panel;
    }

    private void show(Look look) {
        if (look == null) {
            return;
        }
        core.setText(look.core());
        cards.show(look.cards());
        ratings.dataProperty().set(look.charts().ratings());
        time.dataProperty().set(look.charts().time());
        genres.dataProperty().set(look.charts().genres());
        users.dataProperty().set(look.charts().users());
        items.dataProperty().set(look.charts().items());
        ranks.seriesProperty().set(look.charts().ranks());
        userGroups.show(look.charts());
        showTop(look.profile());
        setVvalue(0);
    }

    private void showTop(DatasetProfile profile) {
        TopMovies top = profile.top();
        String share = profile.items().map(tail -> "A tenth of the movies has " + Figures.percent(tail.topTenthShare())
                + " of all ratings").orElse("");
        most.show(share, share + ".", top.mostRated().stream().map(movie -> new TopList.Line(movie,
                String.format(Locale.ROOT, "%s, mean %.3f", Figures.counted(movie.ratings(), "rating"), movie.mean())))
                .toList());
        best.show(String.format(Locale.ROOT, "By the mean after %,d more ratings of %.2f", top.addedRatings(),
                top.addedMean()), top.rule(), top.bestRated().stream()
                .map(found -> new TopList.Line(found.movie(), explanation(found))).toList());
    }

    private static String explanation(TopMovies.Best found) {
        return String.format(Locale.ROOT, "%s, mean %.3f, weighted mean %.3f",
                Figures.counted(found.movie().ratings(), "rating"), found.movie().mean(), found.weightedMean());
    }
}
