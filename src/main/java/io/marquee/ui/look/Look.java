package io.marquee.ui.look;

import io.marquee.data.Dataset;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.MovieSearch;
import java.util.List;

/**
 * All that the data room shows of a dataset. Immutable.
 *
 * @param dataset the dataset
 * @param profile what it looks like
 * @param cards the numbers that come first
 * @param charts its charts
 * @param search finds its movies
 */
record Look(Dataset dataset, DatasetProfile profile, List<Card> cards, ProfileCharts charts, MovieSearch search) {

    /** What a filter asks for that is seen to only when the ratings are divided; empty where it is nothing. */
    String core() {
        return dataset.core().keepsAll() ? "" : "Here are all ratings. The filter keeps " + dataset.core().inWords()
                + ", so it is applied when they are divided; under Train, Filter says what remains.";
    }

    /** Goes over all ratings: call it from a background thread. */
    static Look at(Dataset dataset) {
        DatasetProfile profile = DatasetProfile.of(dataset);
        return new Look(dataset, profile, Cards.of(dataset, profile), ProfileCharts.of(profile),
                new MovieSearch(profile.movies()));
    }
}
