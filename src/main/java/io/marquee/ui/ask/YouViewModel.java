package io.marquee.ui.ask;

import io.marquee.data.InvalidDataException;
import io.marquee.data.Item;
import io.marquee.data.RatingScale;
import io.marquee.profile.ImportedProfile;
import io.marquee.profile.OwnRating;
import io.marquee.profile.Profile;
import io.marquee.profile.ProfileFile;
import io.marquee.profile.ProfileImport;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RatedItem;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.OneAtATime;
import io.marquee.ui.task.ProblemSink;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * A person's own ratings: each star fits the person's embedding to the network again and updates the recommendations.
 * The ratings are kept whatever model answers; movies a model does not know wait for one that does.
 */
public final class YouViewModel {

    /** How many movies are offered for rating. */
    static final int TO_RATE = 12;

    private static final int ENOUGH = 10;

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final BackgroundTasks tasks;
    private final ProblemSink problems;
    private final OneAtATime fitting;
    private final AnswersViewModel answers;
    private final MovieSearch search;
    private final List<OwnRating> own = new ArrayList<>();
    private final Set<Item> passed = new HashSet<>();
    private final ObservableList<RatedItem> rated = FXCollections.observableArrayList();
    private final ObservableList<Item> toRate = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper status = new ReadOnlyStringWrapper(this, "status", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
    private final ReadOnlyStringWrapper details = new ReadOnlyStringWrapper(this, "details", "");
    private final ReadOnlyObjectWrapper<RatingScale> scale =
            new ReadOnlyObjectWrapper<>(this, "scale", RatingScale.HALF_STARS);

    YouViewModel(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.asked = asked;
        this.tasks = tasks;
        this.problems = problems;
        this.fitting = new OneAtATime(tasks);
        this.answers = new AnswersViewModel(asked, tasks, problems);
        this.search = new MovieSearch(asked, tasks, problems, hit -> offer(hit.item()));
        asked.addListener((property, before, now) -> useModel(now));
    }

    private void useModel(AskedModel model) {
        RatingScale newScale = model.model().scale();
        replace(Profile.of(scale.get(), own).on(newScale).ratings());
        scale.set(newScale);
        toRate.removeIf(item -> model.indexOf(item) < 0 || !model.facts().item(model.indexOf(item)).equals(item));
        fit();
    }

    private void replace(List<OwnRating> ratings) {
        List<OwnRating> copy = List.copyOf(ratings);
        own.clear();
        own.addAll(copy);
    }

    /** Gives a movie a rating, or another one. */
    public void rate(Item item, double rating) {
        OwnRating given = OwnRating.of(item, scale.get().clip(rating));
        OptionalInt place = IntStream.range(0, own.size()).filter(i -> isOf(own.get(i), item)).findFirst();
        if (place.isPresent()) {
            own.set(place.getAsInt(), given);
        } else {
            own.add(0, given);
        }
        toRate.remove(item);
        fit();
    }

    /** Takes a rating back. */
    public void forget(Item item) {
        own.removeIf(each -> isOf(each, item));
        fit();
    }

    private static boolean isOf(OwnRating rating, Item item) {
        return item.id().equals(rating.movieId()) && item.title().equals(rating.title())
                || item.title().equals(rating.title()) && item.year().equals(rating.year());
    }

    /** Takes all ratings back. */
    public void forgetAll() {
        own.clear();
        passed.clear();
        toRate.clear();
        message.set("");
        details.set("");
        fit();
    }

    /** Puts a movie first among those to rate. */
    public void offer(Item item) {
        search.write("");
        toRate.remove(item);
        toRate.add(0, item);
    }

    /** Does not ask about a movie again. */
    public void pass(Item item) {
        passed.add(item);
        toRate.remove(item);
        fit();
    }

    /** Asks about other movies. */
    public void otherMovies() {
        passed.addAll(toRate);
        toRate.clear();
        fit();
    }

    private void fit() {
        AskedModel model = asked.get();
        if (model == null) {
            return;
        }
        List<OwnRating> ratings = List.copyOf(own);
        Set<Item> notAgain = new HashSet<>(passed);
        fitting.run(() -> new OwnFit(model).fit(ratings, notAgain, TO_RATE),
                answer -> show(model, answer),
                failure -> problems.report("Your ratings could not be used because of an error in Marquee.", failure));
    }

    private void show(AskedModel model, OwnAnswer answer) {
        showRated(answer.rated());
        // Movies that are offered stay where they are: nobody likes a list that moves under the mouse.
        answer.rated().forEach(each -> toRate.remove(each.item()));
        for (Item item : answer.toRate()) {
            if (toRate.size() < TO_RATE && !toRate.contains(item)) {
                toRate.add(item);
            }
        }
        answers.askFor(model, answer.user());
        status.set(words(answer));
    }

    /** A rating that only changes is changed in place, so that it stays selected. */
    private void showRated(List<RatedItem> newest) {
        if (newest.size() != rated.size()) {
            rated.setAll(newest);
            return;
        }
        for (int i = 0; i < newest.size(); i++) {
            if (!rated.get(i).equals(newest.get(i))) {
                rated.set(i, newest.get(i));
            }
        }
    }

    private static String words(OwnAnswer answer) {
        int count = answer.rated().size();
        String unknown = answer.unknown().isEmpty() ? "" : String.format(Locale.ROOT,
                " %,d more that this model does not know.", answer.unknown().size());
        if (count == 0) {
            return "Nothing rated yet: the list is what the mean user is recommended." + unknown;
        }
        String more = count < ENOUGH ? " · " + (ENOUGH - count) + " more make the list yours" : "";
        return String.format(Locale.ROOT, "%,d rated%s · fitted in %.0f ms.%s", count, more,
                Math.max(1, answer.milliseconds()), unknown);
    }

    /** Writes the ratings to a file. */
    public void save(Path file) {
        Profile profile = Profile.of(scale.get(), own);
        Path target = file.getFileName().toString().contains(".") ? file
                : file.resolveSibling(file.getFileName() + ".json");
        tasks.run(() -> {
            ProfileFile.save(profile, target);
            return target;
        }, done -> say("Saved " + count(profile.ratings().size()) + " to " + done + ".", List.of()),
                failure -> failed("Your ratings could not be saved.", failure));
    }

    /** Replaces the ratings by those of a file. */
    public void load(Path file) {
        RatingScale target = scale.get();
        tasks.run(() -> ProfileFile.load(file).on(target), profile -> {
            replace(profile.ratings());
            toRate.clear();
            say("Opened " + count(own.size()) + " of " + file.getFileName() + ".", List.of());
            fit();
        }, failure -> failed("The profile could not be opened.", failure));
    }

    /** Adds the ratings of a list from elsewhere; where a movie has been rated before, the list counts. */
    public void importRatings(Path file) {
        AskedModel model = asked.get();
        if (model == null) {
            return;
        }
        tasks.run(() -> new ProfileImport(model).read(file), this::add,
                failure -> failed("The list could not be imported.", failure));
    }

    private void add(ImportedProfile imported) {
        for (ImportedProfile.Rated each : imported.ratings()) {
            own.removeIf(before -> isOf(before, each.item()));
            own.add(OwnRating.of(each.item(), each.rating()));
        }
        int left = imported.problems().size();
        String rest = left == 0 ? "." : String.format(Locale.ROOT, "; %,d line%s left out.", left, left == 1 ? " was"
                : "s were");
        say("Imported " + count(imported.ratings().size()) + " from " + imported.source() + rest, imported.problems());
        fit();
    }

    private static String count(int ratings) {
        return String.format(Locale.ROOT, "%,d rating%s", ratings, ratings == 1 ? "" : "s");
    }

    private void say(String sentence, List<String> lines) {
        message.set(sentence);
        details.set(String.join("\n", lines));
    }

    private void failed(String what, Throwable failure) {
        if (failure instanceof InvalidDataException) {
            say(what + " " + failure.getMessage(), List.of());
        } else {
            problems.report(what, failure);
        }
    }

    public AnswersViewModel answers() {
        return answers;
    }

    public MovieSearch search() {
        return search;
    }

    /** What is rated and known to the model, newest first. */
    public ObservableList<RatedItem> rated() {
        return rated;
    }

    /** Movies to rate next. */
    public ObservableList<Item> toRate() {
        return toRate;
    }

    /** How much is rated, in words. */
    public ReadOnlyStringProperty statusProperty() {
        return status.getReadOnlyProperty();
    }

    /** What the last file operation did; empty before any. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }

    /** A line for each thing the last import left out; empty where there is none. */
    public ReadOnlyStringProperty detailsProperty() {
        return details.getReadOnlyProperty();
    }

    /** The scale ratings are given on. */
    public ReadOnlyObjectProperty<RatingScale> scaleProperty() {
        return scale.getReadOnlyProperty();
    }
}
