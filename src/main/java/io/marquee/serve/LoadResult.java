package io.marquee.serve;

/**
 * What came of a {@link LoadTask}.
 *
 * @param answered requests answered with what was asked for
 * @param failed requests that were refused or not answered; a connection ends with its first that is not answered
 * @param seconds from the first request to the last answer
 * @param medianMillis median time of an answer, from sending the request to having read it all
 * @param slowMillis time that 95 % of the answers took at most
 * @param problem what the first failure was; empty where there was none
 */
record LoadResult(
        long answered, long failed, double seconds, double medianMillis, double slowMillis, String problem) {

    double requestsPerSecond() {
        return answered / seconds;
    }
}
