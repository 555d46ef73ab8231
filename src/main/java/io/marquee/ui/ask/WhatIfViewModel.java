package io.marquee.ui.ask;

import io.marquee.data.IdIndex;
import io.marquee.data.Item;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.PairTrace;
import io.marquee.recommend.UnknownUserException;
import io.marquee.recommend.UserRatings;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.Locale;
import java.util.Map;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** One user, one movie, and what the network makes of them. */
public final class WhatIfViewModel {

    private final ReadOnlyObjectProperty<AskedModel> asked;
    private final ProblemSink problems;
    private final NewestOnly tracing;
    private final MovieSearch search;
    private final StringProperty user = new SimpleStringProperty(this, "user", "");
    private final ReadOnlyObjectWrapper<Item> movie = new ReadOnlyObjectWrapper<>(this, "movie");
    private final ReadOnlyObjectWrapper<PairTrace> trace = new ReadOnlyObjectWrapper<>(this, "trace");
    private final ReadOnlyStringWrapper verdict = new ReadOnlyStringWrapper(this, "verdict", "");
    private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");

    private record Answer(PairTrace trace, String verdict) {}

    WhatIfViewModel(ReadOnlyObjectProperty<AskedModel> asked, BackgroundTasks tasks, ProblemSink problems) {
        this.asked = asked;
        this.problems = problems;
        this.tracing = new NewestOnly(tasks);
        this.search = new MovieSearch(asked, tasks, problems, hit -> choose(hit.item()));
        asked.addListener(change -> predict());
    }

    /** Takes a movie and predicts. */
    public void choose(Item item) {
        movie.set(item);
        search.write(item.displayTitle());
        predict();
    }

    /** Predicts for the user that is typed; for none, the mean user. */
    public void predict() {
        AskedModel model = asked.get();
        Item item = movie.get();
        tracing.forget();
        if (model == null || item == null) {
            show(null, "", "");
            return;
        }
        int index = model.indexOf(item);
        if (index == IdIndex.UNKNOWN) {
            show(null, "", "The model does not know this movie: nobody has rated it in the dataset it was trained on.");
        } else if (!model.similar().knows(index)) {
            show(null, "", "The model has not learnt this movie: all its ratings are in the test part.");
        } else {
            String id = user.get().strip();
            tracing.run(() -> answer(model, id, index), answer -> show(answer.trace, answer.verdict, ""), this::failed);
        }
    }

    private static Answer answer(AskedModel model, String id, int item) {
        AskedUser user = id.isEmpty() ? model.newUser(UserRatings.of(Map.of())) : model.recommender().user(id);
        PairTrace trace = PairTrace.of(model.model().weights(), model.model().centring(), model.model().scale(),
                user.embedding(), item);
        int userIndex = model.model().users().indexOf(id);
        int rated = id.isEmpty() ? -1 : model.model().history().find(userIndex, item);
        String really = rated < 0 ? "" : String.format(Locale.ROOT,
                model.model().history().inTest(userIndex, rated) ? " · really %.1f, which the network has not seen"
                        : " · really %.1f, which the network was trained on",
                model.model().history().rating(userIndex, rated));
        String clipped = Math.abs(trace.raw() - trace.prediction()) < 0.005 ? ""
                : String.format(Locale.ROOT, ", cut to the scale from %.2f", trace.raw());
        return new Answer(trace, String.format(Locale.ROOT, "%.2f stars%s%s", trace.prediction(), clipped, really));
    }

    private void failed(Throwable failure) {
        if (failure instanceof UnknownUserException) {
            show(null, "", failure.getMessage());
        } else {
            problems.report("The prediction cannot be shown because of an error in Marquee.", failure);
        }
    }

    private void show(PairTrace shown, String words, String reason) {
        trace.set(shown);
        verdict.set(words);
        message.set(reason);
    }

    public MovieSearch search() {
        return search;
    }

    /** The user's id as typed; empty for the mean user. */
    public StringProperty userProperty() {
        return user;
    }

    /** The movie asked about; null before any. */
    public ReadOnlyObjectProperty<Item> movieProperty() {
        return movie.getReadOnlyProperty();
    }

    /** The prediction step by step; null where there is none. */
    public ReadOnlyObjectProperty<PairTrace> traceProperty() {
        return trace.getReadOnlyProperty();
    }

    /** The prediction in words; empty where there is none. */
    public ReadOnlyStringProperty verdictProperty() {
        return verdict.getReadOnlyProperty();
    }

    /** Why there is no prediction; empty where there is one, or nothing was asked. */
    public ReadOnlyStringProperty messageProperty() {
        return message.getReadOnlyProperty();
    }
}
