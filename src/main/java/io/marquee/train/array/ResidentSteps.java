package io.marquee.train.array;

import io.marquee.train.EpochSteps;
import io.marquee.train.ThreadClock;
import io.marquee.train.TrainPart;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Steps on a train part that lies on the device as a whole. Once an epoch its order goes there, drawn meanwhile on a thread
 * of its own; the ratings of many batches at a time are brought into that order, and a batch is a part of them that nothing more
 * is done for. Losses stay there, too, until the time to look at them has come, so that the host does not wait for each step.
 */
final class ResidentSteps implements EpochSteps {

    /** Losses are read back when there are so many of them, or after so long. */
    private static final int MOST_LOSSES = 1024;
    private static final long INTERVAL_NANOS = 50_000_000;

    private static final int GROUP_RATINGS = 1 << 20;

    /** A rating takes two rows, a target and its place in the epoch. */
    static final long BYTES_A_RATING = 16;

    private final ArrayEngine engine;
    private final TrainPart part;
    private final INDArray rows;
    private final INDArray targets;
    private final INDArray orderedRows;
    private final INDArray orderedTargets;
    private final INDArray order;
    private final INDArray losses = Nd4j.create(DataType.FLOAT, MOST_LOSSES);
    private final List<Integer> sizes = new ArrayList<>();
    private final AtomicLong shuffleNanos = new AtomicLong();
    private final ExecutorService thread;
    private Future<int[]> nextOrder;
    private int epoch;
    private int taken;
    private int groupFrom;
    private int groupEnd;
    private long lastLook = System.nanoTime();
    private long copyNanos;
    private long waitingNanos;

    /** @param firstEpoch epoch to begin with, counted from 1 */
    ResidentSteps(ArrayEngine engine, TrainPart part, int firstEpoch) {
        this(engine, part, firstEpoch, GROUP_RATINGS);
    }

    /** @param groupRatings about as many ratings are brought into order at a time */
    ResidentSteps(ArrayEngine engine, TrainPart part, int firstEpoch, int groupRatings) {
        this.engine = engine;
        this.part = part;
        this.epoch = firstEpoch;
        this.taken = part.size();
        this.thread = Executors.newSingleThreadExecutor(task -> {
            Thread made = new Thread(task, "marquee-order");
            made.setDaemon(true);
            return made;
        });
        long begin = System.nanoTime();
        int group = Math.min(part.size(), Math.max(1, groupRatings / part.batchSize()) * part.batchSize());
        rows = Nd4j.createUninitialized(DataType.INT32, part.size(), 2);
        targets = Nd4j.createUninitialized(DataType.FLOAT, part.size(), 1);
        orderedRows = Nd4j.createUninitialized(DataType.INT32, group, 2);
        orderedTargets = Nd4j.createUninitialized(DataType.FLOAT, group, 1);
        order = Nd4j.createUninitialized(DataType.INT32, part.size(), 1);
        for (int from = 0; from < part.size(); from += group) {
            bringOver(from, Math.min(group, part.size() - from));
        }
        copyNanos = System.nanoTime() - begin;
        draw();
    }

    /** In parts, so that the host need not hold all of them once more. */
    private void bringOver(int from, int count) {
        int[] users = new int[count];
        int[] items = new int[count];
        float[] ratings = new float[count];
        part.copy(from, count, users, items, ratings);
        int[] pairs = new int[2 * count];
        for (int i = 0; i < count; i++) {
            pairs[2 * i] = users[i];
            pairs[2 * i + 1] = engine.users() + items[i];
        }
        try (INDArray rowsPart = Nd4j.createFromArray(pairs); INDArray targetsPart = Nd4j.createFromArray(ratings)) {
            some(rows, from, count).assign(rowsPart.reshape(count, 2));
            some(targets, from, count).assign(targetsPart.reshape(count, 1));
        }
    }

    private static INDArray some(INDArray all, long from, long count) {
        return all.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
    }

    private void draw() {
        int wanted = epoch;
        nextOrder = thread.submit(() -> {
            ThreadClock clock = new ThreadClock();
            int[] drawn = part.order(wanted);
            shuffleNanos.addAndGet(clock.lap());
            return drawn;
        });
    }

    @Override
    public List<BatchLoss> next() throws InterruptedException {
        if (taken == part.size()) {
            beginEpoch();
        }
        if (taken == groupEnd) {
            beginGroup();
        }
        int size = Math.min(part.batchSize(), part.size() - taken);
        INDArray loss = losses.get(NDArrayIndex.interval(sizes.size(), sizes.size() + 1));
        int from = taken - groupFrom;
        engine.train(some(orderedRows, from, size).reshape(2L * size, 1), some(orderedTargets, from, size), loss);
        sizes.add(size);
        taken += size;
        boolean look = taken == part.size() || sizes.size() == MOST_LOSSES
                || System.nanoTime() - lastLook >= INTERVAL_NANOS;
        return look ? look() : List.of();
    }

    private void beginEpoch() throws InterruptedException {
        long since = System.nanoTime();
        try {
            try (INDArray drawn = Nd4j.createFromArray(nextOrder.get())) {
                order.assign(drawn.reshape(order.shape()));
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The order of epoch " + epoch + " could not be drawn", e.getCause());
        }
        waitingNanos += System.nanoTime() - since;
        taken = 0;
        groupEnd = 0;
        epoch++;
        draw();
    }

    private void beginGroup() {
        groupFrom = taken;
        groupEnd = (int) Math.min(part.size(), taken + orderedRows.size(0));
        INDArray places = some(order, groupFrom, groupEnd - groupFrom);
        bring(rows, places, orderedRows);
        bring(targets, places, orderedTargets);
    }

    private static void bring(INDArray from, INDArray places, INDArray ordered) {
        INDArray into = some(ordered, 0, places.length());
        Nd4j.exec(DynamicCustomOp.builder("gather_nd").addInputs(from, places).addOutputs(into).build());
    }

    private List<BatchLoss> look() {
        float[] known = losses.data().asFloat();
        List<BatchLoss> found = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            found.add(new BatchLoss((double) known[i] / sizes.get(i), sizes.get(i)));
        }
        sizes.clear();
        lastLook = System.nanoTime();
        return found;
    }

    @Override
    public long shuffleNanos() {
        return shuffleNanos.get();
    }

    @Override
    public long fillNanos() {
        return copyNanos;
    }

    @Override
    public long waitingNanos() {
        return waitingNanos;
    }

    @Override
    public void close() {
        thread.shutdownNow();
        for (INDArray array : List.of(rows, targets, orderedRows, orderedTargets, order, losses)) {
            array.close();
        }
    }
}
