package io.marquee.ui.ask;

import io.marquee.recommend.AskedModel;
import io.marquee.recommend.ItemFilter;
import io.marquee.recommend.RecommendationRequest;
import io.marquee.recommend.SeenRule;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.ObservableSet;
import javafx.collections.SetChangeListener;

/** Which movies are wanted. What is typed wrong is explained, and the last filter that made sense stays. */
public final class FilterViewModel {

    private static final List<Integer> COUNTS = List.of(10, 20, 50, 100);
    private static final int MOST_DIGITS = 9;

    private final ObservableSet<String> genres = FXCollections.observableSet();
    private final ObservableList<String> allGenres = FXCollections.observableArrayList();
    private final StringProperty earliest = new SimpleStringProperty(this, "earliest", "");
    private final StringProperty latest = new SimpleStringProperty(this, "latest", "");
    private final StringProperty minimumRatings = new SimpleStringProperty(this, "minimumRatings", "");
    private final ObjectProperty<SeenRule> seen = new SimpleObjectProperty<>(this, "seen", SeenRule.HIDE_RATED);
    private final DoubleProperty diversity = new SimpleDoubleProperty(this, "diversity");
    private final ObjectProperty<Integer> count = new SimpleObjectProperty<>(this, "count", COUNTS.get(1));
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyObjectWrapper<RecommendationRequest> request =
            new ReadOnlyObjectWrapper<>(this, "request", RecommendationRequest.top(COUNTS.get(1)));

    FilterViewModel(ObservableValue<AskedModel> asked) {
        asked.addListener((property, before, now) -> useGenres(now.facts().genres()));
        ChangeListener<Object> changed = (property, before, now) -> update();
        List.of(earliest, latest, minimumRatings, seen, diversity, count).forEach(each -> each.addListener(changed));
        genres.addListener((SetChangeListener<String>) change -> update());
    }

    private void useGenres(List<String> known) {
        if (!known.equals(allGenres)) {
            allGenres.setAll(known);
            genres.retainAll(known);
        }
    }

    private void update() {
        for (StringProperty number : List.of(earliest, latest, minimumRatings)) {
            String typed = number.get().strip();
            boolean digits = typed.chars().allMatch(c -> c >= '0' && c <= '9');
            if (!digits || typed.length() > MOST_DIGITS) {
                message.set("“" + typed + "” is " + (digits ? "too large for " + (number == minimumRatings ? "a number of ratings" : "a year")
                        + ": at most " + MOST_DIGITS + " digits."
                        : "not a whole number" + (number == minimumRatings ? " of ratings." : ", as a year is.")));
                return;
            }
        }
        OptionalInt from = number(earliest);
        OptionalInt to = number(latest);
        if (from.isPresent() && to.isPresent() && from.getAsInt() > to.getAsInt()) {
            message.set("No year is from " + from.getAsInt() + " on and up to " + to.getAsInt() + ".");
            return;
        }
        message.set("");
        request.set(new RecommendationRequest(count.get(),
                new ItemFilter(Set.copyOf(genres), from, to, number(minimumRatings).orElse(0), seen.get()),
                diversity.get()));
    }

    private static OptionalInt number(StringProperty text) {
        String typed = text.get().strip();
        return typed.isEmpty() ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(typed));
    }

    /** Back to everything. */
    public void clear() {
        genres.clear();
        earliest.set("");
        latest.set("");
        minimumRatings.set("");
        seen.set(SeenRule.HIDE_RATED);
        diversity.set(0);
    }

    /** Lists may be of these lengths. */
    public List<Integer> counts() {
        return COUNTS;
    }

    /** The genres wanted; empty for any. */
    public ObservableSet<String> genres() {
        return genres;
    }

    /** The genres there are. */
    public ObservableList<String> allGenres() {
        return allGenres;
    }

    public StringProperty earliestProperty() {
        return earliest;
    }

    public StringProperty latestProperty() {
        return latest;
    }

    public StringProperty minimumRatingsProperty() {
        return minimumRatings;
    }

    public ObjectProperty<SeenRule> seenProperty() {
        return seen;
    }

    /** 0 to 1. */
    public DoubleProperty diversityProperty() {
        return diversity;
    }

    public ObjectProperty<Integer> countProperty() {
        return count;
    }

    /** What is wrong with what is typed; empty where nothing is. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** The newest request that makes sense. */
    public ReadOnlyObjectProperty<RecommendationRequest> requestProperty() {
        return request.getReadOnlyProperty();
    }
}
