package io.marquee.serve;

import java.util.List;

/**
 * What a {@link LoadClient} is to ask a server of this machine.
 *
 * @param port where the server listens on the loopback address
 * @param connections connections that ask at the same time, each the next question once it has its answer
 * @param milliseconds how long to begin questions; each connection asks one at least
 * @param requests whole requests as they are sent; the connections take turns through them
 */
record LoadTask(int port, int connections, long milliseconds, List<String> requests) {}
