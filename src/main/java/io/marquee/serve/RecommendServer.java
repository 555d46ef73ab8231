package io.marquee.serve;

import com.sun.net.httpserver.HttpServer;
import io.marquee.device.ThreadPriority;
import io.marquee.export.TopListSpec;
import io.marquee.export.TopLists;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers over HTTP until it is closed. */
public final class RecommendServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RecommendServer.class);

    /** Seconds that requests under way may take when the server closes. */
    private static final int GRACE_SECONDS = 2;

    private final HttpServer http;
    private final ExecutorService connections;
    private final JsonHandler handler;
    private final PreparedLists prepared;
    private final WarmUp warmUp;
    private final CompletableFuture<Void> warm;

    private RecommendServer(
            HttpServer http, JsonHandler handler, PreparedLists prepared, WarmUp warmUp, CompletableFuture<Void> warm) {
        this.http = http;
        this.handler = handler;
        this.prepared = prepared;
        this.warmUp = warmUp;
        this.warm = warm;
        this.connections = Executors.newFixedThreadPool(Limits.CONNECTIONS, task -> {
            Thread thread = new Thread(task, "marquee-serve");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to answer, and in the background to warm up and then to work lists out.
     *
     * @param asked the model that answers
     * @param address where to listen; port 0 for any that is free
     * @param prepare movies of the list that is worked out in advance for each user; 0 for none
     * @throws IOException with a sentence if the address cannot be listened at
     */
    public static RecommendServer start(AskedModel asked, InetSocketAddress address, int prepare) throws IOException {
        RecommendServer server = open(asked, address, prepare);
        Thread thread = new Thread(server::workAhead, "marquee-serve-ahead");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Starts to answer, and does nothing but that. */
    static RecommendServer open(AskedModel asked, InetSocketAddress address, int prepare) throws IOException {
        Limits.tellTheServer();
        HttpServer http;
        try {
            http = HttpServer.create(address, Limits.CONNECTIONS);
        } catch (BindException e) {
            throw new IOException("Nobody can listen at " + address.getHostString() + ", port " + address.getPort()
                    + ": another program does, or the address is not this machine's. Choose another with --port or --host.",
                    e);
        }
        Optional<TopLists> lists = prepare == 0 ? Optional.empty() : Optional.of(new TopLists(asked.model(),
                new TopListSpec(prepare, false, false, TopListSpec.DEFAULT_MEGABYTES)));
        PreparedLists prepared = new PreparedLists(asked.model().users(), asked.model().scale(), asked.facts(), lists);
        CompletableFuture<Void> warm = new CompletableFuture<>();
        List<Endpoint> endpoints = List.of(new HealthEndpoint(asked.model(), warm::isDone, prepared),
                new RecommendEndpoint(asked, prepared), new SimilarEndpoint(asked), new DescriptionEndpoint());
        JsonHandler handler = new JsonHandler(endpoints, new OwnNames(address));
        RecommendServer server = new RecommendServer(http, handler, prepared,
                new WarmUp(asked, endpoints, handler::busyLately), warm);
        http.createContext("/", handler);
        http.setExecutor(server.connections);
        // What the first questions would wait for.
        asked.titles();
        asked.scorer().keepProductsNow();
        http.start();
        return server;
    }

    /** What can be done before people ask, on a thread that gives way to their questions. */
    private void workAhead() {
        ThreadPriority.lowerThisThread();
        try {
            if (warmUp.run()) {
                warm.complete(null);
            }
            prepared.fill(() -> false);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("Working ahead failed; questions are answered as they come", e);
        }
    }

    /** Works out the lists of this many users at least, on the calling thread. */
    void prepare(int users) {
        prepared.fill(() -> prepared.ready() >= users);
    }

    /** The port it listens at. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Complete once the server has warmed up; never where it is closed before. */
    public CompletionStage<Void> warm() {
        return warm.minimalCompletionStage();
    }

    /** Requests answered so far, refused ones too. */
    public long answered() {
        return handler.answered();
    }

    /** Lets requests under way finish, then ends. */
    @Override
    public void close() {
        warmUp.close();
        prepared.close();
        http.stop(handler.busy() ? GRACE_SECONDS : 0);
        connections.shutdownNow();
    }
}
