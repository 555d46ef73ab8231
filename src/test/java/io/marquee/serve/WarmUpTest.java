package io.marquee.serve;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.marquee.model.Json;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RandomModels;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private static final TrainedModel MODEL = RandomModels.of(30, 40, 4, List.of(16), 9);
    private static final InetSocketAddress ANY_PORT = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

    /** Notes what it is asked. */
    private static final class Noting implements Endpoint {

        private final String path;
        private final Queue<String> asked = new ConcurrentLinkedQueue<>();

        Noting(String path) {
            this.path = path;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public List<String> methods() {
            return List.of("GET", "POST");
        }

        @Override
        public Object answer(String method, String query, byte[] body) {
            asked.add(method + " " + query);
            return new Answers.Failure("none");
        }
    }

    @Test
    void allKindsOfQuestionsGoThroughTheEndpoints() throws Exception {
        Noting recommend = new Noting("/recommend");
        Noting similar = new Noting("/similar");

        boolean done = new WarmUp(new AskedModel(MODEL), List.of(recommend, similar), () -> false).run();

        assertThat(done).isTrue();
        assertThat(recommend.asked.size() + similar.asked.size()).isBetween(1, WarmUp.QUESTIONS);
        assertThat(recommend.asked).anyMatch(question -> question.startsWith("POST"))
                .anyMatch(question -> question.matches("GET top=10&user=\\d+"))
                .anyMatch(question -> question.contains("minRatings="))
                .anyMatch(question -> question.contains("includeRated=true"));
        assertThat(similar.asked).allMatch(question -> question.matches("GET top=10&movie=\\d+")).isNotEmpty();
    }

    @Test
    void whilePeopleAskItRestsAndItEndsWhenClosed() throws Exception {
        Noting recommend = new Noting("/recommend");
        CompletableFuture<Void> resting = new CompletableFuture<>();
        AtomicReference<WarmUp> warmUp = new AtomicReference<>();
        warmUp.set(new WarmUp(new AskedModel(MODEL), List.of(recommend), () -> {
            resting.complete(null);
            return true;
        }));
        CompletableFuture<Boolean> done = CompletableFuture.supplyAsync(() -> {
            try {
                return warmUp.get().run();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        resting.get(30, TimeUnit.SECONDS);
        warmUp.get().close();

        assertThat(done.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(recommend.asked).isEmpty();
    }

    @Test
    void aServerIsWarmInTheEndAndCountsNoQuestionOfItsOwn() throws Exception {
        try (RecommendServer server = RecommendServer.start(new AskedModel(MODEL), ANY_PORT, 5)) {
            server.warm().toCompletableFuture().get(60, TimeUnit.SECONDS);

            assertThat(server.answered()).isZero();
            assertThat(health(server).path("warm").booleanValue()).isTrue();
            awaitAnswered(server, 1);
            assertThat(server.answered()).isEqualTo(1);
        }
    }

    @Test
    void aServerThatDoesNothingAheadIsNotCalledWarm() throws Exception {
        try (RecommendServer server = RecommendServer.open(new AskedModel(MODEL), ANY_PORT, 5)) {
            assertThat(health(server).path("warm").booleanValue()).isFalse();
            assertThat(health(server).path("listsReady").intValue()).isZero();

            server.prepare(30);

            assertThat(health(server).path("listsReady").intValue()).isEqualTo(30);
        }
    }

    /** A client has its answer before the server has counted it. */
    static void awaitAnswered(RecommendServer server, long count) throws InterruptedException {
        for (int i = 0; i < 3_000 && server.answered() < count; i++) {
            Thread.sleep(10);
        }
    }

    private static JsonNode health(RecommendServer server) throws Exception {
        URI address = URI.create("http://127.0.0.1:" + server.port() + "/health");
        return Json.mapper().readTree(HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).body());
    }
}
