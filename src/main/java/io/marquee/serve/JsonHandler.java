package io.marquee.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.marquee.model.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the endpoint of a request, keeps requests within their limits, and writes answers and refusals as JSON. Some answers
 * a processor are worked out at once, since they share the scan of the movies; others wait, and are told to come back if
 * that takes too long.
 */
final class JsonHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JsonHandler.class);

    /** Longer than lies between two questions of many who ask; who asks now and then leaves more. */
    private static final Duration LATELY = Duration.ofMillis(50);

    private final Map<String, Endpoint> endpoints;
    private final OwnNames names;
    private final JsonMapper mapper = Json.mapper();
    private final Semaphore turns = new Semaphore(
            Limits.ANSWERS_A_PROCESSOR * Runtime.getRuntime().availableProcessors(), true);
    private final AtomicLong answered = new AtomicLong();
    private final AtomicInteger underWay = new AtomicInteger();
    private volatile long lastAnswer = System.nanoTime() - LATELY.toNanos();

    JsonHandler(List<Endpoint> endpoints, OwnNames names) {
        this.names = names;
        this.endpoints = endpoints.stream().collect(Collectors.toMap(Endpoint::path, Function.identity()));
    }

    long answered() {
        return answered.get();
    }

    boolean busy() {
        return underWay.get() > 0;
    }

    /** Whether somebody is waiting for an answer, or got one a moment ago and may ask again. */
    boolean busyLately() {
        return busy() || System.nanoTime() - lastAnswer < LATELY.toNanos();
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        underWay.incrementAndGet();
        try (exchange) {
            try {
                send(exchange, 200, answer(exchange));
            } catch (BadRequestException e) {
                if (e.status() == 503) {
                    exchange.getResponseHeaders().set("Retry-After", "1");
                }
                send(exchange, e.status(), new Answers.Failure(e.getMessage()));
            } catch (RuntimeException e) {
                LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
                send(exchange, 500, new Answers.Failure("Something went wrong inside Marquee; the log says more."));
            }
        } finally {
            lastAnswer = System.nanoTime();
            answered.incrementAndGet();
            underWay.decrementAndGet();
        }
    }

    private Object answer(HttpExchange exchange) throws IOException, BadRequestException {
        names.check(exchange.getRequestHeaders().getFirst("Host"));
        String path = exchange.getRequestURI().getPath();
        Endpoint endpoint = endpoints.get(path);
        if (endpoint == null) {
            throw new BadRequestException(404, "There is nothing at " + path + "; there is "
                    + endpoints.keySet().stream().sorted().collect(Collectors.joining(", ")) + ".");
        }
        if (!endpoint.methods().contains(exchange.getRequestMethod())) {
            String allowed = String.join(", ", endpoint.methods());
            exchange.getResponseHeaders().set("Allow", allowed);
            throw new BadRequestException(405, path + " takes " + allowed + ", not " + exchange.getRequestMethod() + ".");
        }
        byte[] body = exchange.getRequestBody().readNBytes(Limits.MOST_BODY_BYTES + 1);
        if (body.length > Limits.MOST_BODY_BYTES) {
            throw new BadRequestException(413, "A request may have " + Limits.MOST_BODY_BYTES / 1024 + " KB at most.");
        }
        return inTurn(endpoint, exchange, body);
    }

    private Object inTurn(Endpoint endpoint, HttpExchange exchange, byte[] body) throws BadRequestException {
        try {
            if (turns.tryAcquire(Limits.WAITING_TIME.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    return endpoint.answer(exchange.getRequestMethod(), exchange.getRequestURI().getRawQuery(), body);
                } finally {
                    turns.release();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new BadRequestException(503, "Too many ask at once. Try again in a moment.");
    }

    private void send(HttpExchange exchange, int status, Object answer) throws IOException {
        byte[] bytes = bytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
        if (exchange.getRequestMethod().equals("HEAD")) {
            exchange.sendResponseHeaders(status, -1);
            return;
        }
        exchange.sendResponseHeaders(status, bytes.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
        }
    }

    private byte[] bytes(Object answer) throws JsonProcessingException {
        return answer instanceof byte[] json ? json : mapper.writeValueAsBytes(answer);
    }
}
