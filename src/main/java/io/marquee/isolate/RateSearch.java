package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.data.Progress;
import io.marquee.device.DeviceRuntime;
import io.marquee.device.DeviceRuntimes;
import io.marquee.train.LearningRateCurve;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingException;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Has another process look for a learning rate. */
final class RateSearch {

    private static final Logger LOG = LoggerFactory.getLogger(RateSearch.class);

    private final DeviceRuntimes runtimes;
    private final ChildCommand command;
    private final Patience patience;

    RateSearch(DeviceRuntimes runtimes, ChildCommand command, Patience patience) {
        this.runtimes = runtimes;
        this.command = command;
        this.patience = patience;
    }

    /**
     * @throws TrainingException with a sentence, if none is found
     * @throws CancellationException if {@code progress} asks to stop; the process is ended then
     */
    LearningRateCurve find(TrainingRequest request, Dataset dataset, Progress progress)
            throws TrainingException, InterruptedException {
        try {
            DeviceRuntime runtime = runtimes.of(request.device());
            try (Exchange exchange = new Exchange();
                    ChildProcess child = new ChildProcess(command.of(runtime, exchange.folder()), command)) {
                ChildTalk talk = new ChildTalk(child, patience,
                        () -> progress.cancelled() ? Optional.of(System.nanoTime()) : Optional.empty());
                if (!talk.greet(runtime)) {
                    throw new CancellationException();
                }
                child.send(new TrainingCommand.FindRate(request.isolated(false)));
                return follow(child, talk, dataset, progress);
            }
        } catch (ChildLostException | IOException e) {
            LOG.warn("A process found no learning rate", e);
            throw new TrainingException(e.getMessage());
        }
    }

    private static LearningRateCurve follow(ChildProcess child, ChildTalk talk, Dataset dataset, Progress progress)
            throws IOException, ChildLostException, InterruptedException {
        while (true) {
            ChildMessage message = talk.next(false);
            if (progress.cancelled()) {
                throw new CancellationException();
            } else if (message instanceof ChildMessage.Working working) {
                progress.report(working.fraction(), working.what());
            } else if (message instanceof ChildMessage.RateFound found) {
                child.leaving();
                SameRatings.check(dataset, found.datasetFingerprint());
                return found.curve();
            } else {
                throw ChildTalk.unexpected(message);
            }
        }
    }
}
