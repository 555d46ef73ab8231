package io.marquee.recommend;

/**
 * How fast one thread answers, in milliseconds; medians.
 *
 * @param dataset dataset of the model
 * @param movies movies the model has an embedding of
 * @param hiddenLayers outputs of each hidden layer, as people write them
 * @param questions how many questions of each kind were asked
 * @param productsKept whether the items' shares of the hidden layer fitted into memory and the network allows for them
 * @param topTen the ten best unseen movies of a user, among all, from the user's id on
 * @param topTenSlowest the 95th percentile of the same
 * @param topTenComputed the same without kept shares
 * @param foldIn the embedding of a new user from ten ratings
 * @param explanation why a user's first recommendation is recommended
 * @param similar the fifty movies most like one
 * @param title twelve movies by a title with an error
 */
public record AnswerSpeed(
        String dataset,
        int movies,
        String hiddenLayers,
        int questions,
        boolean productsKept,
        double topTen,
        double topTenSlowest,
        double topTenComputed,
        double foldIn,
        double explanation,
        double similar,
        double title) {}
