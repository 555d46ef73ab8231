package io.marquee.catalogue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;

/** A server of one file that misbehaves as it is told to. */
final class MovieLensServer implements AutoCloseable {

    /** What the server does with a request for the file. */
    interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> requests = new ArrayList<>();
    private final List<Behaviour> script = new ArrayList<>();
    private String md5 = "";

    byte[] file;
    String etag = "\"one\"";
    boolean ranges = true;

    MovieLensServer(byte[] file) throws IOException {
        this.file = file;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    String address() {
        return "http://localhost:" + server.getAddress().getPort() + "/";
    }

    /** Has the server state this in the .md5 beside the file. */
    void state(String text) {
        md5 = text;
    }

    /** Has the next request answered so; after that, the file is served. */
    void next(Behaviour behaviour) {
        script.add(behaviour);
    }

    /** The requests so far, with their range. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    private void handle(HttpExchange exchange) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        synchronized (this) {
            requests.add(exchange.getRequestURI().getPath() + (range == null ? "" : " " + range));
        }
        try (exchange) {
            if (exchange.getRequestURI().getPath().endsWith(".md5")) {
                text(exchange, md5.isEmpty() ? 404 : 200, "text/plain", md5);
            } else if (!script.isEmpty()) {
                script.remove(0).answer(exchange);
            } else {
                serve(exchange, file.length);
            }
        }
    }

    /** Serves the file, or the range asked for; breaks off before {@code until}. */
    void serve(HttpExchange exchange, int until) throws IOException {
        String range = exchange.getRequestHeaders().getFirst("Range");
        String condition = exchange.getRequestHeaders().getFirst("If-Range");
        int from = 0;
        if (range != null && ranges && (condition == null || condition.equals(etag))) {
            from = Integer.parseInt(range.replaceAll("bytes=(\\d+)-", "$1"));
            exchange.getResponseHeaders().set("Content-Range", "bytes " + from + "-" + (file.length - 1) + "/" + file.length);
        }
        if (etag != null) {
            exchange.getResponseHeaders().set("ETag", etag);
        }
        exchange.sendResponseHeaders(exchange.getResponseHeaders().containsKey("Content-Range") ? 206 : 200,
                file.length - from);
        // Closing before the promised length is there drops the connection.
        OutputStream out = exchange.getResponseBody();
        out.write(Arrays.copyOfRange(file, from, Math.max(from, Math.min(until, file.length))));
        out.flush();
    }

    static void text(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    static void redirect(HttpExchange exchange, String location) throws IOException {
        exchange.getResponseHeaders().set("Location", location);
        exchange.sendResponseHeaders(302, -1);
    }

    /** Sends some of the file and then nothing more. */
    void stall(HttpExchange exchange, int until) throws IOException {
        exchange.sendResponseHeaders(200, file.length);
        exchange.getResponseBody().write(file, 0, until);
        exchange.getResponseBody().flush();
        try {
            TimeUnit.SECONDS.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}
