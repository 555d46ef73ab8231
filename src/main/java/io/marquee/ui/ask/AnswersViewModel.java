package io.marquee.ui.ask;

import io.marquee.data.Item;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.Explanation;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.RecommendationRequest;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.OneAtATime;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What one user should watch, by the filters, and why the selected movie is among it. Both are computed in the
 * background, one at a time: while a slider is drawn, only the newest question waits.
 */
public final class AnswersViewModel {

    /** How many ratings an explanation names. */
    static final int REASONS = 6;

    private record Answer(List<Recommendation> recommended, double milliseconds) {}

    private final ProblemSink problems;
    private final OneAtATime asking;
    private final OneAtATime explaining;
    private final FilterViewModel filter;
    private final ObservableList<Recommendation> recommended = FXCollections.observableArrayList();
    private final ObjectProperty<Recommendation> selected = new SimpleObjectProperty<>(this, "selected");
    private final ReadOnlyObjectWrapper<Explanation> why = new ReadOnlyObjectWrapper<>(this, "why");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper speed = new ReadOnlyStringWrapper(this, "speed", "");

    private AskedModel model;
    private AskedUser user;

    AnswersViewModel(ObservableValue<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.problems = problems;
        this.asking = new OneAtATime(tasks);
        this.explaining = new OneAtATime(tasks);
        this.filter = new FilterViewModel(asked);
        filter.requestProperty().addListener((property, before, now) -> ask());
        selected.addListener((property, before, now) -> explain(now));
    }

    /** Answers for this user from now on. */
    void askFor(AskedModel newModel, AskedUser newUser) {
        asking.forget();
        model = newModel;
        user = newUser;
        ask();
    }

    /** There is nobody to answer. */
    void clear() {
        user = null;
        asking.forget();
        recommended.clear();
        selected.set(null);
        why.set(null);
        message.set("");
        speed.set("");
    }

    private void ask() {
        if (user == null) {
            return;
        }
        AskedModel current = model;
        AskedUser someone = user;
        RecommendationRequest request = filter.requestProperty().get();
        asking.run(() -> {
            long start = System.nanoTime();
            List<Recommendation> found = current.recommender().recommend(someone, request);
            return new Answer(found, (System.nanoTime() - start) / 1e6);
        }, this::show, this::failed);
    }

    private void show(Answer answer) {
        Item before = selected.get() == null ? null : selected.get().item();
        recommended.setAll(answer.recommended());
        message.set(answer.recommended().isEmpty() ? "No movie passes these filters. Widen or clear them." : "");
        speed.set(String.format(Locale.ROOT, "%,d movies scored in %.0f ms", model.facts().items().size(),
                Math.max(1, answer.milliseconds())));
        Recommendation same = recommended.stream().filter(each -> each.item().equals(before)).findFirst()
                .orElse(recommended.isEmpty() ? null : recommended.get(0));
        // The reason that is shown stays until the new one comes.
        selected.set(null);
        selected.set(same);
        if (same == null) {
            why.set(null);
        }
    }

    private void explain(Recommendation movie) {
        explaining.forget();
        if (movie == null || user == null) {
            return;
        }
        AskedModel current = model;
        AskedUser someone = user;
        explaining.run(() -> current.explainer().explain(someone, current.indexOf(movie.item()), REASONS),
                why::set,
                failure -> {
                    why.set(null);
                    problems.report("The recommendation could not be explained because of an error in Marquee.",
                            failure);
                });
    }

    private void failed(Throwable failure) {
        recommended.clear();
        selected.set(null);
        message.set("No answer because of an error.");
        problems.report("The model could not be asked because of an error in Marquee.", failure);
    }

    public FilterViewModel filter() {
        return filter;
    }

    public ObservableList<Recommendation> recommended() {
        return recommended;
    }

    /** The movie that is explained. */
    public ObjectProperty<Recommendation> selectedProperty() {
        return selected;
    }

    /** Why the selected movie is recommended; null while it is not known. */
    public ReadOnlyObjectProperty<Explanation> whyProperty() {
        return why.getReadOnlyProperty();
    }

    /** Why there is no list; empty while there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** How long the newest answer took; empty before any. */
    public ReadOnlyStringProperty speedProperty() {
        return speed.getReadOnlyProperty();
    }
}
