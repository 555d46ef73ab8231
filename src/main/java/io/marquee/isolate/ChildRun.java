package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.device.DeviceGoneException;
import io.marquee.device.DeviceRuntime;
import io.marquee.device.DeviceRuntimes;
import io.marquee.model.TrainedModel;
import io.marquee.train.Checkpoints;
import io.marquee.train.RunTask;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.checkpoint.CheckpointFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A run that another process trains. Whatever becomes of that process, the run ends with an event, and what it had reached
 * stays.
 */
final class ChildRun implements RunTask {

    private static final Logger LOG = LoggerFactory.getLogger(ChildRun.class);

    private final TrainingRequest request;
    private final Dataset dataset;
    private final Consumer<TrainingEvent> events;
    private final DeviceRuntimes runtimes;
    private final ChildCommand command;
    private final Patience patience;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final List<TrainingCommand> early = new ArrayList<>();
    private ChildProcess started;
    private long stopAsked;
    private int epochsFinished;
    private volatile State state = State.RUNNING;
    private volatile TrainedModel model;

    ChildRun(TrainingRequest request, Dataset dataset, Consumer<TrainingEvent> events, DeviceRuntimes runtimes,
            ChildCommand command, Patience patience) {
        this.request = request;
        this.dataset = dataset;
        this.events = events;
        this.runtimes = runtimes;
        this.command = command;
        this.patience = patience;
    }

    @Override
    public void run() {
        try {
            end(train());
        } catch (ChildLostException e) {
            LOG.warn("A training process was lost", e);
            end(interrupted(e.getMessage()));
        } catch (DeviceGoneException e) {
            LOG.warn("A device is not there", e);
            end(interrupted(e.getMessage()));
        } catch (IOException e) {
            LOG.warn("A training process could not be used", e);
            end(new TrainingEvent.RunFailed(e.getMessage(), epochsFinished));
        } catch (IllegalArgumentException e) {
            LOG.warn("Run failed", e);
            end(new TrainingEvent.RunFailed(e.getMessage(), epochsFinished));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            end(new TrainingEvent.RunFailed("The training thread was interrupted.", epochsFinished));
        } catch (RuntimeException | Error e) {
            LOG.error("Run failed", e);
            end(new TrainingEvent.RunFailed("Training failed unexpectedly (" + e + "). The log has the details.",
                    epochsFinished));
        } finally {
            ended.countDown();
        }
    }

    /** Nothing is wrong with the run: it can go on. */
    private TrainingEvent interrupted(String sentence) {
        int kept = Math.max(epochsFinished, epochsBefore());
        return new TrainingEvent.RunFailed(sentence + " "
                + TrainingEvent.RunFailed.whatIsLeft(kept, request.checkpoints().isPresent()), kept, true);
    }

    /** Epochs that a run that goes on had finished before; 0 for others. */
    private int epochsBefore() {
        Optional<Path> folder = request.checkpoints().filter(Checkpoints::resume).map(Checkpoints::folder);
        try {
            return folder.isEmpty() ? 0 : new CheckpointFolder(folder.get()).run().epoch();
        } catch (IOException e) {
            LOG.warn("The checkpoints of a run cannot be read", e);
            return 0;
        }
    }

    private void end(TrainingEvent event) {
        state = event instanceof TrainingEvent.RunFinished ? State.FINISHED : State.FAILED;
        events.accept(event);
    }

    private TrainingEvent train() throws IOException, ChildLostException, InterruptedException {
        long start = System.nanoTime();
        DeviceRuntime runtime = runtimes.of(request.device());
        try (Exchange exchange = new Exchange();
                ChildProcess child = new ChildProcess(command.of(runtime, exchange.folder()), command)) {
            ChildTalk talk = new ChildTalk(child, patience, this::stopAsked);
            if (!talk.greet(runtime)) {
                return new TrainingEvent.RunFinished(true, 0, (System.nanoTime() - start) / 1e9);
            }
            begin(child);
            ReceivedModels models = new ReceivedModels(dataset, request.split());
            while (true) {
                ChildMessage message = talk.next(state == State.PAUSED);
                if (message instanceof ChildMessage.Model received) {
                    model = models.of(received);
                } else if (message instanceof ChildMessage.Happened happened) {
                    TrainingEvent event = happened.event();
                    if (event instanceof TrainingEvent.RunFinished || event instanceof TrainingEvent.RunFailed) {
                        child.leaving();
                        return event;
                    }
                    take(event);
                } else {
                    throw ChildTalk.unexpected(message);
                }
            }
        }
    }

    private void take(TrainingEvent event) throws IOException {
        if (event instanceof TrainingEvent.RunStarted start) {
            SameRatings.check(dataset, start.protocol().datasetFingerprint());
        } else if (event instanceof TrainingEvent.RunRestored restored) {
            epochsFinished = restored.epochs().size();
        } else if (event instanceof TrainingEvent.EpochFinished finished) {
            epochsFinished = finished.result().epoch();
        } else if (event instanceof TrainingEvent.RunPaused) {
            state = State.PAUSED;
        } else if (event instanceof TrainingEvent.RunResumed) {
            state = State.RUNNING;
        }
        events.accept(event);
    }

    private synchronized void begin(ChildProcess child) {
        child.send(new TrainingCommand.Start(request.isolated(false)));
        early.forEach(child::send);
        started = child;
    }

    /** When the run was asked to stop, as {@link System#nanoTime}; empty before. */
    private synchronized Optional<Long> stopAsked() {
        return stopAsked == 0 ? Optional.empty() : Optional.of(stopAsked);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void pause() {
        send(new TrainingCommand.Pause());
    }

    @Override
    public void resume() {
        send(new TrainingCommand.Resume());
    }

    @Override
    public void stop() {
        send(new TrainingCommand.Stop());
    }

    @Override
    public synchronized void send(TrainingCommand wanted) {
        if (wanted instanceof TrainingCommand.Start || wanted instanceof TrainingCommand.FindRate) {
            throw new IllegalArgumentException("A run under way cannot be started");
        }
        if (state.ended()) {
            return;
        }
        if (wanted instanceof TrainingCommand.Stop && stopAsked == 0) {
            stopAsked = Math.max(1, System.nanoTime());
        }
        if (started == null) {
            early.add(wanted);
        } else {
            started.send(wanted);
        }
    }

    @Override
    public Optional<TrainedModel> model() {
        return Optional.ofNullable(model);
    }

    @Override
    public void await() throws InterruptedException {
        ended.await();
    }
}
