package io.marquee.serve;

import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Under which names a server that only its own machine reaches is asked. A page on the web could point a name of its own at
 * 127.0.0.1 and read the answers in the browser of whoever looks at it (DNS rebinding); that name then stands in the request.
 */
final class OwnNames {

    /** IPv4 or, in brackets, IPv6: nobody can point these elsewhere. */
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.%]+]");
    private static final Pattern PORT = Pattern.compile(":[0-9]*$");

    private final boolean onlyThisMachine;
    private final String own;

    /** @param address where the server listens */
    OwnNames(InetSocketAddress address) {
        onlyThisMachine = address.getAddress().isLoopbackAddress();
        own = address.getHostString().toLowerCase(Locale.ROOT);
    }

    /**
     * Checks the name in a request.
     *
     * @param host header {@code Host}, with or without a port; null where there is none, as from programs that are no browser
     * @throws BadRequestException if it is a name that is not this machine's
     */
    void check(String host) throws BadRequestException {
        if (!onlyThisMachine || host == null) {
            return;
        }
        String name = PORT.matcher(host.strip().toLowerCase(Locale.ROOT)).replaceFirst("");
        boolean mine = name.isEmpty() || name.equals(own) || name.equals("localhost") || name.endsWith(".localhost")
                || ADDRESS.matcher(name).matches();
        if (!mine) {
            throw new BadRequestException(421, "This server answers its own machine alone, which asks for localhost or "
                    + "127.0.0.1, not for another name. A server in front of it has to pass on one of these as Host.");
        }
    }
}
