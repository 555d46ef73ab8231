package io.marquee.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.marquee.catalogue.Downloads.State;
import io.marquee.catalogue.Downloads.Status;
import io.marquee.data.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(value = 30, unit = TimeUnit.SECONDS)
class DownloadsTest {

    private static final int SIZE = 300_000;

    private final byte[] file = zipLike(1);

    @TempDir
    Path folder;

    private MovieLensServer server;
    private CatalogueEntry entry;
    private Downloads downloads;

    private static byte[] zipLike(long seed) {
        byte[] bytes = new byte[SIZE];
        new Random(seed).nextBytes(bytes);
        bytes[0] = 'P';
        bytes[1] = 'K';
        return bytes;
    }

    @BeforeEach
    void startServer() throws IOException {
        server = new MovieLensServer(file);
        Path written = Files.write(folder.resolve("reference"), file);
        entry = entry(Digests.of(written, Progress.NONE));
        downloads = from(server.address());
        downloads.accept(entry);
    }

    private static CatalogueEntry entry(Checksums checksums) {
        return new CatalogueEntry("ml-tiny", "MovieLens Tiny", 10, 2, 3, "Tiny.", SIZE, checksums, Licence.MOVIELENS,
                "https://example.org/tiny");
    }

    private Downloads from(String address) {
        return new Downloads(folder.resolve("datasets"), folder.resolve("downloads.json"), address, Downloads::client,
                Duration.ofSeconds(20), Duration.ofMillis(1));
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    private Path download() throws Exception {
        return downloads.download(entry, false, Progress.NONE);
    }

    /** What a download says that fails; there is never a file under the final name then. */
    private String failure() throws IOException {
        String message = assertThatExceptionOfType(DownloadException.class).isThrownBy(this::download).actual().getMessage();
        assertThat(downloads.zip(entry)).doesNotExist();
        return message;
    }

    private String[] filesLeft() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("datasets"))) {
            return files.map(path -> path.getFileName().toString()).sorted().toArray(String[]::new);
        }
    }

    @Test
    void aDatasetIsDownloadedCheckedAndKept() throws Exception {
        assertThat(downloads.status(entry)).isEqualTo(new Status(State.ABSENT, 0));

        assertThat(download()).hasBinaryContent(file).hasFileName("ml-tiny.zip");

        assertThat(downloads.status(entry).state()).isEqualTo(State.HERE);
        assertThat(filesLeft()).containsExactly("ml-tiny.zip", "ml-tiny.zip.checked.json");
        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests()).containsExactly("/ml-tiny.zip");
    }

    @Test
    void nothingIsDownloadedBeforeTheLicenceWasAgreedTo() throws Exception {
        CatalogueEntry other = new CatalogueEntry("ml-other", "Other", 1, 1, 1, "", SIZE, Checksums.none(),
                Licence.MOVIELENS, "x");

        assertThat(downloads.accepted(other)).isFalse();
        assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> downloads.download(other, false, Progress.NONE)).withMessageContaining("licence");
        assertThat(server.requests()).isEmpty();

        downloads.accept(other);
        assertThat(from(server.address()).accepted(other)).isTrue();
        assertThat(downloads.accepted(entry)).isTrue();
    }

    @Test
    void aBrokenConnectionIsTakenUpWhereItBroke() throws Exception {
        server.next(exchange -> server.serve(exchange, 100_000));
        server.next(exchange -> server.serve(exchange, 200_000));

        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests()).hasSize(3).first().isEqualTo("/ml-tiny.zip");
        assertThat(server.requests().get(2)).startsWith("/ml-tiny.zip bytes=");
    }

    @Test
    void aServerThatRefusesRangesIsAskedForAll() throws Exception {
        server.ranges = false;
        server.next(exchange -> server.serve(exchange, 100_000));

        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void aFileThatChangesBetweenTwoAttemptsIsFetchedAnew() throws Exception {
        byte[] older = zipLike(2);
        server.file = older;
        server.next(exchange -> {
            server.serve(exchange, 100_000);
            server.file = file;
            server.etag = "\"two\"";
        });

        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void aRangeThatDoesNotFitBeginsAgain() throws Exception {
        server.next(exchange -> server.serve(exchange, 100_000));
        server.next(exchange -> MovieLensServer.text(exchange, 416, "text/plain", "no"));

        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests().get(2)).isEqualTo("/ml-tiny.zip");
    }

    @Test
    void aServerWithoutValidatorsIsTakenUpToo() throws Exception {
        server.etag = null;
        server.next(exchange -> server.serve(exchange, 100_000));

        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void aConnectionThatBreaksForGoodKeepsWhatArrived() throws Exception {
        server.next(exchange -> server.serve(exchange, 150_000));
        for (int i = 0; i < 10; i++) {
            server.next(exchange -> server.serve(exchange, 0));
        }

        assertThat(failure()).containsPattern("broke off after 0\\.[012] MB of 0\\.3 MB").contains(
                "is kept: start the download again", "with a browser and put it here as " + downloads.zip(entry));
        assertThat(downloads.status(entry).state()).isEqualTo(State.PARTLY);

        server.close();
        server = new MovieLensServer(file);
        downloads = from(server.address());
        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForForEver() throws Exception {
        downloads = new Downloads(folder.resolve("datasets"), folder.resolve("downloads.json"), server.address(),
                Downloads::client, Duration.ofSeconds(2), Duration.ofMillis(1));
        server.next(exchange -> server.stall(exchange, 100_000));

        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void cancellingKeepsWhatArrivedAndTheNextDownloadGoesOn() throws Exception {
        server.next(exchange -> server.stall(exchange, 100_000));
        Progress impatient = new Progress() {
            private volatile boolean enough;

            @Override
            public void report(double fraction, String what) {
                enough = fraction > 0.3;
            }

            @Override
            public boolean cancelled() {
                return enough;
            }
        };

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> downloads.download(entry, false, impatient));
        assertThat(downloads.zip(entry)).doesNotExist();
        assertThat(downloads.status(entry).state()).isEqualTo(State.PARTLY);

        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests().get(1)).startsWith("/ml-tiny.zip bytes=");
    }

    @Test
    void redirectsAreFollowed() throws Exception {
        server.next(exchange -> MovieLensServer.redirect(exchange, server.address() + "elsewhere/ml-tiny.zip"));

        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests()).containsExactly("/ml-tiny.zip", "/elsewhere/ml-tiny.zip");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html; charset=utf-8", "application/zip"})
    void aLoginPageInsteadOfTheZipIsSaidSo(String type) throws Exception {
        server.next(exchange -> MovieLensServer.text(exchange, 200, type, "<html>Welcome to the hotel</html>"));

        assertThat(failure()).contains("web page, not the dataset", "Log in with a browser");
        assertThat(downloads.status(entry).state()).isEqualTo(State.ABSENT);
    }

    @Test
    void answersThatAreNoFileAreSaidInWords() throws Exception {
        server.next(exchange -> MovieLensServer.text(exchange, 404, "text/plain", "gone"));
        assertThat(failure()).contains("localhost has no file /ml-tiny.zip", "https://example.org/tiny");
        server.next(exchange -> MovieLensServer.text(exchange, 503, "text/plain", "busy"));
        assertThat(failure()).contains("status 503", "Try again later");
        server.next(exchange -> MovieLensServer.text(exchange, 403, "text/plain", "no"));
        assertThat(failure()).contains("refuses to send /ml-tiny.zip (status 403)");
        server.next(exchange -> MovieLensServer.text(exchange, 407, "text/plain", "who are you"));
        assertThat(failure()).contains("proxy");
        server.next(exchange -> MovieLensServer.redirect(exchange, "ftp://portal.example.org/login"));
        assertThat(failure()).contains("ftp://portal.example.org/login", "login page");
    }

    @Test
    void wrongBytesAreDeletedAndSaidToBeDamaged() throws Exception {
        server.file = zipLike(3);
        server.state("MD5 (ml-tiny.zip) = " + entry.checksums().md5().orElseThrow());

        assertThat(failure()).contains("is damaged", "nor the one the publisher states", "It was deleted");
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void wrongBytesAreDamagedToWhereThePublisherStatesNothing() throws Exception {
        server.file = zipLike(3);

        assertThat(failure()).contains("is damaged", "could not be asked for");
    }

    @ParameterizedTest
    @ValueSource(strings = {"MD5 (ml-tiny.zip) = %s\n", "%s  ml-tiny.zip\n", "%s *ml-tiny.zip", "%s"})
    void aChangeByThePublisherIsAskedAboutAndKeptMeanwhile(String form) throws Exception {
        server.file = zipLike(4);
        Path other = Files.write(folder.resolve("other"), server.file);
        server.state(form.formatted(Digests.of(other, Progress.NONE).md5().orElseThrow()));

        assertThatExceptionOfType(ChangedByPublisherException.class).isThrownBy(this::download)
                .withMessageContaining("the publisher has changed it");
        assertThat(downloads.zip(entry)).doesNotExist();

        assertThat(downloads.download(entry, true, Progress.NONE)).hasBinaryContent(server.file);
        assertThat(server.requests()).filteredOn("/ml-tiny.zip"::equals).hasSize(1);
        assertThat(downloads.checked(entry, Progress.NONE)).exists();
    }

    @Test
    void md5AloneIsCompared() throws Exception {
        entry = entry(new Checksums(entry.checksums().md5(), Optional.empty()));

        assertThat(download()).hasBinaryContent(file);
    }

    @Test
    void aFullDiskIsSaidSoAndNothingIsLeft() throws Exception {
        Path full = Path.of("/dev/full");
        assumeThat(full).as("a device that is always full").exists();
        Files.createDirectories(folder.resolve("datasets"));
        Files.createSymbolicLink(folder.resolve("datasets/ml-tiny.zip.part"), full);

        assertThat(failure()).contains("The disk is full", "MovieLens Tiny needs 0.3 MB more in", "Make room");
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void whatCanNotFitIsNotBegun() throws Exception {
        server.next(exchange -> {
            exchange.sendResponseHeaders(200, 1L << 60);
            exchange.getResponseBody().write('P');
            // The server of Java 25 keeps the headers until there is more, and forgets them where the answer breaks off.
            exchange.getResponseBody().flush();
        });

        assertThat(failure()).contains("The disk is full", ", and there are ");
        assertThat(filesLeft()).isEmpty();
    }

    @Test
    void aFolderThatCannotBeMadeIsSaidSo() throws Exception {
        Files.writeString(folder.resolve("datasets"), "a file");

        assertThatExceptionOfType(DownloadException.class).isThrownBy(this::download)
                .withMessageContaining("cannot be written into " + folder.resolve("datasets"));
    }

    @Test
    void aZipPutThereByHandIsCheckedOnce() throws Exception {
        Files.createDirectories(folder.resolve("datasets"));
        Files.write(downloads.zip(entry), file);
        assertThat(download()).hasBinaryContent(file);
        assertThat(server.requests()).isEmpty();

        Files.write(downloads.zip(entry), zipLike(7));
        assertThatExceptionOfType(DownloadException.class).isThrownBy(this::download)
                .withMessageContaining("is not the MovieLens Tiny that Marquee knows")
                .withMessageContaining("open the file by its path");
    }

    @Test
    void whatIsHereCanBeRemoved() throws Exception {
        download();

        downloads.remove(entry);
        assertThat(filesLeft()).isEmpty();
        assertThat(downloads.status(entry).state()).isEqualTo(State.ABSENT);
    }

    @Test
    void theAddressIsASettingThatACallerCanOverride() throws Exception {
        Files.writeString(folder.resolve("downloads.json"), "{\"baseAddress\": \"https://mirror.example.org/ml\"}");

        assertThat(from(null).settings().baseAddress()).isEqualTo("https://mirror.example.org/ml/");
        assertThat(from("http://x/").settings().baseAddress()).isEqualTo("http://x/");
        assertThat(from(null).from("http://y").settings().baseAddress()).isEqualTo("http://y/");
        downloads = from("file:///etc/");
        downloads.accept(entry);
        assertThat(failure()).contains("\"file:///etc/\" is not a web address");
        assertThat(from(null).settings().baseAddress()).isEqualTo("https://mirror.example.org/ml/");
    }
}
