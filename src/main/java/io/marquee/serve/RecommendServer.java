package io.marquee.serve;

import com.sun.net.httpserver.HttpServer;
import io.marquee.export.TopListSpec;
import io.marquee.export.TopLists;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Answers over HTTP until it is closed. */
public final class RecommendServer implements AutoCloseable {

    /** Seconds that requests under way may take when the server closes. */
    private static final int GRACE_SECONDS = 2;

    private final HttpServer http;
    private final ExecutorService connections;
    private final JsonHandler handler;
    private final PreparedLists prepared;

    private RecommendServer(HttpServer http, JsonHandler handler, PreparedLists prepared) {
        this.http = http;
        this.handler = handler;
        this.prepared = prepared;
        this.connections = Executors.newFixedThreadPool(Limits.CONNECTIONS, task -> {
            Thread thread = new Thread(task, "marquee-serve");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Starts to answer.
     *
     * @param asked the model that answers
     * @param address where to listen; port 0 for any that is free
     * @param prepare movies of the list that is worked out in advance for each user; 0 for none
     * @throws IOException with a sentence if the address cannot be listened at
     */
    public static RecommendServer start(AskedModel asked, InetSocketAddress address, int prepare) throws IOException {
        limitTimes();
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
        JsonHandler handler = new JsonHandler(List.of(new HealthEndpoint(asked.model(), prepared),
                new RecommendEndpoint(asked, prepared), new SimilarEndpoint(asked), new DescriptionEndpoint()),
                new OwnNames(address));
        RecommendServer server = new RecommendServer(http, handler, prepared);
        http.createContext("/", handler);
        http.setExecutor(server.connections);
        // What the first questions would wait for.
        asked.titles();
        asked.scorer().keepProductsNow();
        http.start();
        prepared.start();
        return server;
    }

    /** The JDK's server takes these from system properties only, when its first server is made. */
    private static void limitTimes() {
        String seconds = Long.toString(Limits.CLIENT_TIME.toSeconds());
        System.setProperty("sun.net.httpserver.maxReqTime", seconds);
        System.setProperty("sun.net.httpserver.maxRspTime", seconds);
        // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    /** The port it listens at. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Requests answered so far, refused ones too. */
    public long answered() {
        return handler.answered();
    }

    /** Lets requests under way finish, then ends. */
    @Override
    public void close() {
        prepared.close();
        http.stop(handler.busy() ? GRACE_SECONDS : 0);
        connections.shutdownNow();
    }
}
