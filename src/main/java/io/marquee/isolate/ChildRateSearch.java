package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.data.Datasets;
import io.marquee.data.Progress;
import io.marquee.train.LearningRateFinder;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks for a learning rate in a process of its own. */
final class ChildRateSearch {

    private static final Logger LOG = LoggerFactory.getLogger(ChildRateSearch.class);

    /** Often enough for a bar. */
    private static final long INTERVAL_NANOS = 100_000_000;

    private final MessageWriter messages;
    private final Datasets datasets;
    private final BooleanSupplier stopped;
    private long told = System.nanoTime() - INTERVAL_NANOS;

    ChildRateSearch(MessageWriter messages, Datasets datasets, BooleanSupplier stopped) {
        this.messages = messages;
        this.datasets = datasets;
        this.stopped = stopped;
    }

    void run(TrainingRequest request) {
        Progress progress = new Told();
        try {
            Dataset dataset = datasets.open(request.dataset(), progress);
            messages.write(new ChildMessage.RateFound(
                    SameRatings.fingerprint(dataset), new LearningRateFinder(dataset, request).run(progress)));
        } catch (CancellationException e) {
            LOG.info("The search for a learning rate is no longer wanted");
        } catch (IOException | TrainingException | IllegalArgumentException e) {
            LOG.warn("No learning rate was found", e);
            messages.write(new ChildMessage.Refused(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("No learning rate was found", e);
            messages.write(new ChildMessage.Refused("No learning rate was found (" + e + "). The log has the details."));
        }
    }

    private final class Told implements Progress {
        @Override
        public void report(double fraction, String what) {
            if (System.nanoTime() - told >= INTERVAL_NANOS) {
                told = System.nanoTime();
                messages.write(new ChildMessage.Working(fraction, what));
            }
        }

        @Override
        public boolean cancelled() {
            return stopped.getAsBoolean();
        }
    }
}
