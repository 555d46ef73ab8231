package io.marquee.ui.ask;

import io.marquee.model.TrainedModel;
import io.marquee.recommend.RatedItem;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.Recommender;
import io.marquee.recommend.UnknownUserException;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * Recommendations for one user from the newest model. Everything is computed in the background, and only the newest
 * answer is shown: a slow one for an earlier user, model or prefix is dropped.
 */
public final class AskViewModel {

    /** How many movies are recommended. */
    public static final int TOP = 10;

    private static final int SUGGESTIONS = 8;
    private static final String EARLIER = " · earlier run";

    private record Answer(List<Recommendation> recommended, List<RatedItem> rated) {}

    private final RecommenderFactory factory;
    private final ProblemSink problems;
    private final NewestOnly building;
    private final NewestOnly searching;
    private final NewestOnly asking;

    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final BooleanProperty includeRated = new SimpleBooleanProperty(this, "includeRated");
    private final ReadOnlyBooleanWrapper ready = new ReadOnlyBooleanWrapper(this, "ready");
    private final ReadOnlyStringWrapper user = new ReadOnlyStringWrapper(this, "user", "");
    private final ReadOnlyStringWrapper modelText = new ReadOnlyStringWrapper(this, "modelText", "");
    private final ReadOnlyStringWrapper userText = new ReadOnlyStringWrapper(this, "userText", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ObservableList<String> suggestions = FXCollections.observableArrayList();
    private final ObservableList<Recommendation> recommended = FXCollections.observableArrayList();
    private final ObservableList<RatedItem> rated = FXCollections.observableArrayList();

    private Recommender recommender;
    private String fingerprint = "";

    public AskViewModel(RecommenderFactory factory, BackgroundTasks tasks, ProblemSink problems) {
        this.factory = factory;
        this.problems = problems;
        this.building = new NewestOnly(tasks);
        this.searching = new NewestOnly(tasks);
        this.asking = new NewestOnly(tasks);
        query.addListener(change -> search());
        includeRated.addListener(change -> ask());
    }

    /**
     * Answers from this model from now on.
     *
     * @param origin where it comes from, such as "This run"
     */
    public void use(TrainedModel model, String origin) {
        building.run(() -> factory.of(model),
                made -> {
                    if (!model.protocol().datasetFingerprint().equals(fingerprint)) {
                        forgetUser();
                    }
                    fingerprint = model.protocol().datasetFingerprint();
                    recommender = made;
                    ready.set(true);
                    modelText.set(String.format(Locale.ROOT, "%s · epoch %,d%s", origin, model.result().epoch(),
                            Double.isNaN(model.result().testRmse())
                                    ? ""
                                    : String.format(Locale.ROOT, " · test RMSE %.4f", model.result().testRmse())));
                    userOfModel();
                },
                failure -> problems.report("The model cannot be asked because of an error in Marquee.", failure));
    }

    /** Another dataset has other users. */
    private void forgetUser() {
        user.set("");
        query.set("");
        suggestions.clear();
    }

    /** A new run has begun: until its first epoch, answers come from the model of an earlier one. */
    public void modelIsOfEarlierRun() {
        if (ready.get() && !modelText.get().endsWith(EARLIER)) {
            modelText.set(modelText.get() + EARLIER);
        }
    }

    /** The user asked for stays through epochs; without one, the first of the model is shown, so that there is an answer. */
    private void userOfModel() {
        Recommender current = recommender;
        if (!user.get().isEmpty()) {
            ask();
        } else {
            searching.run(() -> current.searchUsers("", SUGGESTIONS),
                    found -> found.stream().findFirst().ifPresent(this::select),
                    failure -> problems.report("Users cannot be searched because of an error in Marquee.", failure));
        }
    }

    private void search() {
        message.set("");
        if (recommender == null || query.get().strip().equals(user.get())) {
            searching.forget();
            suggestions.clear();
            return;
        }
        offer();
    }

    /** Looks for users whose id begins with what is typed. */
    public void offer() {
        Recommender current = recommender;
        if (current == null) {
            return;
        }
        String prefix = query.get().strip();
        searching.run(() -> current.searchUsers(prefix, SUGGESTIONS),
                suggestions::setAll,
                failure -> problems.report("Users cannot be searched because of an error in Marquee.", failure));
    }

    /** Asks for the user whose id was typed. */
    public void submit() {
        String typed = query.get().strip();
        if (!typed.isEmpty()) {
            select(typed);
        }
    }

    /** Asks for a user. */
    public void select(String userId) {
        user.set(userId);
        query.set(userId);
        suggestions.clear();
        ask();
    }

    private void ask() {
        if (recommender == null || user.get().isEmpty()) {
            return;
        }
        Recommender current = recommender;
        String userId = user.get();
        boolean withRated = includeRated.get();
        asking.run(
                () -> new Answer(current.recommend(userId, TOP, withRated), current.ratedBy(userId)),
                answer -> show(userId, answer),
                this::refused);
    }

    private void show(String userId, Answer answer) {
        recommended.setAll(answer.recommended());
        rated.setAll(answer.rated());
        double mean = answer.rated().stream().mapToDouble(RatedItem::rating).average().orElse(Double.NaN);
        userText.set(answer.rated().isEmpty()
                ? "User " + userId + " has rated nothing"
                : String.format(Locale.ROOT, "User %s · %,d ratings · mean %.2f", userId, answer.rated().size(), mean));
        message.set(answer.recommended().isEmpty() ? "This user has rated every movie the model knows." : "");
    }

    private void refused(Throwable failure) {
        recommended.clear();
        rated.clear();
        userText.set("");
        if (failure instanceof UnknownUserException) {
            message.set(failure.getMessage());
        } else {
            message.set("No answer because of an error.");
            problems.report("The model could not be asked because of an error in Marquee.", failure);
        }
    }

    /** What is typed into the search box. */
    public StringProperty queryProperty() {
        return query;
    }

    /** Whether movies the user has rated may be recommended. */
    public BooleanProperty includeRatedProperty() {
        return includeRated;
    }

    /** Whether there is a model to ask. */
    public ReadOnlyBooleanProperty readyProperty() {
        return ready.getReadOnlyProperty();
    }

    /** The user asked for; empty before. */
    public ReadOnlyStringProperty userProperty() {
        return user.getReadOnlyProperty();
    }

    /** Which model answers. */
    public ReadOnlyStringProperty modelTextProperty() {
        return modelText.getReadOnlyProperty();
    }

    /** The user in a few words. */
    public ReadOnlyStringProperty userTextProperty() {
        return userText.getReadOnlyProperty();
    }

    /** Why there is no answer; empty while there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** Users whose id begins with what is typed. */
    public ObservableList<String> suggestions() {
        return suggestions;
    }

    public ObservableList<Recommendation> recommended() {
        return recommended;
    }

    public ObservableList<RatedItem> rated() {
        return rated;
    }
}
