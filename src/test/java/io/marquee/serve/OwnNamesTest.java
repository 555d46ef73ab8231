package io.marquee.serve;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OwnNamesTest {

    private static final OwnNames ON_THIS_MACHINE = new OwnNames(at("127.0.0.1"));

    private static InetSocketAddress at(String address) {
        try {
            return new InetSocketAddress(InetAddress.getByName(address), 8080);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"localhost", "localhost:8080", "LOCALHOST:8080", "127.0.0.1", "127.0.0.1:8080", "[::1]:8080", "[::1]",
        "marquee.localhost:8080", ""})
    void thisMachineIsAskedByItsOwnNames(String host) {
        assertThatCode(() -> ON_THIS_MACHINE.check(host)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example:8080", "localhost.evil.example", "127.0.0.1.evil.example", "evil", "localhost:8080.evil",
        "127.0.0.1@evil"})
    void aNameOfAWebPageIsRefused(String host) {
        assertThatThrownBy(() -> ON_THIS_MACHINE.check(host)).isInstanceOf(BadRequestException.class)
                .hasMessageContaining("localhost");
    }

    @Test
    void aServerThatOthersReachHasAnyName() {
        assertThatCode(() -> new OwnNames(at("0.0.0.0")).check("movies.example")).doesNotThrowAnyException();
    }
}
