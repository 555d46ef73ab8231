package io.marquee.isolate;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import io.marquee.train.TrainingCommand;
import io.marquee.train.TrainingRun;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes commands as they come, and keeps those for the run until there is one. */
final class CommandInbox {

    private static final Logger LOG = LoggerFactory.getLogger(CommandInbox.class);
    private static final int LINE_LIMIT = 1 << 20;

    private final CompletableFuture<TrainingCommand> asked = new CompletableFuture<>();
    private final List<TrainingCommand> early = new ArrayList<>();
    private TrainingRun run;
    private boolean stopped;

    /** Reads commands until the stream ends, or one is not understood; then there is nobody to train for. */
    void follow(InputStream in) {
        BoundedLines lines = new BoundedLines(in, LINE_LIMIT);
        JsonMapper mapper = Json.mapper();
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                take(mapper.readValue(line, TrainingCommand.class));
            }
        } catch (IOException e) {
            LOG.warn("Commands cannot be read", e);
        }
    }

    private synchronized void take(TrainingCommand command) {
        if (command instanceof TrainingCommand.Start || command instanceof TrainingCommand.FindRate) {
            asked.complete(command);
            return;
        }
        stopped |= command instanceof TrainingCommand.Stop;
        if (run == null) {
            early.add(command);
        } else {
            run.send(command);
        }
    }

    /** Asks the run to stop, now or when it begins. */
    void stop() {
        take(new TrainingCommand.Stop());
    }

    /** What to do here, to train or to look for a learning rate; waits for it. */
    TrainingCommand task() {
        return asked.join();
    }

    /** Whether the run was asked to stop. */
    synchronized boolean stopped() {
        return stopped;
    }

    /** Passes commands on to the run, those that came before it too. */
    synchronized void passOnTo(TrainingRun begun) {
        run = begun;
        early.forEach(begun::send);
        early.clear();
    }
}
