package io.marquee.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DatasetCatalogueTest {

    private final DatasetCatalogue catalogue = DatasetCatalogue.known();

    @Test
    void matineeAndEveryMovieLensAreListed() {
        assertThat(catalogue.entries()).extracting(CatalogueEntry::id).containsExactly("matinee:100k", "matinee:1m",
                "matinee:20m", "ml-latest-small", "ml-100k", "ml-1m", "ml-10m", "ml-20m", "ml-25m", "ml-32m");
        assertThat(catalogue.find(" ML-20M ")).hasValueSatisfying(entry -> {
            assertThat(entry.ratings()).isEqualTo(20_000_263);
            assertThat(entry.bytes()).isEqualTo(198_702_078);
            assertThat(entry.zipName()).isEqualTo("ml-20m.zip");
        });
        assertThat(catalogue.find("ml-7m")).isEmpty();
    }

    @Test
    void whatIsDownloadedHasAChecksumASourceAndALicenceToAgreeTo() {
        assertThat(catalogue.entries()).filteredOn(entry -> !entry.builtIn()).allSatisfy(entry -> {
            assertThat(entry.checksums().md5().or(entry.checksums()::sha256)).isPresent();
            assertThat(entry.checksums().md5().orElse("0".repeat(32))).matches("[0-9a-f]{32}");
            assertThat(entry.checksums().sha256().orElse("0".repeat(64))).matches("[0-9a-f]{64}");
            assertThat(entry.licence().needsConsent()).isTrue();
            assertThat(entry.licence().sentence()).contains("commercial", "cite", "endorse");
            assertThat(entry.source()).startsWith("https://grouplens.org/");
        });
    }

    @Test
    void aStatedMd5IsFoundInBothForms() {
        String hash = "cd245b17a1ae2cc31bb14903e1204af3";
        assertThat(Digests.statedMd5("MD5 (ml-20m.zip) = " + hash + "\n")).contains(hash);
        assertThat(Digests.statedMd5(hash.toUpperCase() + "  ml-20m.zip\r\n")).contains(hash);
        assertThat(Digests.statedMd5("<html>404</html>")).isEqualTo(Optional.empty());
        assertThat(Digests.statedMd5("")).isEmpty();
    }

    @Test
    void proxiesAreThoseOfTheEnvironmentThenThoseOfTheSystem() {
        Proxy systems = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("system", 1));
        ProxySelector system = ProxySelector.of(InetSocketAddress.createUnresolved("system", 1));
        URI publisher = URI.create("https://files.grouplens.org/x");

        assertThat(select(system, publisher, Map.of("https_proxy", "http://127.0.0.1:3128/")).address())
                .isEqualTo(new InetSocketAddress("127.0.0.1", 3128));
        assertThat(select(system, publisher, Map.of("HTTPS_PROXY", "127.0.0.1:8080")).address())
                .isEqualTo(new InetSocketAddress("127.0.0.1", 8080));
        assertThat(select(system, publisher, Map.of("https_proxy", "http://127.0.0.1:1", "no_proxy", "a.b, .grouplens.org")))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(select(system, publisher, Map.of("https_proxy", "http://127.0.0.1:1", "no_proxy", "*")))
                .isEqualTo(Proxy.NO_PROXY);
        assertThat(select(system, publisher, Map.of("http_proxy", "http://127.0.0.1:1"))).isEqualTo(systems);
        assertThat(select(system, publisher, Map.of("https_proxy", "::nonsense::"))).isEqualTo(systems);
        assertThat(select(system, publisher, Map.of())).isEqualTo(systems);
    }

    private static Proxy select(ProxySelector system, URI address, Map<String, String> environment) {
        return new EnvironmentProxies(environment::get, system).select(address).get(0);
    }
}
