package io.marquee.serve;

import com.sun.net.httpserver.HttpServer;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets Java compile what answers before people ask: usual questions go through the same endpoints, over connections to a
 * server beside the real one, which nobody else is told of and which counts for itself. It ends after so many questions or so
 * much time, whichever comes first, and rests while people ask, since their questions do the same.
 */
final class WarmUp implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

    /** After that a server of one core was about as fast as it became under load. */
    static final int QUESTIONS = 3_000;
    private static final Duration MOST_TIME = Duration.ofSeconds(8);

    /** As many are asked at once as share much of a pass over the movies. */
    private static final int CONNECTIONS = 16;

    /** They begin one after another: who comes right after the start should not wait behind all of them. */
    private static final int BETWEEN_MILLIS = 50;
    private static final int REST_MILLIS = 20;
    private static final int KINDS = 6;
    private static final long SEED = 17;

    private final AskedModel asked;
    private final List<Endpoint> endpoints;
    private final BooleanSupplier peopleAsk;
    private final AtomicInteger next = new AtomicInteger();
    private volatile boolean closed;

    /**
     * @param endpoints what is to answer fast
     * @param peopleAsk whether somebody else is asking just now
     */
    WarmUp(AskedModel asked, List<Endpoint> endpoints, BooleanSupplier peopleAsk) {
        this.asked = asked;
        this.endpoints = endpoints;
        this.peopleAsk = peopleAsk;
    }

    /**
     * Asks, on threads that this one starts and that have its priority; blocks until that is over, or until closed.
     *
     * @return false if closed before
     */
    boolean run() throws InterruptedException {
        long start = System.nanoTime();
        Limits.tellTheServer();
        ExecutorService answering = Executors.newFixedThreadPool(CONNECTIONS, task -> daemon("marquee-warm-up-answers", task));
        try {
            HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), CONNECTIONS);
            http.createContext("/", new JsonHandler(endpoints, new OwnNames(http.getAddress())));
            http.setExecutor(answering);
            http.start();
            try {
                askAll(http.getAddress().getPort(), start + MOST_TIME.toNanos());
            } finally {
                http.stop(0);
            }
            LOG.info("Warmed up with {} questions in {} ms", Math.min(QUESTIONS, next.get()),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (IOException e) {
            LOG.warn("The server cannot warm up, so its first answers take longer", e);
        } finally {
            answering.shutdownNow();
        }
        return !closed;
    }

    private void askAll(int port, long deadline) throws InterruptedException {
        List<byte[]> requests = requests();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < CONNECTIONS && !closed; i++) {
            Thread thread = daemon("marquee-warm-up", () -> ask(port, deadline, requests));
            thread.start();
            threads.add(thread);
            Thread.sleep(BETWEEN_MILLIS);
        }
        for (Thread thread : threads) {
            thread.join();
        }
    }

    private void ask(int port, long deadline, List<byte[]> requests) {
        try (KeepAliveConnection connection = new KeepAliveConnection(port)) {
            while (!closed && System.nanoTime() < deadline) {
                if (peopleAsk.getAsBoolean()) {
                    Thread.sleep(REST_MILLIS);
                    continue;
                }
                int question = next.getAndIncrement();
                if (question >= QUESTIONS) {
                    return;
                }
                connection.ask(requests.get(question % requests.size()));
            }
        } catch (IOException e) {
            if (!closed) {
                LOG.warn("A question to warm up with was not answered", e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** All kinds in turn, those twice that most people ask. */
    private List<byte[]> requests() {
        UsualQuestions usual = new UsualQuestions(asked, SEED);
        int users = asked.model().users().size();
        int each = QUESTIONS / KINDS;
        List<List<String>> kinds = List.of(usual.forUsers(each, users), usual.forSomeoneNew(each), usual.filtered(each),
                usual.forUsers(each, users), usual.withRated(each), usual.similar(each));
        return IntStream.range(0, each).boxed()
                .flatMap(i -> kinds.stream().filter(kind -> !kind.isEmpty()).map(kind -> kind.get(i)))
                .map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
    }

    private static Thread daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() {
        closed = true;
    }
}
