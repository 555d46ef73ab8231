package io.marquee.ui.look;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.profile.MovieSearch;
import io.marquee.data.profile.MovieTally;
import io.marquee.ui.fake.HeldTasks;
import io.marquee.ui.fake.SmallData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookViewModelTest {

    private final HeldTasks tasks = HeldTasks.held();
    private final List<String> problems = new ArrayList<>();
    private final SimpleObjectProperty<Dataset> dataset = new SimpleObjectProperty<>();
    private final LookViewModel model = new LookViewModel(dataset, tasks, (sentence, cause) -> problems.add(sentence));
    private final Dataset small = SmallData.ofRatings(400);

    @Test
    void nothingIsComputedWhileNobodyLooks() {
        dataset.set(small);

        assertThat(tasks.waiting()).isZero();
        model.show(true);
        tasks.finishAll();
        assertThat(model.lookProperty().get().dataset()).isSameAs(small);
    }

    @Test
    void comingBackToTheSameDatasetComputesNothingAnew() {
        look();
        model.show(false);
        model.show(true);

        assertThat(tasks.waiting()).isZero();
        assertThat(model.lookProperty().get()).isNotNull();
    }

    @Test
    void theNewestDatasetWins() {
        model.show(true);
        dataset.set(small);
        Dataset other = SmallData.of("other", 80, OptionalInt.empty());
        dataset.set(other);
        tasks.finish(1);
        tasks.finishAll();

        assertThat(model.lookProperty().get().dataset()).isSameAs(other);
    }

    @Test
    void aClosedDatasetIsLetGoOf() {
        look();
        dataset.set(null);

        assertThat(model.lookProperty().get()).isNull();
        assertThat(model.movies().foundProperty().get()).isEmpty();
        assertThat(model.imported().datasetProperty().get()).isNull();
    }

    @Test
    void cardsNameCountsSparsityScaleTimesAndTheNoiseFloor() {
        look();

        assertThat(model.lookProperty().get().cards()).extracting(Card::label).containsExactly("Ratings", "Users",
                "Movies rated", "Mean rating", "Given", "Rarely rated", "Noise floor");
        assertThat(model.lookProperty().get().cards().get(0).value()).isEqualTo("400");
        assertThat(model.lookProperty().get().cards().get(4).note()).isEqualTo("no timestamps in this data");
    }

    @Test
    void chartsHoldEveryRatingUserAndMovieOnce() {
        look();
        ProfileCharts charts = model.lookProperty().get().charts();

        assertThat(charts.ratings().bars().stream().mapToDouble(bar -> bar.value()).sum()).isEqualTo(400);
        assertThat(charts.users().bars().stream().mapToDouble(bar -> bar.value()).sum()).isEqualTo(20);
        assertThat(charts.items().bars().stream().mapToDouble(bar -> bar.value()).sum()).isEqualTo(49);
        assertThat(charts.time().bars()).isEmpty();
        assertThat(charts.genres().bars()).extracting(bar -> bar.label()).contains("Drama");
        assertThat(charts.ranks()).extracting(line -> line.name()).containsExactly("movies", "users");
    }

    @Test
    void onlyTheNewestSearchCounts() {
        look();
        model.movies().queryProperty().set("winter");
        model.movies().queryProperty().set("harbour");
        tasks.finish(1);
        tasks.finish(0);

        assertThat(model.movies().foundProperty().get()).isNotEmpty()
                .allMatch(movie -> movie.item().title().contains("Harbour"));
        assertThat(model.movies().foundTextProperty().get()).isEqualTo("7 of 49 movies");
    }

    @Test
    void anotherOrderIsMadeInTheBackground() {
        look();
        model.movies().sortingProperty().set(new MoviesViewModel.Sorting(MovieSearch.Order.MEAN, false));
        assertThat(tasks.waiting()).isEqualTo(1);
        tasks.finishAll();

        assertThat(model.movies().foundProperty().get()).hasSize(49)
                .isSortedAccordingTo(Comparator.comparingDouble(MovieTally::mean));
    }

    @Test
    void aChosenMovieIsSeenInDetail() {
        look();
        MovieTally movie = model.movies().foundProperty().get().get(3);
        model.movies().chosenProperty().set(movie);
        tasks.finishAll();

        MovieDetails details = model.movies().detailsProperty().get();
        assertThat(details.movie()).isSameAs(movie);
        assertThat(details.ratings().orElseThrow().ratings().bins().stream().mapToLong(bin -> bin.ratings()).sum())
                .isEqualTo(movie.ratings());
    }

    @Test
    void savingTheImportReportSaysWhereItIsOrWhyNot(@TempDir Path folder) throws IOException {
        look();
        model.imported().save(folder.resolve("report"));
        tasks.finishAll();
        assertThat(model.imported().messageProperty().get()).isEqualTo("Saved to " + folder.resolve("report.txt") + ".");
        assertThat(Files.readString(folder.resolve("report.txt"))).contains("A note of the import.");

        model.imported().save(folder.resolve("none").resolve("report.csv"));
        tasks.finishAll();
        assertThat(model.imported().messageProperty().get()).contains("could not be saved", "no such folder");
    }

    private void look() {
        dataset.set(small);
        model.show(true);
        tasks.finishAll();
        assertThat(problems).isEmpty();
    }
}
