package io.marquee.ui.ask;

import io.marquee.data.Item;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.ui.map.MapViewModel;
import io.marquee.ui.task.BackgroundTasks;
import io.marquee.ui.task.NewestOnly;
import io.marquee.ui.task.ProblemSink;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/**
 * The room in which the newest model is asked. A model is made ready for questions in the background, and only while
 * the room is shown, so that training with the room closed costs nothing.
 */
public final class AskRoomViewModel {

    /** Names of this room's own tabs. */
    static final String RECOMMEND = "recommend";
    static final String SIMILAR = "similar";
    static final String YOU = "you";
    static final String WHAT_IF = "what-if";
    static final String MAP = "map";

    private record Waiting(TrainedModel model, String origin) {}

    private final ProblemSink problems;
    private final NewestOnly building;
    private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown");
    private final StringProperty tab = new SimpleStringProperty(this, "tab", RECOMMEND);
    private final ReadOnlyObjectWrapper<AskedModel> asked = new ReadOnlyObjectWrapper<>(this, "asked");
    private final ReadOnlyStringWrapper modelText = new ReadOnlyStringWrapper(this, "modelText", "");
    private final RecommendViewModel recommend;
    private final SimilarViewModel similar;
    private final YouViewModel you;
    private final WhatIfViewModel whatIf;
    private final MapViewModel map;

    private Waiting waiting;

    public AskRoomViewModel(BackgroundTasks tasks, ProblemSink problems) {
        this.problems = problems;
        this.building = new NewestOnly(tasks);
        this.recommend = new RecommendViewModel(asked.getReadOnlyProperty(), tasks, problems);
        this.similar = new SimilarViewModel(asked.getReadOnlyProperty(), tasks, problems);
        this.you = new YouViewModel(asked.getReadOnlyProperty(), tasks, problems);
        this.whatIf = new WhatIfViewModel(asked.getReadOnlyProperty(), tasks, problems);
        this.map = new MapViewModel(asked.getReadOnlyProperty(), tasks, problems);
        shown.addListener((property, before, now) -> build());
    }

    /**
     * Answers from this model from now on.
     *
     * @param origin where it comes from, such as "This run"
     */
    public void use(TrainedModel model, String origin) {
        waiting = new Waiting(model, origin);
        build();
    }

    private void build() {
        if (!shown.get() || waiting == null) {
            return;
        }
        Waiting next = waiting;
        waiting = null;
        building.run(() -> new AskedModel(next.model),
                made -> {
                    modelText.set(String.format(Locale.ROOT, "%s · epoch %,d · test RMSE %.4f", next.origin,
                            next.model.result().epoch(), next.model.result().testRmse()));
                    asked.set(made);
                },
                failure -> problems.report("The model cannot be asked because of an error in Marquee.", failure));
    }

    /** Shows the movies that are like one. */
    public void showSimilar(Item movie) {
        tab.set(SIMILAR);
        similar.choose(movie);
    }

    /** Whether the room is shown. */
    public BooleanProperty shownProperty() {
        return shown;
    }

    /** The name of the tab that is shown. */
    public StringProperty tabProperty() {
        return tab;
    }

    /** The model that answers; null before any. */
    public ReadOnlyObjectProperty<AskedModel> askedProperty() {
        return asked.getReadOnlyProperty();
    }

    /** Which model answers, in words; empty before any. */
    public ReadOnlyStringProperty modelTextProperty() {
        return modelText.getReadOnlyProperty();
    }

    public RecommendViewModel recommend() {
        return recommend;
    }

    public SimilarViewModel similar() {
        return similar;
    }

    public YouViewModel you() {
        return you;
    }

    public WhatIfViewModel whatIf() {
        return whatIf;
    }

    public MapViewModel map() {
        return map;
    }
}
