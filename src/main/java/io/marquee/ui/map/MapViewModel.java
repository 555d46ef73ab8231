package io.marquee.ui.map;

import io.marquee.data.IdIndex;
import io.marquee.data.RatedItems;
import io.marquee.map.MappedItems;
import io.marquee.map.NeighbourMap;
import io.marquee.map.PlaneMap;
import io.marquee.recommend.AskedModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.function.IntPredicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The movies a model has learnt, on a plane. The principal components are there at once; UMAP is worked out when asked for,
 * in the background, and takes their place.
 */
public final class MapViewModel {

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final NewestOnly layouts;
    private final NewestOnly colouring;
    private final NewestOnly listing;
    private final ReadOnlyObjectWrapper<MapScene> scene = new ReadOnlyObjectWrapper<>(this, "scene");
    private final ReadOnlyObjectWrapper<MapColours> colours = new ReadOnlyObjectWrapper<>(this, "colours");
    private final ObjectProperty<ColourBy> colourBy = new SimpleObjectProperty<>(this, "colourBy", ColourBy.GENRE);
    private final BooleanProperty dark = new SimpleBooleanProperty(this, "dark");
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final ReadOnlyStringWrapper userMessage = new ReadOnlyStringWrapper(this, "userMessage", "");
    private final ReadOnlyStringWrapper listTitle = new ReadOnlyStringWrapper(this, "listTitle", "");
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper(this, "working");
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress");
    private final ReadOnlyObjectWrapper<Emphasis> emphasis =
            new ReadOnlyObjectWrapper<>(this, "emphasis", Emphasis.NONE);
    private final ObjectProperty<MoviePoint> chosen = new SimpleObjectProperty<>(this, "chosen");
    private final ObservableList<MoviePoint> listed = FXCollections.observableArrayList();

    private UmapJob job;
    private Map<Integer, Float> followed = Map.of();

    public MapViewModel(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.asked = asked;
        this.tasks = tasks;
        this.problems = problems;
        this.layouts = new NewestOnly(tasks);
        this.colouring = new NewestOnly(tasks);
        this.listing = new NewestOnly(tasks);
        asked.addListener((property, before, now) -> useModel(now));
        colourBy.addListener(change -> colour());
        dark.addListener(change -> colour());
        useModel(asked.get());
    }

    private void useModel(AskedModel model) {
        cancelUmap();
        if (model == null) {
            return;
        }
        layouts.run(() -> MapScene.of(model),
                made -> {
                    boolean sameMovies = scene.get() != null
                            && Arrays.equals(scene.get().mapped().items(), made.mapped().items());
                    if (!sameMovies) {
                        // First, so that nothing that is drawn belongs to other movies.
                        clear();
                    }
                    scene.set(made);
                    colour();
                },
                failure -> problems.report("The movies cannot be mapped because of an error in Marquee.", failure));
    }

    private void colour() {
        MapScene current = scene.get();
        if (current == null) {
            return;
        }
        ColourBy by = colourBy.get();
        boolean darkNow = dark.get();
        colouring.run(() -> MapColours.of(by, current.mapped().items(), current.model().facts(), darkNow), colours::set,
                failure -> problems.report("The map cannot be coloured because of an error in Marquee.", failure));
    }

    /** Begins to work out UMAP; no effect while it is being worked out. */
    public void startUmap() {
        MapScene current = scene.get();
        if (current == null || working.get()) {
            return;
        }
        if (current.mapped().items().length < NeighbourMap.leastPoints()) {
            problems.report("UMAP needs at least " + NeighbourMap.leastPoints() + " movies; this model knows "
                    + current.mapped().items().length + ".", null);
            return;
        }
        UmapJob started = new UmapJob();
        job = started;
        working.set(true);
        progress.set(0);
        tasks.run(() -> NeighbourMap.map(current.mapped().points(), started),
                plane -> finished(started, current, plane),
                failure -> failed(started, failure));
    }

    private void finished(UmapJob ended, MapScene of, PlaneMap plane) {
        if (job == ended) {
            job = null;
            working.set(false);
            scene.set(of.with(plane));
        }
    }

    private void failed(UmapJob ended, Throwable failure) {
        if (job == ended) {
            job = null;
            working.set(false);
            if (!(failure instanceof CancellationException)) {
                problems.report("UMAP failed because of an error; the map by principal components stays.", failure);
            }
        }
    }

    /** Stops UMAP; it ends within a second. */
    public void cancelUmap() {
        if (job != null) {
            job.cancel();
            job = null;
            working.set(false);
        }
    }

    /** Back to the principal components. */
    public void showPrincipalComponents() {
        cancelUmap();
        MapScene current = scene.get();
        if (current != null) {
            scene.set(current.with(current.principal()));
        }
    }

    /** Looks how far UMAP is; called some times a second while it works. */
    public void poll() {
        if (job != null) {
            progress.set(job.fraction());
        }
    }

    /** Shows the movies a user has rated; an empty id shows all again. */
    public void followUser() {
        AskedModel model = asked.get();
        String id = user.get().strip();
        userMessage.set("");
        if (model == null || id.isEmpty()) {
            clear();
            return;
        }
        int index = model.model().users().indexOf(id);
        if (index == IdIndex.UNKNOWN) {
            userMessage.set("There is no user " + id + ".");
            return;
        }
        RatedItems history = model.model().history();
        Map<Integer, Float> ratings = new HashMap<>();
        for (int k = 0; k < history.count(index); k++) {
            int place = scene.get().mapped().placeOf(history.item(index, k));
            if (place >= 0) {
                ratings.put(place, history.rating(index, k));
            }
        }
        followed = Map.copyOf(ratings);
        list(Emphasis.Kind.USER, "User " + id + " has rated %s", followed::containsKey);
    }

    /** Lists the movies inside a line drawn around them. */
    void select(Lasso lasso) {
        PlaneMap plane = scene.get().plane();
        list(Emphasis.Kind.LASSO, "%s inside the line", place -> lasso.contains(plane.x()[place], plane.y()[place]));
    }

    /** Lists the movies of one entry of the legend. */
    void selectGroup(int group) {
        MapColours now = colours.get();
        list(Emphasis.Kind.LASSO, "%s: " + now.entries().get(group).name(), place -> now.group()[place] == group);
    }

    /** @param title what the movies have in common, with a place for their number */
    private void list(Emphasis.Kind kind, String title, IntPredicate wanted) {
        MapScene current = scene.get();
        Map<Integer, Float> ratings = followed;
        listing.run(() -> MapListing.of(kind, title, current, ratings, wanted), this::show,
                failure -> problems.report("The movies cannot be listed because of an error in Marquee.", failure));
    }

    private void show(MapListing made) {
        if (made.points().isEmpty() && made.emphasis().kind() == Emphasis.Kind.LASSO) {
            clearSelection();
            return;
        }
        emphasis.set(made.emphasis());
        listTitle.set(made.title());
        listed.setAll(made.points());
    }

    /** Shows all movies alike again; a user who is followed stays followed. */
    public void clearSelection() {
        if (emphasis.get().kind() == Emphasis.Kind.LASSO && !followed.isEmpty()) {
            followUser();
        } else {
            clear();
        }
    }

    private void clear() {
        listing.forget();
        followed = Map.of();
        user.set("");
        userMessage.set("");
        emphasis.set(Emphasis.NONE);
        listed.clear();
        listTitle.set("");
        chosen.set(null);
    }

    /** What is known of a point. */
    MoviePoint point(int place) {
        return scene.get().point(place, followed);
    }

    /** What is drawn; null before a model. */
    ReadOnlyObjectProperty<MapScene> sceneProperty() {
        return scene.getReadOnlyProperty();
    }

    /** The points' colours; null before a model. */
    ReadOnlyObjectProperty<MapColours> coloursProperty() {
        return colours.getReadOnlyProperty();
    }

    public ObjectProperty<ColourBy> colourByProperty() {
        return colourBy;
    }

    /** Whether the window is dark. */
    public BooleanProperty darkProperty() {
        return dark;
    }

    /** The id of the user to follow, as typed. */
    public StringProperty userProperty() {
        return user;
    }

    /** Why nobody is followed; empty where there is no reason to tell. */
    public ReadOnlyStringProperty userMessageProperty() {
        return userMessage.getReadOnlyProperty();
    }

    /** Whether UMAP is being worked out. */
    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }

    /** How far UMAP is, 0 to 1. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** Which points stand out. */
    ReadOnlyObjectProperty<Emphasis> emphasisProperty() {
        return emphasis.getReadOnlyProperty();
    }

    /** The movie that was clicked; null for none. */
    public ObjectProperty<MoviePoint> chosenProperty() {
        return chosen;
    }

    /** The movies that stand out. */
    public ObservableList<MoviePoint> listed() {
        return listed;
    }

    /** What they have in common, and how many they are; empty where none stand out. */
    public ReadOnlyStringProperty listTitleProperty() {
        return listTitle.getReadOnlyProperty();
    }
}
