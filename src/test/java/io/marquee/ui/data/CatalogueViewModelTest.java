package io.marquee.ui.data;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.DatasetSpec;
import io.marquee.settings.AppDirectories;
import io.marquee.ui.data.DatasetCard.State;
import io.marquee.ui.fake.HeldTasks;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueViewModelTest {

    private static final byte[] ZIP = "PK: what the publisher has by now".getBytes(StandardCharsets.US_ASCII);

    private final HeldTasks tasks = HeldTasks.held();
    private final List<DatasetSpec> opened = new ArrayList<>();
    private final List<String> reported = new ArrayList<>();

    @TempDir
    Path folder;

    private HttpServer server;
    private byte[] served = ZIP;
    private CatalogueViewModel catalogue;
    private DatasetCard card;

    @BeforeEach
    void start() throws Exception {
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(ZIP));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestURI().getPath().endsWith(".md5") ? md5.getBytes() : served;
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        catalogue = new CatalogueViewModel(DatasetCatalogue.known(), Downloads.of(new AppDirectories(
                folder.resolve("config"), folder.resolve("data")), "http://localhost:" + server.getAddress().getPort()),
                tasks, (sentence, cause) -> reported.add(sentence), opened::add);
        card = catalogue.cards().stream().filter(each -> each.entry().id().equals("ml-1m")).findFirst().orElseThrow();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        assertThat(reported).isEmpty();
    }

    private State state() {
        return card.stateProperty().get();
    }

    @Test
    void builtInDatasetsOpenAtOnceAndOthersAreLookedFor() {
        catalogue.refresh();
        tasks.finishAll();

        assertThat(catalogue.cards().get(0).stateProperty().get()).isEqualTo(State.BUILT_IN);
        assertThat(state()).isEqualTo(State.ABSENT);
        assertThat(catalogue.folder()).isEqualTo(folder.resolve("data/datasets"));

        catalogue.open(catalogue.cards().get(0).entry());
        assertThat(opened).containsExactly(DatasetSpec.of("matinee:100k"));
    }

    @Test
    void theLicenceIsAskedForOnceThenItIsDownloaded() {
        card.download();
        tasks.finishAll();
        assertThat(state()).isEqualTo(State.ASKING_LICENCE);

        card.decline();
        tasks.finishAll();
        assertThat(state()).isEqualTo(State.ABSENT);

        card.download();
        tasks.finishAll();
        card.agree();
        tasks.finish(0);
        assertThat(state()).isEqualTo(State.DOWNLOADING);
        catalogue.poll();
        assertThat(card.progressProperty().get()).isEqualTo(-1);

        tasks.finish(0);
        catalogue.poll();
        assertThat(state()).isEqualTo(State.ASKING_CHANGE);
        assertThat(card.messageProperty().get()).contains("the publisher has changed it");

        card.agree();
        tasks.finishAll();
        assertThat(state()).isEqualTo(State.HERE);
        assertThat(folder.resolve("data/datasets/ml-1m.zip")).hasBinaryContent(ZIP);

        card.remove();
        tasks.finishAll();
        assertThat(state()).isEqualTo(State.ABSENT);

        card.download();
        tasks.finish(0);
        assertThat(state()).isEqualTo(State.DOWNLOADING);
    }

    @Test
    void aChangeThatIsNotWantedIsDeleted() {
        agreeAndDownload();
        card.decline();
        tasks.finishAll();

        assertThat(state()).isEqualTo(State.ABSENT);
        assertThat(folder.resolve("data/datasets")).isEmptyDirectory();
    }

    @Test
    void whatGoesWrongIsSaidOnTheCard() {
        served = "<html>log in</html>".getBytes(StandardCharsets.US_ASCII);
        agreeAndDownload();

        assertThat(state()).isEqualTo(State.ABSENT);
        assertThat(card.messageProperty().get()).contains("web page, not the dataset");
    }

    @Test
    void aDownloadCanBeCancelled() {
        card.download();
        tasks.finishAll();
        card.agree();
        tasks.finish(0);
        card.cancel();
        tasks.finishAll();

        assertThat(state()).isIn(State.ABSENT, State.PARTLY);
        assertThat(card.messageProperty().get()).startsWith("Cancelled");
    }

    private void agreeAndDownload() {
        card.download();
        tasks.finishAll();
        card.agree();
        tasks.finishAll();
    }
}
