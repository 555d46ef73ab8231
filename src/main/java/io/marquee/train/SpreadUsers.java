package io.marquee.train;

import java.util.SplittableRandom;

/** The batches of another source with each user's ratings spread at random over some users of a larger table. */
final class SpreadUsers implements BatchSource {

    private final BatchSource source;
    private final int factor;
    private final Batch spread;
    private final SplittableRandom random = new SplittableRandom(1);

    /**
     * @param factor users that take the place of one: user u becomes one of {@code factor u .. factor u + factor - 1}
     * @param capacity most ratings a batch has
     */
    SpreadUsers(BatchSource source, int factor, int capacity) {
        this.source = source;
        this.factor = factor;
        this.spread = new Batch(capacity);
    }

    @Override
    public Batch next() throws InterruptedException {
        Batch batch = source.next();
        for (int i = 0; i < batch.size(); i++) {
            spread.users()[i] = batch.users()[i] * factor + random.nextInt(factor);
        }
        System.arraycopy(batch.items(), 0, spread.items(), 0, batch.size());
        System.arraycopy(batch.targets(), 0, spread.targets(), 0, batch.size());
        spread.setSize(batch.size());
        return spread;
    }

    @Override
    public long waitingNanos() {
        return source.waitingNanos();
    }
}
