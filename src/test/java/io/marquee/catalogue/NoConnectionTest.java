package io.marquee.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.marquee.data.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a download says where it finds nobody to ask. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class NoConnectionTest {

    private static final CatalogueEntry ENTRY = new CatalogueEntry("ml-tiny", "MovieLens Tiny", 10, 2, 3, "Tiny.", 300_000,
            Checksums.none(), Licence.MOVIELENS, "https://example.org/tiny");

    @TempDir
    Path folder;

    private String failure(String address) throws IOException {
        return failure(address, Downloads::client, Duration.ofSeconds(20));
    }

    private String failure(String address, Supplier<HttpClient> client, Duration patience) throws IOException {
        Downloads downloads = new Downloads(folder.resolve("datasets"), folder.resolve("downloads.json"), address, client,
                patience, Duration.ofMillis(1));
        downloads.accept(ENTRY);
        String message = assertThatExceptionOfType(DownloadException.class)
                .isThrownBy(() -> downloads.download(ENTRY, false, Progress.NONE)).actual().getMessage();
        assertThat(downloads.zip(ENTRY)).doesNotExist();
        return message;
    }

    @Test
    void noNetworkIsSaidSo() throws Exception {
        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        assertThat(failure("http://localhost:" + free + "/")).contains("There is no connection to localhost", "https_proxy",
                "put it here as " + folder.resolve("datasets/ml-tiny.zip"));

        assertThat(failure("http://no-such-host.invalid/")).contains("There is no connection to no-such-host.invalid",
                "no computer of that name is known here", "https_proxy").doesNotContain("Exception");
    }

    @Test
    void aProxyThatIsNotKnownOrNotThereIsNamed() throws Exception {
        assertThat(throughProxy(new InetSocketAddress("no-such-proxy.invalid", 3128))).contains(
                "There is no connection to files.invalid: no computer called no-such-proxy.invalid is known here, the proxy",
                "Check https_proxy").doesNotContain("Exception");

        int free;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = taken.getLocalPort();
        }
        assertThat(throughProxy(new InetSocketAddress("localhost", free)))
                .contains("There is no connection to files.invalid through the proxy localhost", "https_proxy")
                .doesNotContain("Exception");
    }

    private String throughProxy(InetSocketAddress proxy) throws IOException {
        return failure("http://files.invalid/", () -> HttpClient.newBuilder().proxy(ProxySelector.of(proxy)).build(),
                Duration.ofSeconds(10));
    }

    @Test
    void aConnectionThatIsNotWhatItSaysIsNotTrusted() throws Exception {
        try (PlainTextServer server = new PlainTextServer()) {
            assertThat(failure("https://localhost:" + server.port() + "/")).contains("cannot be trusted", "date and time");
        }
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            assertThat(failure("http://localhost:" + silent.getLocalPort() + "/", Downloads::client, Duration.ofMillis(300)))
                    .contains("does not answer");
        }
    }
}
