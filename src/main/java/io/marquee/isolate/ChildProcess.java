package io.marquee.isolate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.Json;
import io.marquee.train.TrainingCommand;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A training process, seen from here: takes its lines off its pipe, as fast as they are asked for and no faster, and sends it
 * commands. Nothing the process does can block a caller for longer than asked.
 */
final class ChildProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChildProcess.class);

    /** The events of ten thousand epochs that a resumed run tells in one line are 4 MB. */
    static final int LINE_LIMIT = 8 << 20;

    private static final int WAITING_LINES = 256;
    private static final Duration LEAVE = Duration.ofSeconds(5);
    private static final int PASSED_OVER_LOOKS = 20;
    private static final int PASSED_OVER_MILLIS = 25;

    private final Process process;
    private final Path crashReport;
    private final ChildLog log;
    private final JsonMapper mapper = Json.mapper();
    private final String alive;
    private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(WAITING_LINES);
    private final ExecutorService sender = Executors.newSingleThreadExecutor(task -> thread("marquee-child-commands", task));
    private final Thread reader = thread("marquee-child-reader", this::read);
    private final Thread logReader;
    private volatile long linesHeard;
    private volatile boolean spoken;
    private boolean over;
    private boolean leaving;

    /** A line, or the end of them: with what was wrong, or empty where the pipe was closed. */
    private record Arrival(String line, String problem) {}

    /** @throws IOException if the process cannot be started */
    ChildProcess(ProcessBuilder command, ChildCommand how) throws IOException {
        process = command.start();
        log = new ChildLog(process.pid());
        crashReport = how.crashReport(process.pid());
        alive = mapper.writeValueAsString(new ChildMessage.Alive());
        logReader = thread("marquee-child-log", () -> log.follow(process.getErrorStream()));
        logReader.start();
        reader.start();
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    private void read() {
        String problem = "";
        try {
            problem = readToTheEnd();
        } catch (BoundedLines.LineTooLongException e) {
            problem = e.getMessage();
        } catch (IOException e) {
            LOG.info("No more is read from process {}", process.pid(), e);
        } catch (InterruptedException e) {
            // Nobody wants to know any more.
            return;
        }
        try {
            arrivals.put(new Arrival(null, problem));
        } catch (InterruptedException e) {
            LOG.debug("Nobody wants to know that process {} has said its last", process.pid());
        }
    }

    /** Returns what is wrong with what came, or nothing once the pipe was closed. */
    private String readToTheEnd() throws IOException, InterruptedException {
        BoundedLines lines = new BoundedLines(process.getInputStream(), LINE_LIMIT);
        FloodGauge gauge = new FloodGauge(System::nanoTime);
        for (String line = lines.next(); line != null; line = lines.next()) {
            linesHeard++;
            if (gauge.floodedBy(line.length())) {
                return "it sends more than can be taken in";
            }
            if (!line.startsWith("{")) {
                // A library that prints does not speak for the process.
                log.take(line);
            } else {
                spoken = true;
                if (!line.equals(alive)) {
                    arrivals.put(new Arrival(line, ""));
                }
            }
        }
        return "";
    }

    long pid() {
        return process.pid();
    }

    /**
     * Why ND4J takes no CUDA there, in its words; empty where it does not say. Waits a little: it is said on another stream than
     * what the process says of itself.
     */
    String passedOver() throws InterruptedException {
        for (int i = 0; i < PASSED_OVER_LOOKS && log.passedOver().isEmpty(); i++) {
            Thread.sleep(PASSED_OVER_MILLIS);
        }
        return log.passedOver();
    }

    /** How many lines came so far, signs of life among them. */
    long linesHeard() {
        return linesHeard;
    }

    /**
     * The next message, if one comes in time.
     *
     * @throws ChildLostException if the process has ended, or says what it must not
     */
    Optional<ChildMessage> next(Duration within) throws ChildLostException, InterruptedException {
        Arrival arrival = over ? null : arrivals.poll(within.toMillis(), TimeUnit.MILLISECONDS);
        if (arrival == null) {
            return Optional.empty();
        }
        if (arrival.line() == null) {
            over = true;
            if (!arrival.problem().isEmpty()) {
                throw broken(arrival.problem());
            }
            leaving = true;
            throw ended();
        }
        try {
            return Optional.of(mapper.readValue(arrival.line(), ChildMessage.class));
        } catch (JsonProcessingException e) {
            LOG.warn("The training process {} said what is not understood", process.pid(), e);
            throw broken("what it says is not understood");
        }
    }

    private ChildLostException ended() throws InterruptedException {
        if (!process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
            return new ChildLostException("The training process closed its pipe without a word, and was ended.");
        }
        logReader.join(LEAVE.toMillis());
        return new ChildLostException(ChildEnd.inWords(process.exitValue(), crashReport, spoken ? "" : log.complaint()));
    }

    private static ChildLostException broken(String problem) {
        return new ChildLostException("The training process is out of order (" + problem + ") and was ended.");
    }

    /** Sends a command, some time soon; no effect on a process that has ended. */
    void send(TrainingCommand command) {
        sender.execute(() -> {
            try {
                OutputStream out = process.getOutputStream();
                out.write((mapper.writeValueAsString(command) + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException e) {
                // That it has ended is noticed, and told, where its messages are awaited.
                LOG.info("A command did not reach process {}: {}", process.pid(), e.getMessage());
            }
        });
    }

    /** Lets a process that has said its last leave by itself for some seconds; one that does not is killed. */
    @Override
    public void close() {
        sender.shutdownNow();
        try {
            if (!leaving || !process.waitFor(LEAVE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
        reader.interrupt();
    }

    /** The run has told its end: the process now leaves by itself. */
    void leaving() {
        leaving = true;
    }

    /** Not the process's own method: it would wait for those who read its streams. */
    private void kill() {
        if (process.isAlive()) {
            LOG.info("The training process {} is ended", process.pid());
            process.toHandle().destroyForcibly();
        }
    }
}
