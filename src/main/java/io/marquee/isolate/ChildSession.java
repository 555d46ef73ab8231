package io.marquee.isolate;

import io.marquee.data.Dataset;
import io.marquee.data.Datasets;
import io.marquee.data.Progress;
import io.marquee.model.TrainedModel;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a training process does from its first word to its last. */
final class ChildSession {

    private static final Logger LOG = LoggerFactory.getLogger(ChildSession.class);
    private static final long SIGN_OF_LIFE_MILLIS = 1000;
    private static final int DONE = 0;
    private static final int NOTHING_TO_DO = 1;

    /** For a run that stops when its process is to end. */
    private static final int PATIENCE_SECONDS = 60;

    private final InputStream commands;
    private final MessageWriter messages;
    private final Path exchange;
    private final Datasets datasets;
    private final CommandInbox inbox = new CommandInbox();
    private final CountDownLatch over = new CountDownLatch(1);
    private TrainedModel handedOver;
    private int handed;

    /** @param exchange folder in which models are handed over */
    ChildSession(InputStream commands, MessageWriter messages, Path exchange, Datasets datasets) {
        this.commands = commands;
        this.messages = messages;
        this.exchange = exchange;
        this.datasets = datasets;
    }

    /** Does the one thing that is asked for; returns the exit code. */
    int run() {
        background("marquee-commands", this::followCommands);
        background("marquee-alive", this::giveSignsOfLife);
        // Ctrl+C in a terminal reaches this process as it does the other: the run stops, and its end is still told.
        Runtime.getRuntime().addShutdownHook(new Thread(this::stopAndWait, "marquee-stop"));
        Optional<String> obstacle = greet();
        if (obstacle.isPresent()) {
            messages.write(new ChildMessage.Refused(obstacle.get()));
            return NOTHING_TO_DO;
        }
        try {
            TrainingCommand task = inbox.task();
            if (task instanceof TrainingCommand.FindRate search) {
                new ChildRateSearch(messages, datasets, inbox::stopped).run(search.request());
            } else if (task instanceof TrainingCommand.Start start) {
                train(start.request());
            }
        } finally {
            over.countDown();
        }
        return DONE;
    }

    private static void background(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** When the stream ends, so has the process that wanted the run. */
    private void followCommands() {
        inbox.follow(commands);
        Exchange.remove(exchange);
        Runtime.getRuntime().halt(NOTHING_TO_DO);
    }

    private void giveSignsOfLife() {
        try {
            while (true) {
                Thread.sleep(SIGN_OF_LIFE_MILLIS);
                messages.write(new ChildMessage.Alive());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void stopAndWait() {
        inbox.stop();
        try {
            over.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What keeps this process from training, if anything does. */
    private Optional<String> greet() {
        ChildMessage.Hello hello;
        try {
            hello = Greeting.ofThisProcess();
        } catch (RuntimeException | Error e) {
            LOG.error("ND4J did not start", e);
            return Optional.of("ND4J did not start on this device (" + e + "). The log has the details.");
        }
        messages.write(hello);
        Optional<String> failure = SmokeTest.failure(hello.devices());
        if (failure.isEmpty()) {
            messages.write(new ChildMessage.Ready());
        }
        return failure;
    }

    private void train(TrainingRequest request) {
        long start = System.nanoTime();
        CompletableFuture<TrainingRun> begun = new CompletableFuture<>();
        try (LocalTrainingService service = new LocalTrainingService()) {
            Dataset dataset = datasets.open(request.dataset(), new StopOpening());
            begun.complete(service.start(request, dataset, event -> tell(event, begun.join())));
            inbox.passOnTo(begun.join());
            begun.join().await();
        } catch (CancellationException e) {
            messages.write(new ChildMessage.Happened(
                    new TrainingEvent.RunFinished(true, 0, (System.nanoTime() - start) / 1e9)));
        } catch (IOException e) {
            LOG.warn("The dataset cannot be opened", e);
            messages.write(new ChildMessage.Refused(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | Error e) {
            LOG.error("The run did not begin", e);
            messages.write(new ChildMessage.Refused("The run did not begin (" + e + "). The log has the details."));
        }
    }

    /** Ends the opening of a dataset when the run is asked to stop. */
    private final class StopOpening implements Progress {
        @Override
        public void report(double fraction, String what) {
            // Nobody watches: the dataset was opened before, by the other process.
        }

        @Override
        public boolean cancelled() {
            return inbox.stopped();
        }
    }

    /** Passes an event on, after the model that belongs to it. */
    private void tell(TrainingEvent event, TrainingRun run) {
        Optional<TrainedModel> newest = run.model();
        if (newest.isPresent() && newest.get() != handedOver) {
            handedOver = newest.get();
            handOver(handedOver);
        }
        messages.write(new ChildMessage.Happened(event));
    }

    private void handOver(TrainedModel model) {
        Path file = exchange.resolve("model-" + ++handed);
        try {
            WeightsFile.write(model.weights(), file);
        } catch (IOException e) {
            LOG.error("The model of an epoch cannot be written", e);
            messages.write(new ChildMessage.Refused("The model of epoch " + model.result().epoch()
                    + " could not be handed over in " + exchange + ": " + e.getMessage() + "."));
            Runtime.getRuntime().halt(NOTHING_TO_DO);
        }
        messages.write(new ChildMessage.Model(
                file, model.centring(), model.hyperparameters(), model.protocol(), model.result()));
    }
}
