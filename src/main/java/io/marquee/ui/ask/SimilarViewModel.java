package io.marquee.ui.ask;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.SimilarItem;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The movies that are like one, and from each of them on to those like it. */
public final class SimilarViewModel {

    /** How many neighbours are shown. */
    static final int NEIGHBOURS = 50;

    private static final List<Integer> MINIMA = List.of(1, 5, 20, 100);

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final ProblemSink problems;
    private final NewestOnly looking;
    private final MovieSearch search;
    private final ObjectProperty<Integer> minimumRatings =
            new SimpleObjectProperty<>(this, "minimumRatings", MINIMA.get(1));
    private final ReadOnlyObjectWrapper<Item> movie = new ReadOnlyObjectWrapper<>(this, "movie");
    private final ReadOnlyStringWrapper movieText = new ReadOnlyStringWrapper(this, "movieText", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ObservableList<SimilarItem> neighbours = FXCollections.observableArrayList();
    private final Deque<Item> earlier = new ArrayDeque<>();

    SimilarViewModel(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.asked = asked;
        this.problems = problems;
        this.looking = new NewestOnly(tasks);
        this.search = new MovieSearch(asked, tasks, problems, hit -> choose(hit.item()));
        minimumRatings.addListener((property, before, now) -> look());
        asked.addListener((property, before, now) -> useModel(now));
    }

    /** Another dataset has other movies. */
    private void useModel(AskedModel model) {
        if (movie.get() != null && model.indexOf(movie.get()) == IdIndex.UNKNOWN) {
            earlier.clear();
            canGoBack.set(false);
            movie.set(null);
            movieText.set("");
            search.write("");
        }
        look();
    }

    /** Shows what is like a movie. */
    public void choose(Item item) {
        if (movie.get() != null && !movie.get().equals(item)) {
            earlier.push(movie.get());
        }
        go(item);
    }

    /** Back to the movie before. */
    public void back() {
        if (!earlier.isEmpty()) {
            go(earlier.pop());
        }
    }

    private void go(Item item) {
        movie.set(item);
        canGoBack.set(!earlier.isEmpty());
        search.write(item.displayTitle());
        look();
    }

    private void look() {
        AskedModel model = asked.get();
        Item item = movie.get();
        if (model == null || item == null) {
            looking.forget();
            neighbours.clear();
            message.set("");
            return;
        }
        int index = model.indexOf(item);
        if (index == IdIndex.UNKNOWN) {
            looking.forget();
            neighbours.clear();
            movieText.set("");
            message.set("The model does not know this movie: nobody has rated it in the dataset it was trained on.");
            return;
        }
        movieText.set(String.format(Locale.ROOT, "%,d ratings · mean %.2f", model.facts().ratingCount(index),
                model.facts().meanRating(index)));
        int minimum = minimumRatings.get();
        looking.run(() -> model.similar().to(index, NEIGHBOURS, minimum), found -> show(model, index, found),
                failure -> problems.report("Similar movies cannot be found because of an error in Marquee.", failure));
    }

    private void show(AskedModel model, int index, List<SimilarItem> found) {
        neighbours.setAll(found);
        if (!model.similar().knows(index)) {
            message.set("The model has not learnt this movie: all its ratings are in the test part.");
        } else {
            message.set(found.isEmpty() ? "No other movie has so many ratings. Ask for fewer." : "");
        }
    }

    public MovieSearch search() {
        return search;
    }

    /** Fewest ratings that may be asked of a neighbour. */
    public List<Integer> minima() {
        return MINIMA;
    }

    public ObjectProperty<Integer> minimumRatingsProperty() {
        return minimumRatings;
    }

    /** The movie asked about; null before any. */
    public ReadOnlyObjectProperty<Item> movieProperty() {
        return movie.getReadOnlyProperty();
    }

    /** The movie's ratings in a few words. */
    public ReadOnlyStringProperty movieTextProperty() {
        return movieText.getReadOnlyProperty();
    }

    /** Why there are no neighbours; empty while there are. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ObservableList<SimilarItem> neighbours() {
        return neighbours;
    }
}
