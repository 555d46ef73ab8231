package io.marquee.ui.ask;

import io.marquee.recommend.AskedModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Movies by what is typed of their title. */
public final class MovieSearch {

    private static final int HITS = 12;

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final NewestOnly searching;
    private final ProblemSink problems;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<MovieHit> hits = FXCollections.observableArrayList();
    private final Consumer<MovieHit> chosen;

    private boolean writing;

    /** @param chosen gets the movie that is chosen */
    MovieSearch(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems,
            Consumer<MovieHit> chosen) {
        this.asked = asked;
        this.searching = new NewestOnly(tasks);
        this.problems = problems;
        this.chosen = chosen;
        query.addListener((property, before, now) -> {
            if (!writing) {
                offer();
            }
        });
    }

    /** Looks for movies. */
    public void offer() {
        AskedModel model = asked.get();
        if (model == null || query.get().isBlank()) {
            searching.forget();
            hits.clear();
            return;
        }
        String typed = query.get();
        searching.run(() -> find(model, typed), hits::setAll, this::failed);
    }

    private static List<MovieHit> find(AskedModel model, String typed) {
        return model.titles().search(typed, HITS).stream()
                .map(hit -> new MovieHit(model.facts().item(hit.index()), model.facts().ratingCount(hit.index())))
                .toList();
    }

    /** Takes the best hit for what is typed, once it is found. */
    public void submit() {
        AskedModel model = asked.get();
        if (model == null || query.get().isBlank()) {
            return;
        }
        String typed = query.get();
        searching.run(() -> find(model, typed), found -> found.stream().findFirst().ifPresentOrElse(this::choose,
                () -> hits.clear()), this::failed);
    }

    /** Takes a hit. */
    public void choose(MovieHit hit) {
        searching.forget();
        hits.clear();
        chosen.accept(hit);
    }

    /** Shows a text without searching for it. */
    void write(String text) {
        writing = true;
        query.set(text);
        writing = false;
    }

    private void failed(Throwable failure) {
        problems.report("Titles cannot be searched because of an error in Marquee.", failure);
    }

    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<MovieHit> hits() {
        return hits;
    }
}
