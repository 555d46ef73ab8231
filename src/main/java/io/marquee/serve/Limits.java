package io.marquee.serve;

import java.time.Duration;

/** What one request may ask for. */
final class Limits {

    /** Movies in an answer where nothing is said. */
    static final int USUAL_MOVIES = 10;
    static final int MOST_MOVIES = 1000;

    /** Bytes of a request's body. */
    static final int MOST_BODY_BYTES = 512 * 1024;

    /** How long a client may take to send a request, or to take an answer. */
    static final Duration CLIENT_TIME = Duration.ofSeconds(10);

    /** How long a request waits for its turn before it is told to come back later. */
    static final Duration WAITING_TIME = Duration.ofSeconds(5);

    /** Answers worked out at once, for each processor. */
    static final int ANSWERS_A_PROCESSOR = 32;

    /** Connections served at once; others wait to be accepted. */
    static final int CONNECTIONS = 200;

    private Limits() {}

    /** The JDK's server takes these from system properties only, when its first server is made: call it before. */
    static void tellTheServer() {
        String seconds = Long.toString(CLIENT_TIME.toSeconds());
        System.setProperty("sun.net.httpserver.maxReqTime", seconds);
        System.setProperty("sun.net.httpserver.maxRspTime", seconds);
        // Without it each answer waits for the client's delayed acknowledgement, 40 ms.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }
}
