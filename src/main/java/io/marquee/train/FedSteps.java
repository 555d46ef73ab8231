package io.marquee.train;

import java.util.List;

/** Steps on batches that a feeder copies from the table, each of whose losses is known at once. */
final class FedSteps implements EpochSteps {

    private final BatchFeeder feeder;
    private final TrainingEngine engine;

    /** @param feeder closed with these steps */
    FedSteps(BatchFeeder feeder, TrainingEngine engine) {
        this.feeder = feeder;
        this.engine = engine;
    }

    @Override
    public List<BatchLoss> next() throws InterruptedException {
        Batch batch = feeder.next();
        return List.of(new BatchLoss(engine.train(batch), batch.size()));
    }

    @Override
    public long shuffleNanos() {
        return feeder.shuffleNanos();
    }

    @Override
    public long fillNanos() {
        return feeder.fillNanos();
    }

    @Override
    public long waitingNanos() {
        return feeder.waitingNanos();
    }

    @Override
    public void close() {
        feeder.close();
    }
}
