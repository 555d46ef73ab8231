package io.marquee.catalogue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Finds proxies as command line programs do, in the environment variables {@code https_proxy}, {@code http_proxy} and
 * {@code no_proxy} (upper case too), and otherwise where Java and the system have them.
 */
final class EnvironmentProxies extends ProxySelector {

    private static final int DEFAULT_PORT = 80;

    private final Function<String, String> environment;
    private final ProxySelector otherwise;

    /** @param otherwise asked where the environment names no proxy */
    EnvironmentProxies(Function<String, String> environment, ProxySelector otherwise) {
        this.environment = environment;
        this.otherwise = otherwise;
    }

    @Override
    public List<Proxy> select(URI uri) {
        String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
        String proxy = variable(scheme + "_proxy");
        if (proxy.isEmpty()) {
            return otherwise.select(uri);
        }
        if (excluded(String.valueOf(uri.getHost()))) {
            return List.of(Proxy.NO_PROXY);
        }
        try {
            URI address = URI.create(proxy.contains("://") ? proxy : "http://" + proxy);
            if (address.getHost() != null) {
                int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
                return List.of(new Proxy(Proxy.Type.HTTP, new InetSocketAddress(address.getHost(), port)));
            }
        } catch (IllegalArgumentException notAnAddress) {
            // As where the variable is not set: the system may know better.
            return otherwise.select(uri);
        }
        return otherwise.select(uri);
    }

    private boolean excluded(String host) {
        for (String name : variable("no_proxy").split(",")) {
            String suffix = name.strip().toLowerCase(Locale.ROOT);
            if (suffix.equals("*")) {
                return true;
            }
            String bare = suffix.startsWith(".") ? suffix.substring(1) : suffix;
            if (!bare.isEmpty() && (host.equalsIgnoreCase(bare)
                    || host.toLowerCase(Locale.ROOT).endsWith("." + bare))) {
                return true;
            }
        }
        return false;
    }

    private String variable(String name) {
        String value = environment.apply(name);
        String found = value != null ? value : environment.apply(name.toUpperCase(Locale.ROOT));
        return found == null ? "" : found.strip();
    }

    @Override
    public void connectFailed(URI uri, SocketAddress address, IOException failure) {
        otherwise.connectFailed(uri, address, failure);
    }
}
