package io.marquee.ui.look;

import io.marquee.data.Dataset;
import io.marquee.data.profile.MovieRatings;
import io.marquee.data.profile.MovieSearch;
import io.marquee.data.profile.MovieTally;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The movies of a dataset: searched and ordered in the background, one chosen to be seen in detail. */
final class MoviesViewModel {

    /**
     * How the table is ordered.
     *
     * @param by what comes first
     * @param descending whether the highest comes first
     */
    record Sorting(MovieSearch.Order by, boolean descending) {
        static final Sorting MOST_RATED = new Sorting(MovieSearch.Order.RATINGS, true);
    }

    private final NewestOnly searching;
    private final NewestOnly detailing;
    private final ProblemSink problems;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Sorting> sorting = new SimpleObjectProperty<>(Sorting.MOST_RATED);
    private final ReadOnlyObjectWrapper<List<MovieTally>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper foundText = new ReadOnlyStringWrapper("");
    private final ObjectProperty<MovieTally> chosen = new SimpleObjectProperty<>();
    private final ReadOnlyObjectWrapper<MovieDetails> details = new ReadOnlyObjectWrapper<>();
    private Look look;

    MoviesViewModel(BackgroundTasks tasks, ProblemSink problems) {
        this.searching = new NewestOnly(tasks);
        this.detailing = new NewestOnly(tasks);
        this.problems = problems;
        query.addListener(change -> search());
        sorting.addListener(change -> search());
        chosen.addListener(change -> detail());
    }

    /** Shows the movies of another dataset; null for none. */
    void use(Look newest) {
        look = newest;
        chosen.set(null);
        search();
    }

    private void search() {
        if (look == null) {
            searching.forget();
            found.set(List.of());
            foundText.set("");
            return;
        }
        MovieSearch movies = look.search();
        int all = look.profile().movies().size();
        String words = query.get() == null ? "" : query.get();
        Sorting order = sorting.get();
        searching.run(() -> movies.find(words, order.by(), order.descending()),
                result -> {
                    found.set(result);
                    foundText.set(result.size() == all ? Figures.counted(all, "movie")
                            : Figures.whole(result.size()) + " of " + Figures.counted(all, "movie"));
                },
                failure -> problems.report("The movies could not be searched because of an error in Marquee.",
                        failure));
    }

    private void detail() {
        MovieTally movie = chosen.get();
        if (movie == null || look == null) {
            detailing.forget();
            details.set(null);
            return;
        }
        Dataset dataset = look.dataset();
        detailing.run(() -> details(dataset, movie), details::set,
                failure -> problems.report("The details of this movie could not be found: an error in Marquee.",
                        failure));
    }

    private static MovieDetails details(Dataset dataset, MovieTally movie) {
        String id = movie.item().id();
        Optional<MovieRatings> ratings = movie.ratings() == 0 ? Optional.empty()
                : Optional.of(MovieRatings.of(dataset.ratings(), movie.index()));
        return new MovieDetails(movie, ratings,
                dataset.catalogue().tags(id), dataset.catalogue().links(id));
    }

    /** Words to search for. */
    StringProperty queryProperty() {
        return query;
    }

    ObjectProperty<Sorting> sortingProperty() {
        return sorting;
    }

    /** The movies found, in their order. Not to be changed. */
    ReadOnlyObjectProperty<List<MovieTally>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** How many were found. */
    ReadOnlyStringProperty foundTextProperty() {
        return foundText.getReadOnlyProperty();
    }

    /** The movie to see in detail; null for none. */
    ObjectProperty<MovieTally> chosenProperty() {
        return chosen;
    }

    /** The details of a chosen movie, once they are known; null for none. */
    ReadOnlyObjectProperty<MovieDetails> detailsProperty() {
        return details.getReadOnlyProperty();
    }
}
