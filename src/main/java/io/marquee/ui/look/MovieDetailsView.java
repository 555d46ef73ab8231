package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.data.profile.MovieRatings;
import io.marquee.ui.chart.BarData;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ColumnChartCanvas;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** One movie: what is known of it, how it was rated, and when. */
final class MovieDetailsView extends VBox {

    private final Label title = new Label();
    private final Label about = new Label();
    private final Label numbers = new Label();
    private final ColumnChartCanvas ratings =
            new ColumnChartCanvas("Ratings of this movie", "Nobody rated this movie.");
    private final ColumnChartCanvas time = new ColumnChartCanvas("Over time", "No timestamps.");
    private final Label hint = new Label("Choose a movie to see how and when it was rated.");

    MovieDetailsView(MoviesViewModel model, ObservableValue<ChartPalette> palette) {
        setId("movie-details");
        getStyleClass().add("movie-details");
        title.setId("movie-details-title");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        about.getStyleClass().add(Styles.TEXT_MUTED);
        about.setWrapText(true);
        about.setMinHeight(USE_PREF_SIZE);
        numbers.setId("movie-details-numbers");
        numbers.setWrapText(true);
        numbers.setMinHeight(USE_PREF_SIZE);
        hint.setWrapText(true);
        hint.getStyleClass().add(Styles.TEXT_MUTED);
        for (ColumnChartCanvas chart : new ColumnChartCanvas[] {ratings, time}) {
            chart.paletteProperty().bind(palette);
            chart.setPrefHeight(180);
            chart.setMaxHeight(260);
            VBox.setVgrow(chart, Priority.ALWAYS);
        }
        model.detailsProperty().addListener((property, before, now) -> show(now));
        show(model.detailsProperty().get());
    }

    private void show(MovieDetails details) {
        if (details == null) {
            getChildren().setAll(hint);
            return;
        }
        Item item = details.movie().item();
        title.setText(item.displayTitle());
        about.setText((item.genres().isEmpty() ? "No genres listed" : String.join(", ", item.genres()))
                + " · id " + item.id());
        Optional<MovieRatings> rated = details.ratings();
        numbers.setText(rated.map(found -> String.format(Locale.ROOT, "%s, mean %.3f ± %.3f",
                Figures.counted(details.movie().ratings(), "rating"), details.movie().mean(),
                found.standardDeviation())).orElse("No ratings"));
        ratings.dataProperty().set(rated.map(found -> ProfileCharts.histogram(found.ratings())).orElse(BarData.NONE));
        time.dataProperty().set(rated.flatMap(MovieRatings::timeline).map(ProfileCharts::time).orElse(BarData.NONE));
        getChildren().setAll(title, about, numbers, ratings);
        if (!time.dataProperty().get().bars().isEmpty()) {
            getChildren().add(time);
        }
    }
}
