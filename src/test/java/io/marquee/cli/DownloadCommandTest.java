package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.settings.AppDirectories;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadCommandTest {

    private static final byte[] ZIP = "PK: what the publisher has by now".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    Path folder;

    private HttpServer server;
    private Services services;
    private String opened;

    @BeforeEach
    void startServer() throws Exception {
        String md5 = HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(ZIP));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            byte[] answer = exchange.getRequestURI().getPath().endsWith(".md5") ? (md5 + "  x.zip").getBytes() : ZIP;
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Services fake = FakeServices.with(new ScriptedTraining());
        services = new Services((spec, progress) -> {
            opened = spec.source();
            return FakeServices.dataset();
        }, fake.training(), fake.devices(), fake.recommender(), fake.history(), DatasetCatalogue.known(),
                Downloads.of(new AppDirectories(folder.resolve("config"), folder.resolve("data")),
                        "http://localhost:" + server.getAddress().getPort()));
    }

    @AfterEach
    void stopServer() {
        server.stop(0);
    }

    @Test
    void theListTellsCountsSizeLicenceAndSource() {
        Terminal terminal = Terminal.run(services, "datasets");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(terminal.out()).contains("20,000,263   138,493   27,278     198.7  to download",
                "https://grouplens.org/datasets/movielens/20m/", "matinee:1m",
                "Licence of ml-100k, ml-1m, ml-10m, ml-20m, ml-25m:", "no commercial use");
    }

    @Test
    void theListComesAsJson() throws IOException {
        JsonNode list = Terminal.run(services, "datasets", "--json").json();

        assertThat(list).hasSize(10);
        assertThat(list.path(9).path("id").asText()).isEqualTo("ml-32m");
        assertThat(list.path(9).path("state").asText()).isEqualTo("ABSENT");
        assertThat(list.path(9).path("file").asText()).endsWith("data/datasets/ml-32m.zip");
        assertThat(list.path(0).path("file").isNull()).isTrue();
    }

    @Test
    void whereNobodyCanBeAskedTheLicenceIsShownAndNothingIsDownloaded() {
        Terminal terminal = Terminal.run(services, "download", "ml-1m");

        assertThat(terminal.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(terminal.err()).contains("MovieLens 1M comes from https://grouplens.org", "Licence: For research",
                "run the command again with --yes");
        assertThat(folder.resolve("data")).doesNotExist();
    }

    @Test
    void yesAgreesToLicenceAndChange() {
        Terminal terminal = Terminal.run(services, "download", "ml-1m", "--yes");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(terminal.err()).contains("Licence: ", "the publisher has changed it");
        assertThat(folder.resolve("data/datasets/ml-1m.zip")).hasBinaryContent(ZIP);
        assertThat(Terminal.run(services, "download", "ml-1m").out()).contains("MovieLens 1M is here: ");
    }

    @Test
    void aNameIsDownloadedWhereItHasToBeAndOpened() {
        assertThat(Terminal.run(services, "inspect", "ml-1m").exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(opened).isNull();

        Terminal terminal = Terminal.run(services, "inspect", "ml-1m", "--yes");

        assertThat(terminal.exitCode()).as(terminal.err()).isEqualTo(ExitCode.OK);
        assertThat(opened).isEqualTo(folder.resolve("data/datasets/ml-1m.zip").toString());
    }

    @Test
    void otherNamesAreOpenedAsTheyAre() throws IOException {
        Terminal.run(services, "inspect", "matinee:1m");
        assertThat(opened).isEqualTo("matinee:1m");
        Path file = Files.writeString(folder.resolve("ml-1m"), "");
        Terminal.run(services, "inspect", file.toString());
        assertThat(opened).isEqualTo(file.toString());
    }

    @Test
    void whatIsHereCanBeRemoved() {
        Terminal.run(services, "download", "ml-1m", "--yes");

        assertThat(Terminal.run(services, "download", "ml-1m", "--remove").out()).contains("Removed MovieLens 1M.");
        assertThat(folder.resolve("data/datasets/ml-1m.zip")).doesNotExist();
    }

    @Test
    void namesThatAreNoneAreWrongUsage() {
        assertThat(Terminal.run(services, "download", "ml-9m").err()).contains("There is no dataset 'ml-9m'; there is ml-");
        assertThat(Terminal.run(services, "download", "matinee:1m").exitCode()).isEqualTo(ExitCode.USAGE);
        Terminal from = Terminal.run(services, "download", "ml-1m", "--yes", "--from", "nowhere");
        assertThat(from.err()).contains("\"nowhere/\" is not a web address");
    }
}
