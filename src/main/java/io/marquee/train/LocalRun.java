package io.marquee.train;

import io.marquee.data.Dataset;
import io.marquee.model.TrainedModel;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run in this process, executed by the training thread. */
final class LocalRun implements RunTask {

    private static final Logger LOG = LoggerFactory.getLogger(LocalRun.class);

    private final TrainingRequest request;
    private final Dataset dataset;
    private final Consumer<TrainingEvent> events;
    private final List<TrainingListener> listeners;
    private final RunControl control = new RunControl(this::held, this::released);
    private final Steering steering = new Steering();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile State state = State.RUNNING;
    private volatile TrainedModel model;

    LocalRun(
            TrainingRequest request,
            Dataset dataset,
            Consumer<TrainingEvent> events,
            List<TrainingListener> listeners) {
        this.request = request;
        this.dataset = dataset;
        this.events = events;
        this.listeners = listeners;
    }

    private void held() {
        state = State.PAUSED;
        events.accept(new TrainingEvent.RunPaused());
    }

    private void released() {
        state = State.RUNNING;
        events.accept(new TrainingEvent.RunResumed());
    }

    @Override
    public void run() {
        Trainer trainer = new Trainer(request, dataset, control, steering, events, trained -> model = trained);
        try {
            trainer.train(listeners);
            end(State.FINISHED, new TrainingEvent.RunFinished(trainer.stopped(), trainer.epochsFinished(), trainer.seconds()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            fail(trainer, "The training thread was interrupted.");
        } catch (TrainingException | IllegalArgumentException e) {
            LOG.warn("Run failed", e);
            fail(trainer, e.getMessage());
        } catch (OutOfMemoryError e) {
            LOG.error("Run failed", e);
            fail(trainer, MemoryNeed.of(request, dataset.ratings()).sentence(e));
        } catch (RuntimeException | Error e) {
            LOG.error("Run failed", e);
            DeviceLoss.sentence(request.device(), e).ifPresentOrElse(gone -> interrupt(trainer, gone), () -> fail(trainer, unexpected(e)));
        } finally {
            ended.countDown();
        }
    }

    private String unexpected(Throwable thrown) {
        if (thrown.getCause() instanceof OutOfMemoryError shortage) {
            return MemoryNeed.of(request, dataset.ratings()).sentence(shortage);
        }
        return DeviceNeed.ranOut(thrown)
                ? DeviceNeed.of(request, dataset.ratings()).sentence(thrown)
                : "Training failed unexpectedly (" + thrown + "). The log has the details.";
    }

    private void fail(Trainer trainer, String message) {
        end(State.FAILED, new TrainingEvent.RunFailed(message, trainer.epochsFinished()));
    }

    /** Nothing is wrong with the run: it can go on where its device is back. */
    private void interrupt(Trainer trainer, String sentence) {
        int epochs = trainer.epochsFinished();
        end(State.FAILED, new TrainingEvent.RunFailed(sentence + " "
                + TrainingEvent.RunFailed.whatIsLeft(epochs, request.checkpoints().isPresent()), epochs, true));
    }

    private void end(State last, TrainingEvent event) {
        state = last;
        events.accept(event);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void pause() {
        control.pause();
    }

    @Override
    public void resume() {
        control.resume();
    }

    @Override
    public void stop() {
        control.stop();
    }

    @Override
    public void send(TrainingCommand command) {
        if (command instanceof TrainingCommand.Pause) {
            pause();
        } else if (command instanceof TrainingCommand.Resume) {
            resume();
        } else if (command instanceof TrainingCommand.Stop) {
            stop();
        } else if (command instanceof TrainingCommand.SetLearningRate rate) {
            steering.setLearningRate(rate.learningRate());
        } else if (command instanceof TrainingCommand.AddEpochs more) {
            steering.addEpochs(more.epochs());
        } else if (command instanceof TrainingCommand.EvaluateNow) {
            steering.evaluate();
        } else {
            throw new IllegalArgumentException("A run under way cannot be started");
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
