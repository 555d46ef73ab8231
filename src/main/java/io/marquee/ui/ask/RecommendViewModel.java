package io.marquee.ui.ask;

import io.marquee.data.UserAttributes;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.UnknownUserException;
import io.marquee.recommend.UserProfile;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A user of the dataset, found by id or by a movie they rated: who they are, and what they should watch. */
public final class RecommendViewModel {

    private static final int SUGGESTED_USERS = 6;
    private static final int SUGGESTED_MOVIES = 6;
    private static final int RATERS = 100;

    private record Known(AskedUser user, UserProfile profile, String about) {}

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final ProblemSink problems;
    private final NewestOnly searching;
    private final NewestOnly finding;
    private final AnswersViewModel answers;
    private final StringProperty query = new SimpleStringProperty(this, "query", "");
    private final ObservableList<UserSuggestion> suggestions = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper user = new ReadOnlyStringWrapper(this, "user", "");
    private final ReadOnlyStringWrapper about = new ReadOnlyStringWrapper(this, "about", "");
    private final ReadOnlyObjectWrapper<UserProfile> profile = new ReadOnlyObjectWrapper<>(this, "profile");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    private String fingerprint = "";
    private boolean choosing;

    RecommendViewModel(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.asked = asked;
        this.problems = problems;
        this.searching = new NewestOnly(tasks);
        this.finding = new NewestOnly(tasks);
        this.answers = new AnswersViewModel(asked, tasks, problems);
        query.addListener((property, before, now) -> {
            if (!choosing) {
                offer();
            }
        });
        asked.addListener((property, before, now) -> useModel(now));
    }

    /** The user stays through epochs; another dataset has other users, and its first one is shown. */
    private void useModel(AskedModel model) {
        String newFingerprint = model.model().protocol().datasetFingerprint();
        boolean sameUsers = newFingerprint.equals(fingerprint) && !user.get().isEmpty();
        fingerprint = newFingerprint;
        select(sameUsers ? user.get() : model.model().users().id(0));
    }

    /** Looks for users by what is typed: ids that begin with it, and movies whose raters could be meant. */
    public void offer() {
        AskedModel model = asked.get();
        message.set("");
        if (model == null) {
            return;
        }
        String typed = query.get().strip();
        searching.run(() -> {
            List<UserSuggestion> found = new ArrayList<>();
            model.recommender().searchUsers(typed, SUGGESTED_USERS)
                    .forEach(id -> found.add(UserSuggestion.user(id, "")));
            model.titles().search(typed, SUGGESTED_MOVIES).forEach(hit -> found.add(UserSuggestion.movie(hit.index(),
                    model.facts().item(hit.index()).displayTitle(), ratings(model.facts().ratingCount(hit.index())))));
            return found;
        }, suggestions::setAll, this::searchFailed);
    }

    /** Takes a suggestion: asks for a user, or offers those who rated a movie. */
    public void choose(UserSuggestion suggestion) {
        if (suggestion.userId() != null) {
            select(suggestion.userId());
            return;
        }
        AskedModel model = asked.get();
        type(suggestion.text());
        searching.run(() -> model.ratersOf(suggestion.movie(), RATERS).stream()
                .map(rater -> UserSuggestion.user(rater.userId(), String.format(Locale.ROOT, "gave it %.1f · %s",
                        rater.rating(), ratings(rater.ratings()))))
                .toList(), suggestions::setAll, this::searchFailed);
    }

    private static String ratings(int count) {
        return String.format(Locale.ROOT, "%,d rating%s", count, count == 1 ? "" : "s");
    }

    /** Asks for what was typed: the user of that id, or else the first suggestion. */
    public void submit() {
        String typed = query.get().strip();
        AskedModel model = asked.get();
        if (model == null || typed.isEmpty()) {
            return;
        }
        if (model.model().users().indexOf(typed) < 0 && !suggestions.isEmpty()) {
            choose(suggestions.get(0));
        } else {
            select(typed);
        }
    }

    /** Asks for a user. */
    public void select(String userId) {
        AskedModel model = asked.get();
        searching.forget();
        suggestions.clear();
        type(userId);
        message.set("");
        finding.run(() -> {
            AskedUser found = model.recommender().user(userId);
            return new Known(found, model.profile(found.ratings()),
                    model.model().catalogue().user(userId).map(UserAttributes::inWords).orElse(""));
        }, found -> {
            user.set(userId);
            about.set(found.about());
            profile.set(found.profile());
            answers.askFor(model, found.user());
        }, this::refused);
    }

    private void type(String text) {
        choosing = true;
        query.set(text);
        choosing = false;
    }

    private void refused(Throwable failure) {
        user.set("");
        about.set("");
        profile.set(null);
        answers.clear();
        if (failure instanceof UnknownUserException) {
            message.set(failure.getMessage());
        } else {
            message.set("No answer because of an error.");
            problems.report("The model could not be asked because of an error in Marquee.", failure);
        }
    }

    private void searchFailed(Throwable failure) {
        problems.report("Users cannot be searched because of an error in Marquee.", failure);
    }

    public AnswersViewModel answers() {
        return answers;
    }

    /** What is typed into the search box. */
    public StringProperty queryProperty() {
        return query;
    }

    public ObservableList<UserSuggestion> suggestions() {
        return suggestions;
    }

    /** The user asked for; empty where there is none. */
    public ReadOnlyStringProperty userProperty() {
        return user.getReadOnlyProperty();
    }

    /** What the user said of themselves, such as "woman, 25-34, programmer"; empty where the dataset does not tell. */
    public ReadOnlyStringProperty aboutProperty() {
        return about.getReadOnlyProperty();
    }

    /** The user in numbers; null where there is none. */
    public ReadOnlyObjectProperty<UserProfile> profileProperty() {
        return profile.getReadOnlyProperty();
    }

    /** Why there is no user; empty while there is one. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
