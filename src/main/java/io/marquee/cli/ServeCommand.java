package io.marquee.cli;

import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.serve.RecommendServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marquee serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Answers over HTTP, in JSON, until Ctrl+C: GET and POST /recommend, GET /similar, GET /health.",
            "GET /openapi.json describes it for programs."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee serve --model my.marquee --port 8080",
            "  curl 'localhost:8080/recommend?user=7&top=5'",
            "  curl -d '{\"ratings\": [{\"title\": \"Heat (1995)\", \"rating\": 5}]}' localhost:8080/recommend",
            "  curl 'localhost:8080/similar?movie=toy+story'"
        })
final class ServeCommand implements Callable<Integer> {

    static final int LAST_PORT = 65_535;
    static final int MOST_PREPARED = 1000;

    private final Console console;

    @Mixin
    private ModelOption model;

    @Option(names = "--port", paramLabel = "N", defaultValue = "8080", converter = Numbers.Whole.class,
            description = "Where to listen; 0 takes any that is free. Without it: ${DEFAULT-VALUE}.")
    private int port;

    @Option(names = "--host", paramLabel = "ADDRESS", defaultValue = "127.0.0.1",
            description = "Address to listen at. Without it ${DEFAULT-VALUE}, which only this machine reaches. There is no "
                    + "password: put a server that asks for one in front before others reach it.")
    private String host;

    @Option(names = "--prepare", paramLabel = "N", defaultValue = "20", converter = Numbers.Whole.class,
            description = "Work out the best N movies of every user in the background, so that many can ask at once; 0 "
                    + "works each out when asked. Without it: ${DEFAULT-VALUE}.")
    private int prepare;

    ServeCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (port < 0 || port > LAST_PORT) {
            throw CommandFailure.usage("--port must be from 0 to " + LAST_PORT + ", not " + port + ".");
        }
        if (prepare < 0 || prepare > MOST_PREPARED) {
            throw CommandFailure.usage("--prepare must be from 0 to " + MOST_PREPARED + ", not " + prepare + ".");
        }
        InetSocketAddress address = address();
        TrainedModel trained = model.load();
        CountDownLatch stopped = new CountDownLatch(1);
        try (StopOnShutdown stop = StopOnShutdown.of(stopped::countDown)) {
            long answered = serve(trained, address, stopped);
            console.say("Stopped after " + Words.count(answered, "request") + ".");
            console.flush();
            return stop.asked() ? ExitCode.INTERRUPTED : ExitCode.OK;
        }
    }

    /** @return requests that were answered until {@code stopped} */
    private long serve(TrainedModel trained, InetSocketAddress address, CountDownLatch stopped)
            throws IOException, InterruptedException {
        try (RecommendServer server = RecommendServer.start(new AskedModel(trained), address, prepare)) {
            console.say(String.format(Locale.ROOT, "Answers at http://%s:%d with a model of %s, epoch %d. "
                    + "Ctrl+C stops it.", host, server.port(), trained.protocol().dataset(), trained.result().epoch()));
            server.warm().thenRun(() -> console.say("Warmed up: it answers as fast as it can."));
            stopped.await();
            return server.answered();
        }
    }

    private InetSocketAddress address() throws IOException {
        try {
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException e) {
            throw CommandFailure.failed("There is no address '" + host + "'. Give an IP address or a host name of this "
                    + "machine with --host.");
        }
    }
}
