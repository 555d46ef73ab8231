package io.marquee.ui.look;

import atlantafx.base.theme.Styles;
import io.marquee.data.Item;
import io.marquee.data.ItemLinks;
import io.marquee.data.ItemTag;
import io.marquee.data.profile.MovieRatings;
import io.marquee.ui.Icons;
import io.marquee.ui.chart.BarData;
import io.marquee.ui.chart.ChartPalette;
import io.marquee.ui.chart.ColumnChartCanvas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;

/** One movie: what is known of it, how it was rated, and when. */
final class MovieDetailsView extends VBox {

    private static final int TAGS = 20;

    private final Consumer<String> browse;
    private final Label title = new Label();
    private final Label about = new Label();
    private final Label numbers = new Label();
    private final ColumnChartCanvas ratings =
            new ColumnChartCanvas("Ratings of this movie", "Nobody rated this movie.");
    private final ColumnChartCanvas time = new ColumnChartCanvas("Over time", "No timestamps.");
    private final HBox links = new HBox(14);
    private final FlowPane tags = new FlowPane(6, 6);
    private final Label hint = new Label("Choose a movie to see how and when it was rated.");

    /** @param browse opens an address in the person's browser */
    MovieDetailsView(MoviesViewModel model, ObservableValue<ChartPalette> palette, Consumer<String> browse) {
        this.browse = browse;
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
                + "\u00a0· id\u00a0" + item.id());
        Optional<MovieRatings> rated = details.ratings();
        numbers.setText(rated.map(found -> String.format(Locale.ROOT, "%s, mean %.3f ± %.3f",
                Figures.counted(details.movie().ratings(), "rating"), details.movie().mean(),
                found.standardDeviation())).orElse("No ratings"));
        ratings.dataProperty().set(rated.map(found -> ProfileCharts.histogram(found.ratings())).orElse(BarData.NONE));
        time.dataProperty().set(rated.flatMap(MovieRatings::timeline).map(ProfileCharts::time).orElse(BarData.NONE));
        showLinks(details.links());
        showTags(details.tags());
        getChildren().setAll(title, about, numbers);
        if (!links.getChildren().isEmpty()) {
            getChildren().add(links);
        }
        if (!details.tags().isEmpty()) {
            getChildren().add(tags);
        }
        getChildren().add(ratings);
        if (!time.dataProperty().get().bars().isEmpty()) {
            getChildren().add(time);
        }
    }

    private void showLinks(Optional<ItemLinks> found) {
        links.getChildren().clear();
        found.ifPresent(addresses -> {
            link("IMDb", "movie-imdb", addresses.imdbAddress());
            link("TMDb", "movie-tmdb", addresses.tmdbAddress());
        });
    }

    private void link(String name, String id, String address) {
        if (address.isEmpty()) {
            return;
        }
        Hyperlink link = new Hyperlink(name, Icons.of(MaterialDesignO.OPEN_IN_NEW));
        link.setId(id);
        link.setOnAction(event -> browse.accept(address));
        Icons.explain(link, "Open " + address + " in your browser.");
        links.getChildren().add(link);
    }

    private void showTags(List<ItemTag> given) {
        tags.getChildren().setAll(given.stream().limit(TAGS).map(MovieDetailsView::tag).toList());
        if (given.size() > TAGS) {
            Label more = new Label("and " + Figures.counted(given.size() - TAGS, "more tag"));
            more.getStyleClass().add("muted");
            tags.getChildren().add(more);
        }
    }

    private static Label tag(ItemTag tag) {
        Label label = new Label(tag.count() == 1 ? tag.text() : tag.text() + " ×" + tag.count());
        label.getStyleClass().add("tag");
        Icons.explain(label, "Users called it so " + (tag.count() == 1 ? "once." : tag.count() + " times."));
        return label;
    }
}
