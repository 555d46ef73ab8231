package io.marquee.runs;

import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes down what a run does, on a thread of its own: at least once a second while there is something new, and at once
 * when an epoch ends or the run is held or over. So a process that is killed loses no more than the epoch in progress.
 *
 * <p>Where the history cannot be written, the person is told once, training goes on, and what is missing is written as
 * soon as that works again.
 */
public final class RunRecorder implements Consumer<TrainingEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(RunRecorder.class);

    /** Events come some tens of times a second: the disk may hang for most of a minute before training waits for it. */
    private static final int CAPACITY = 1024;
    private static final long INTERVAL_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int LAST_ATTEMPTS = 3;

    /** How long training waits at the end of an epoch until it is on the disk; only a slow disk takes more than moments. */
    private static final long EPOCH_PATIENCE_SECONDS = 5;

    private final RunDatabase database;
    private final RunTicket ticket;
    private final Consumer<String> problems;
    private final LongSupplier nanoTime;
    private final BlockingQueue<Stamped> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final UnsavedProgress progress = new UnsavedProgress();
    private final Thread thread;
    private RunWriter writer;
    private boolean problemTold;
    private volatile long id;

    private record Stamped(TrainingEvent event, long nanos, CountDownLatch taken) {}

    RunRecorder(RunDatabase database, RunTicket ticket, Consumer<String> problems, LongSupplier nanoTime) {
        this.database = database;
        this.ticket = ticket;
        this.problems = problems;
        this.nanoTime = nanoTime;
        thread = new Thread(this::record, "marquee-recorder");
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** What is trained: what was asked for, with a folder for checkpoints. */
    TrainingRequest request() {
        return ticket.request();
    }

    /** Name of the run's folder. */
    public String key() {
        return ticket.key();
    }

    /** Number of the run; 0 until it is first written. */
    public long id() {
        return id;
    }

    /** Whether the run is over and written down, as far as that was possible. */
    boolean over() {
        return !thread.isAlive();
    }

    /** Returns at once, but for the end of an epoch, which is then on the disk, and where the disk has hung for long. */
    @Override
    public void accept(TrainingEvent event) {
        Stamped stamped = new Stamped(event, nanoTime.getAsLong(), new CountDownLatch(1));
        boolean interrupted = false;
        while (true) {
            try {
                queue.put(stamped);
                break;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        try {
            if (event instanceof TrainingEvent.EpochFinished && !interrupted
                    && !stamped.taken().await(EPOCH_PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("An epoch of run {} took long to record", ticket.key());
            }
        } catch (InterruptedException e) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Waits until a run that is over is written down.
     *
     * @return whether that came about in time
     */
    public boolean await(long timeout, TimeUnit unit) throws InterruptedException {
        thread.join(unit.toMillis(timeout));
        return !thread.isAlive();
    }

    private void record() {
        RunStopwatch stopwatch = new RunStopwatch(nanoTime.getAsLong());
        try {
            boolean over = false;
            long due = nanoTime.getAsLong();
            while (!over) {
                Stamped next = queue.poll(Math.max(1, due - nanoTime.getAsLong()), TimeUnit.NANOSECONDS);
                boolean urgent = false;
                if (next != null) {
                    progress.take(next.event(), stopwatch.secondsAt(next.event(), next.nanos()));
                    over = next.event() instanceof TrainingEvent.RunFinished
                            || next.event() instanceof TrainingEvent.RunFailed;
                    urgent = over || !(next.event() instanceof TrainingEvent.BatchProgress);
                }
                if (urgent && !problemTold || over || nanoTime.getAsLong() >= due) {
                    write();
                    due = nanoTime.getAsLong() + INTERVAL_NANOS;
                }
                if (next != null) {
                    next.taken().countDown();
                }
            }
            for (int attempt = 1; progress.dirty() && attempt < LAST_ATTEMPTS; attempt++) {
                TimeUnit.NANOSECONDS.sleep(INTERVAL_NANOS);
                write();
            }
        } catch (InterruptedException e) {
            LOG.warn("The recorder of run {} was interrupted", ticket.key(), e);
        } finally {
            closeWriter();
        }
    }

    private void write() {
        if (!progress.dirty()) {
            return;
        }
        try {
            if (writer == null) {
                writer = new RunWriter(database.connect(), ticket, id);
            }
            id = writer.write(progress);
            progress.saved();
            problemTold = false;
        } catch (SQLException e) {
            tell(database.explain(e));
            closeWriter();
        } catch (RunHistoryException e) {
            tell(e);
        }
    }

    private void tell(RunHistoryException problem) {
        if (!problemTold) {
            problemTold = true;
            LOG.warn("Run {} cannot be recorded", ticket.key(), problem);
            problems.accept(problem.getMessage());
        }
    }

    private void closeWriter() {
        if (writer == null) {
            return;
        }
        try {
            writer.close();
        } catch (SQLException e) {
            LOG.warn("The history of runs was not closed in order", e);
        }
        writer = null;
    }
}
