package io.marquee.train;

/**
 * Where the time of an epoch went, in seconds.
 *
 * <p>Batches are prepared ahead on a thread of their own, beside the training: {@code shuffle} and {@code fill} are that
 * thread's processor time. The others are wall clock of the training thread; {@code waiting} is what it lost because a
 * batch was not ready.
 *
 * @param shuffle permuting the train part
 * @param fill copying ratings into batches
 * @param waiting training thread waiting for a batch
 * @param forward forward pass
 * @param backward loss gradient and backward pass
 * @param update optimiser
 * @param evaluation test part
 */
public record PhaseSeconds(
        double shuffle, double fill, double waiting, double forward, double backward, double update, double evaluation) {

    /** What the data cost: shuffle, filling and waiting. */
    public double data() {
        return shuffle + fill + waiting;
    }

    /** What the arithmetic cost: forward, backward and update. */
    public double arithmetic() {
        return forward + backward + update;
    }
}
