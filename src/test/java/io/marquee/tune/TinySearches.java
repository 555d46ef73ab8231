package io.marquee.tune;

import io.marquee.data.Dataset;
import io.marquee.model.Hyperparameters;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import java.util.List;
import java.util.Optional;

/** Searches on some hundred ratings. */
public final class TinySearches {

    private TinySearches() {}

    public static Dataset data() {
        return TinyData.twoTastes(40, 30, 1);
    }

    /** A plan on one thread, so that the same seed gives the same bits. */
    public static SearchPlan plan(Strategy strategy, Hyperparameters base, int trials, String... variations) {
        return SearchPlan.of(Runs.request(base, "cpu").withThreads(1),
                new SearchSpace(List.of(variations).stream().map(Variation::parse).toList()), strategy, 7, 30, Optional.of(trials));
    }
}
