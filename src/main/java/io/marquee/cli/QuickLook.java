package io.marquee.cli;

import io.marquee.data.DatasetSpec;
import io.marquee.data.SplitSpec;
import io.marquee.model.Hyperparameters;
import io.marquee.model.Preset;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.Recommender;
import io.marquee.train.TrainingRequest;
import java.util.List;

/** What Marquee shows where it cannot open its window: a short training and what it recommends. */
public final class QuickLook {

    private static final int RECOMMENDATIONS = 10;

    private final Console console;
    private final Services services;

    public QuickLook(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /** Trains, recommends, and returns an exit code. */
    public int run() {
        Hyperparameters hyperparameters = Preset.QUICK_LOOK.hyperparameters();
        TrainingRequest request = new TrainingRequest(DatasetSpec.of("matinee"),
                new SplitSpec(0.2, hyperparameters.seed()), hyperparameters, "cpu");
        try {
            return new TrainingSession(console, services).run(request, outcome ->
                    outcome.model().ifPresent(this::recommend));
        } catch (Exception e) {
            return new Failures(console).report(e);
        }
    }

    private void recommend(TrainedModel model) {
        String user = model.users().id(0);
        Recommender recommender = services.recommender().apply(model);
        RecommendationTable table = new RecommendationTable(console);
        console.result("");
        table.rated(user, model.catalogue().user(user), recommender.ratedBy(user));
        table.recommended(recommender.recommend(user, RECOMMENDATIONS, false), List.of());
        console.say("");
        console.say("'marquee train --help' shows what else there is to train; 'marquee --help' lists the commands.");
    }
}
