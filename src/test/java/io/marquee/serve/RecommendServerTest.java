package io.marquee.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RandomModels;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.TopNRecommender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecommendServerTest {

    private static final JsonMapper MAPPER = new JsonMapper();
    private static final TrainedModel MODEL = RandomModels.of(30, 40, 4, List.of(16), 9);
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static RecommendServer server;

    private record Reply(int status, JsonNode body, HttpResponse<String> response) {}

    @BeforeAll
    static void start() throws IOException {
        server = RecommendServer.start(new AskedModel(MODEL), loopback(0), 5);
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    private static InetSocketAddress loopback(int port) {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    @Test
    void aUserGetsWhatTheRecommenderRecommends() throws Exception {
        List<Recommendation> expected = new TopNRecommender(MODEL).recommend("7", 8, false);

        // More than is prepared, then as many: both ways give the same list.
        for (int top : new int[] {8, 3}) {
            Reply reply = get("/recommend?user=7&top=" + top);

            assertThat(reply.status).isEqualTo(200);
            assertThat(reply.response.headers().firstValue("Content-Type")).contains("application/json; charset=utf-8");
            assertThat(reply.body.path("user").intValue()).isEqualTo(7);
            JsonNode list = reply.body.path("recommendations");
            assertThat(list).hasSize(top);
            for (int i = 0; i < top; i++) {
                assertThat(list.path(i).path("rank").intValue()).isEqualTo(i + 1);
                assertThat(list.path(i).path("movieId").asText()).isEqualTo(expected.get(i).item().id());
                assertThat(list.path(i).path("ratings").intValue()).isEqualTo(expected.get(i).ratingCount());
                assertThat(list.path(i).path("title").asText()).isEqualTo(expected.get(i).item().title());
            }
        }
    }

    @Test
    void bodiesThatAreNestedWithoutEndAreRefused() throws Exception {
        for (String body : List.of("[".repeat(100_000), "{\"ratings\":" + "[".repeat(100_000), "{\"a\":".repeat(50_000))) {
            Reply reply = post(body);

            assertThat(reply.status).isEqualTo(400);
            assertThat(reply.body.path("error").asText()).startsWith("The body is not JSON: ");
        }
    }

    @Test
    void aPageThatPointsItsNameHereReadsNothing() throws Exception {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
            socket.getOutputStream().write(("GET /recommend?user=7 HTTP/1.1\r\nHost: evil.example:" + server.port()
                    + "\r\nConnection: close\r\n\r\n").getBytes(StandardCharsets.US_ASCII));

            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 421 ").contains("localhost").doesNotContain("recommendations");
        }
    }

    @Test
    void filtersKeepOtherMoviesOut() throws Exception {
        JsonNode list = get("/recommend?user=7&top=50&genres=Comedy&from=2000&to=2010&includeRated=true").body
                .path("recommendations");

        assertThat(list).isNotEmpty();
        list.forEach(movie -> {
            assertThat(movie.path("genres").toString()).contains("Comedy");
            assertThat(movie.path("year").intValue()).isBetween(2000, 2010);
        });
    }

    @Test
    void someoneNewIsRecommendedMoviesByTheirRatings() throws Exception {
        Reply reply = post("""
                {"ratings": [{"movieId": 10, "rating": 5}, {"title": "film 3", "rating": 0.5}], "top": 4}""");

        assertThat(reply.status).as(reply.body.toString()).isEqualTo(200);
        assertThat(reply.body.path("rated")).hasSize(2);
        assertThat(reply.body.path("rated").path(1).path("title").asText()).startsWith("Film 3 (");
        assertThat(reply.body.path("recommendations")).hasSize(4)
                .noneMatch(movie -> movie.path("movieId").intValue() == 10 || movie.path("movieId").intValue() == 30);
    }

    @Test
    void moviesLikeOneAreFoundByIdAndByTitle() throws Exception {
        JsonNode byId = get("/similar?movie=30&top=3").body;
        JsonNode byTitle = get("/similar?movie=flim+3&top=3").body;

        assertThat(byId).isEqualTo(byTitle);
        assertThat(byId.path("movie").path("title").asText()).isEqualTo("Film 3");
        assertThat(byId.path("similar")).hasSize(3)
                .allMatch(movie -> Math.abs(movie.path("cosine").doubleValue()) <= 1 + 1e-6)
                .allMatch(movie -> movie.path("movieId").intValue() != 30);
    }

    @Test
    void healthTellsTheModel() throws Exception {
        JsonNode health = get("/health").body;

        assertThat(health.path("status").asText()).isEqualTo("ok");
        assertThat(health.path("dataset").asText()).isEqualTo("tiny");
        assertThat(health.path("users").intValue()).isEqualTo(30);
        assertThat(health.path("listsReady").intValue()).isBetween(0, 30);
    }

    @Test
    void theDescriptionNamesEveryPathThatAnswers() throws Exception {
        JsonNode description = get("/openapi.json").body;

        assertThat(description.path("openapi").asText()).startsWith("3.");
        assertThat(description.path("info").path("version").asText()).doesNotContain("@");
        for (Map.Entry<String, JsonNode> path : description.path("paths").properties()) {
            assertThat(get(path.getKey()).body.path("error").asText()).doesNotContain("There is nothing at");
        }
        assertThat(description.path("paths")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /recommend                          | 400 | The parameter 'user' is missing.
            /recommend?user=                    | 400 | The parameter 'user' is missing.
            /recommend?user=4711                | 404 | User 4711 is not in the dataset
            /recommend?user=7&top=0             | 400 | 'top' must be a whole number from 1 to 1000, not '0'.
            /recommend?user=7&top=many          | 400 | not 'many'.
            /recommend?user=7&top=99999999999   | 400 | not '99999999999'.
            /recommend?user=7&user=8            | 400 | The parameter 'user' is given twice.
            /recommend?user=7&tpo=3             | 400 | There is no parameter 'tpo' here; there is user, top
            /recommend?user=7&genres=Western    | 400 | There is no genre 'Western'; there is Comedy, Drama.
            /recommend?user=7&from=soon         | 400 | not 'soon'.
            /recommend?user=7&includeRated=yes  | 400 | must be true or false, not 'yes'.
            /similar                            | 400 | The parameter 'movie' is missing.
            /similar?movie=zzzzzz               | 404 | No movie has the id, or a title like, 'zzzzzz'.
            /health?deep=1                      | 400 | There is no parameter 'deep'
            /                                   | 404 | There is nothing at /; there is /health
            /recommend/7                        | 404 | There is nothing at /recommend/7
            """)
    void badRequestsAreRefusedWithASentence(String path, int status, String sentence) throws Exception {
        Reply reply = get(path);

        assertThat(reply.status).isEqualTo(status);
        assertThat(reply.body.path("error").asText()).contains(sentence).doesNotContain("Exception");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                                          | The body is not JSON: line 1
            []                                                         | must be a JSON object
            {"ratings": []}                                            | must be a list of 1 to 5000
            {"rating": 3}                                              | There is no 'rating' in such a request
            {"ratings": [{"movieId": 10}]}                             | ratings[0].rating must be a number from 0.5 to 5.0; it is missing.
            {"ratings": [{"movieId": 10, "rating": 6}]}                | not 6.
            {"ratings": [{"movieId": 10, "rating": "good"}]}           | not "good".
            {"ratings": [{"movieId": 11, "rating": 3}]}                | ratings[0]: there is no movie 11
            {"ratings": [{"title": "zzzzzz", "rating": 3}]}            | no title is like 'zzzzzz'
            {"ratings": [{"rating": 3}]}                               | either a 'movieId' or a 'title'
            {"ratings": [{"movieId": {}, "rating": 3}]}                | either a 'movieId' or a 'title'
            {"ratings": [{"movieId": 10, "rating": 3}], "top": 1001}   | 'top' must be a whole number from 1 to 1000
            """)
    void badBodiesAreRefusedWithTheirPlace(String body, String sentence) throws Exception {
        Reply reply = post(body);

        assertThat(reply.status).isEqualTo(400);
        assertThat(reply.body.path("error").asText()).contains(sentence);
    }

    @Test
    void aBodyThatIsTooLargeIsRefused() throws Exception {
        Reply reply = post("x".repeat(Limits.MOST_BODY_BYTES + 1));

        assertThat(reply.status).isEqualTo(413);
        assertThat(reply.body.path("error").asText()).contains("512 KB");
    }

    @Test
    void otherMethodsAreNamed() throws Exception {
        Reply reply = send(request("/similar?movie=10").DELETE().build());

        assertThat(reply.status).isEqualTo(405);
        assertThat(reply.response.headers().firstValue("Allow")).contains("GET");
        assertThat(reply.body.path("error").asText()).isEqualTo("/similar takes GET, not DELETE.");
    }

    @Test
    void aPortInUseIsRefusedWithASentence() {
        assertThatThrownBy(() -> RecommendServer.start(new AskedModel(MODEL), loopback(server.port()), 0))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("port " + server.port())
                .hasMessageContaining("another program");
    }

    @Test
    void aClosedServerAnswersNoMore() throws Exception {
        RecommendServer other = RecommendServer.start(new AskedModel(MODEL), loopback(0), 0);
        URI address = URI.create("http://127.0.0.1:" + other.port() + "/health");
        assertThat(CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()).statusCode()).isEqualTo(200);
        other.close();

        assertThat(other.answered()).isEqualTo(1);
        assertThatThrownBy(() -> CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString()))
                .isInstanceOf(IOException.class);
    }

    private static Reply get(String path) throws Exception {
        return send(request(path).GET().build());
    }

    private static Reply post(String body) throws Exception {
        return send(request("/recommend").POST(BodyPublishers.ofString(body)).build());
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path));
    }

    private static Reply send(HttpRequest request) throws Exception {
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        return new Reply(response.statusCode(), MAPPER.readTree(response.body()), response);
    }
}
