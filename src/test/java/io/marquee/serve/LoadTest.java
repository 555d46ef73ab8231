package io.marquee.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.recommend.AskedModel;
import io.marquee.recommend.RandomModels;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadTest {

    private static final AskedModel ASKED = new AskedModel(RandomModels.of(30, 40, 4, List.of(16), 9));

    private RecommendServer server;

    @BeforeEach
    void start() throws IOException {
        server = RecommendServer.open(ASKED, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void everyAnswerIsCountedByBothSides() throws Exception {
        UsualQuestions usual = new UsualQuestions(ASKED, 3);

        LoadResult result = Load.run(new LoadTask(server.port(), 3, 50, usual.forUsers(7, 30)));

        WarmUpTest.awaitAnswered(server, result.answered());
        assertThat(result.failed()).as(result.problem()).isZero();
        assertThat(result.answered()).isGreaterThanOrEqualTo(3).isEqualTo(server.answered());
        assertThat(result.medianMillis()).isPositive().isLessThanOrEqualTo(result.slowMillis());
        assertThat(result.requestsPerSecond()).isPositive();
    }

    @Test
    void allUsualQuestionsAreAnswered() throws Exception {
        UsualQuestions usual = new UsualQuestions(ASKED, 3);

        for (List<String> kind : List.of(usual.forUsers(4, 30), usual.filtered(4), usual.withRated(4),
                usual.forSomeoneNew(4), usual.similar(4))) {
            LoadResult result = Load.run(new LoadTask(server.port(), 4, 0, kind));

            assertThat(kind).hasSize(4);
            assertThat(result.failed()).as(result.problem()).isZero();
            assertThat(result.answered()).isEqualTo(4);
        }
    }

    @Test
    void refusalsAreFailuresWithTheirSentence() throws Exception {
        LoadResult result = Load.run(new LoadTask(server.port(), 2, 0,
                List.of("GET /recommend?user=4711 HTTP/1.1\r\nHost: localhost\r\n\r\n")));

        assertThat(result.answered()).isZero();
        assertThat(result.failed()).isEqualTo(2);
        assertThat(result.problem()).contains("status 404", "User 4711 is not in the dataset");
    }

    @Test
    void aServerThatIsGoneIsAFailureOfEachConnection() throws Exception {
        int port = server.port();
        server.close();

        LoadResult result = Load.run(new LoadTask(port, 2, 50, new UsualQuestions(ASKED, 3).forUsers(1, 30)));

        assertThat(result.answered()).isZero();
        assertThat(result.failed()).isEqualTo(2);
        assertThat(result.problem()).contains("no answer");
    }

    @Test
    void aProcessOfItsOwnAsksTheSame() throws Exception {
        try (LoadProcess process = new LoadProcess()) {
            LoadResult result = process.run(new LoadTask(server.port(), 2, 0, new UsualQuestions(ASKED, 3).forUsers(5, 30)));

            WarmUpTest.awaitAnswered(server, 2);
            assertThat(result.answered()).isEqualTo(2);
            assertThat(server.answered()).isEqualTo(2);
            assertThatThrownBy(() -> process.run(new LoadTask(server.port(), 1, 0,
                    List.of("GET /nowhere HTTP/1.1\r\nHost: localhost\r\n\r\n"))))
                    .isInstanceOf(IOException.class)
                    .hasMessageStartingWith("The server did not answer 1 of 1 requests; the first: status 404")
                    .hasMessageContaining("There is nothing at /nowhere");
        }
    }

    @Test
    void aProcessThatHasEndedIsSaidToHave() throws Exception {
        LoadProcess process = new LoadProcess();
        process.close();

        assertThatThrownBy(() -> process.run(new LoadTask(server.port(), 1, 0, List.of())))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith("The process that asks the server ");
    }
}
