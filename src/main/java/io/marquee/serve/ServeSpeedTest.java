package io.marquee.serve;

import com.sun.management.OperatingSystemMXBean;
import io.marquee.data.Progress;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Measures how fast a model answers over HTTP: servers on the loopback address in this process, and a process that asks them.
 * Kinds of questions take turns, so that a machine that is busy for a while slows all of them.
 */
public final class ServeSpeedTest {

    /** Java counts a process's time in steps of 10 ms on Linux: a kind is to be asked for fifty of them. */
    public static final double LEAST_SECONDS = 3;

    private static final int TURNS = 5;

    /** The compiler has more to do here than in training. */
    private static final int WARM_UP_TURNS = 3;
    private static final int CONNECTIONS = 16;
    private static final int QUESTIONS = 2_000;

    /** Users whose lists are worked out ahead: all would take minutes, and each answers like any other. */
    private static final int PREPARED_USERS = 500;
    private static final int PREPARED_MOVIES = 20;
    private static final long SEED = 11;

    private final AskedModel asked;
    private final int processors = Runtime.getRuntime().availableProcessors();
    private final OperatingSystemMXBean system =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    public ServeSpeedTest(TrainedModel model) {
        this.asked = new AskedModel(model);
    }

    /**
     * Measures for some {@code seconds}, {@value #LEAST_SECONDS} at least, after warming up for more than half as long.
     *
     * @throws IOException with a sentence if a server cannot be started, or if it does not answer
     * @throws CancellationException if {@code progress} asks to stop
     */
    public ServeSpeed run(double seconds, Progress progress) throws IOException {
        progress.report(0, "starting the servers");
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (RecommendServer computing = RecommendServer.open(asked, anyPort, 0);
                RecommendServer prepared = RecommendServer.open(asked, anyPort, PREPARED_MOVIES);
                LoadProcess client = new LoadProcess()) {
            int users = asked.model().users().size();
            prepared.prepare(Math.min(users, PREPARED_USERS));
            List<Asked> kinds = kinds(computing.port(), prepared.port(), Math.min(users, PREPARED_USERS));
            double piece = seconds / TURNS / kinds.size();
            List<List<Measured>> turns = new ArrayList<>();
            for (int turn = 0; turn < WARM_UP_TURNS + TURNS; turn++) {
                progress.report((double) turn / (WARM_UP_TURNS + TURNS), turn < WARM_UP_TURNS
                        ? "warming up" : "turn " + (turn - WARM_UP_TURNS + 1) + " of " + TURNS);
                List<Measured> measured = new ArrayList<>();
                for (Asked kind : kinds) {
                    if (progress.cancelled()) {
                        throw new CancellationException();
                    }
                    measured.add(measure(kind, piece, client));
                }
                turns.add(measured);
            }
            return report(kinds, turns.subList(WARM_UP_TURNS, turns.size()), piece);
        }
    }

    private List<Asked> kinds(int computing, int prepared, int preparedUsers) {
        UsualQuestions usual = new UsualQuestions(asked, SEED);
        int users = asked.model().users().size();
        return List.of(
                        new Asked(ServeSpeed.COMPUTED, computing, usual.forUsers(QUESTIONS, users)),
                        new Asked("prepared", prepared, usual.forUsers(QUESTIONS, preparedUsers)),
                        new Asked("filtered", computing, usual.filtered(QUESTIONS)),
                        new Asked("rated", computing, usual.withRated(QUESTIONS)),
                        new Asked("new-user", computing, usual.forSomeoneNew(QUESTIONS)),
                        new Asked("similar", computing, usual.similar(QUESTIONS)))
                .stream().filter(kind -> !kind.requests().isEmpty()).toList();
    }

    private Measured measure(Asked kind, double seconds, LoadProcess client) throws IOException {
        long before = system.getProcessCpuTime();
        LoadResult result = client.run(new LoadTask(kind.port(), CONNECTIONS, Math.round(seconds * 1000), kind.requests()));
        return new Measured(result, (system.getProcessCpuTime() - before) / 1e6);
    }

    private ServeSpeed report(List<Asked> kinds, List<List<Measured>> turns, double piece) {
        List<ServeSpeed.Kind> measured = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            int kind = i;
            measured.add(new ServeSpeed.Kind(kinds.get(i).name(),
                    median(turns, turn -> turn.get(kind).rate()),
                    median(turns, turn -> turn.get(kind).rate() / turn.get(0).rate()),
                    median(turns, turn -> turn.get(kind).result().medianMillis()),
                    median(turns, turn -> turn.get(kind).result().slowMillis()),
                    sum(turns, turn -> turn.get(kind).processorMillis())
                            / sum(turns, turn -> turn.get(kind).result().answered())));
        }
        TrainedModel model = asked.model();
        return new ServeSpeed(model.protocol().dataset(), model.users().size(), model.items().size(),
                model.hyperparameters().hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                processors, CONNECTIONS, TURNS, piece, measured, String.format(Locale.ROOT,
                        "medians of %d turns of %.2g s each within one run, after a warm-up; %d connections that stay open, "
                                + "each asking for ten movies again once it has its answer, from one process with a "
                                + "thread for each; the server has a thread for each too, and both share %d processors; "
                                + "processor time is that of all turns over their answers.",
                        TURNS, piece, CONNECTIONS, processors));
    }

    private static double median(List<List<Measured>> turns, ToDoubleFunction<List<Measured>> value) {
        double[] sorted = turns.stream().mapToDouble(value).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private static double sum(List<List<Measured>> turns, ToDoubleFunction<List<Measured>> value) {
        return turns.stream().mapToDouble(value).sum();
    }

    /** A kind of question, and who is asked. */
    private record Asked(String name, int port, List<String> requests) {}

    /** What came of a kind in a turn, and the server's processor time meanwhile. */
    private record Measured(LoadResult result, double processorMillis) {
        double rate() {
            return result.requestsPerSecond();
        }
    }
}
