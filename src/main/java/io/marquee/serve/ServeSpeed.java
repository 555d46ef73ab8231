package io.marquee.serve;

import java.util.List;

/**
 * How fast a model answers over HTTP, all measured in one run.
 *
 * @param dataset dataset of the model
 * @param users users the model has an embedding of
 * @param movies movies it has one of
 * @param hiddenLayers outputs of each hidden layer, as people write them
 * @param processors processors that the server and those who ask share
 * @param connections connections that ask at the same time
 * @param turns turns that the medians are of
 * @param turnSeconds seconds of a kind of question in a turn
 * @param kinds what was asked
 * @param protocol how it was measured, in words
 */
public record ServeSpeed(
        String dataset,
        int users,
        int movies,
        String hiddenLayers,
        int processors,
        int connections,
        int turns,
        double turnSeconds,
        List<Kind> kinds,
        String protocol) {

    /** The kind that others are compared to: ten movies for a user by id, worked out when asked. */
    public static final String COMPUTED = "computed";

    public ServeSpeed {
        kinds = List.copyOf(kinds);
    }

    /**
     * How fast questions of one kind are answered; medians of turns but for the processor time.
     *
     * @param name {@code prepared}, {@code computed}, {@code filtered}, {@code rated}, {@code new-user} or {@code similar}
     * @param requestsPerSecond answers a second over all connections
     * @param ratio its rate over that of {@link #COMPUTED} in the same turn
     * @param medianMillis median time of an answer, in milliseconds
     * @param slowMillis time that 95 % of the answers took at most
     * @param processorMillis processor time of the server an answer, everything it did meanwhile included: that of all
     *     turns over their answers, as Java counts it too coarsely for one turn
     */
    public record Kind(
            String name,
            double requestsPerSecond,
            double ratio,
            double medianMillis,
            double slowMillis,
            double processorMillis) {}
}
