package io.marquee.ui.ask;

import io.marquee.model.TrainedModel;
import io.marquee.recommend.Recommender;

/** Makes the recommender of a model. May take long: it is called on a background thread. */
@FunctionalInterface
public interface RecommenderFactory {

    Recommender of(TrainedModel model);
}
