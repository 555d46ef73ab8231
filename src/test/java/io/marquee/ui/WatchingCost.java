package io.marquee.ui;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.SplitSpec;
import io.marquee.model.Preset;
import io.marquee.train.TrainingEvent;
import io.marquee.train.TrainingRequest;
import io.marquee.train.TrainingRun;
import io.marquee.train.TrainingService;
import io.marquee.ui.window.Services;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.testfx.api.FxToolkit;

/**
 * Measures what watching costs: during one run of the lecture's network the window polls and draws for some seconds, then
 * stands still for as long, in turn, and the ratings per second of both are compared. Which of the two comes first changes
 * from pair to pair, since a machine that slows down or speeds up would else favour one. Beside it stands the processor
 * time of JavaFX's own threads, which scatters far less. Not a test, since it measures time.
 * On a display, or under Xvfb: {@code java -cp target/test-classes:target/classes:... io.marquee.ui.WatchingCost
 * matinee:20m}.
 */
public final class WatchingCost {

    private static final int WARM_UP_SECONDS = 60;
    private static final int SPAN_SECONDS = 2;
    private static final int PAIRS = 45;

    private WatchingCost() {}

    public static void main(String[] arguments) throws Exception {
        FxToolkit.registerPrimaryStage();
        Services program = ProgramServices.create();
        DatasetSpec spec = DatasetSpec.of(arguments.length > 0 ? arguments[0] : "matinee:1m");
        Dataset dataset = program.datasets().open(spec, Progress.NONE);
        TrainingRequest request = new TrainingRequest(spec, new SplitSpec(0.2, 42),
                Preset.LECTURE.hyperparameters().toBuilder().learningRate(0.01).epochs(10_000).build(), "cpu");
        Meter meter = new Meter(request.hyperparameters().batchSize());
        Services services = new Services((ignored, progress) -> dataset, metered(program.training(), meter),
                program.devices(), program.recommenders(), program.models(), program.history(), program.told(),
                program.downloads(), program.mappings());
        try (WindowFixture window = WindowFixture.open(Files.createTempDirectory("marquee-watching"), services)) {
            window.waitUntil("the data is there", () -> window.workbench().dataset().datasetProperty().get() != null);
            window.robot().interact(() -> window.workbench().run().start(request, dataset));
            Thread.sleep(1000L * WARM_UP_SECONDS);
            report(window, meter);
        }
        System.exit(0);
    }

    private static void report(WindowFixture window, Meter meter) throws InterruptedException {
        List<Double> watched = new ArrayList<>();
        List<Double> unwatched = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        List<Double> drawing = new ArrayList<>();
        for (int pair = 0; pair < PAIRS; pair++) {
            boolean watchFirst = pair % 2 == 1;
            if (watchFirst) {
                watched.add(watch(window, meter, drawing));
            }
            window.robot().interact(window.window()::stop);
            unwatched.add(meter.rateOver(SPAN_SECONDS));
            if (!watchFirst) {
                watched.add(watch(window, meter, drawing));
            }
            ratios.add(watched.get(pair) / unwatched.get(pair));
        }
        System.out.printf(Locale.ROOT, "not watching %s%nwatching     %s%n", thousands(unwatched), thousands(watched));
        System.out.printf(Locale.ROOT,
                "median: not watching %,.0f, watching %,.0f ratings/s, ratio of a pair %.3f; drawing takes %.1f %% of a core%n",
                median(unwatched), median(watched), median(ratios), 100 * median(drawing));
    }

    private static double watch(WindowFixture window, Meter meter, List<Double> drawing) throws InterruptedException {
        window.robot().interact(window.window()::show);
        long began = System.nanoTime();
        long spent = drawingNanos();
        double rate = meter.rateOver(SPAN_SECONDS);
        drawing.add((double) (drawingNanos() - spent) / (System.nanoTime() - began));
        return rate;
    }

    /** Processor time so far of the threads that lay out and draw. */
    private static long drawingNanos() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && (thread.getThreadName().equals("JavaFX Application Thread")
                        || thread.getThreadName().startsWith("QuantumRenderer")))
                .mapToLong(thread -> threads.getThreadCpuTime(thread.getThreadId())).sum();
    }

    /** The service, with a meter listening beside the window. */
    private static TrainingService metered(TrainingService service, Meter meter) {
        return new TrainingService() {
            @Override
            public TrainingRun start(TrainingRequest request, Dataset data, Consumer<TrainingEvent> listener) {
                return service.start(request, data, event -> {
                    listener.accept(event);
                    meter.accept(event);
                });
            }

            @Override
            public void close() {
                service.close();
            }
        };
    }

    /** Counts ratings and the time that training, evaluation apart, took for them. */
    private static final class Meter implements Consumer<TrainingEvent> {

        private record Reading(double ratings, double seconds) {}

        private final int batchSize;
        private final AtomicReference<Reading> reading = new AtomicReference<>(new Reading(0, 0));

        Meter(int batchSize) {
            this.batchSize = batchSize;
        }

        @Override
        public void accept(TrainingEvent event) {
            if (event instanceof TrainingEvent.BatchProgress progress) {
                double ratings = (double) progress.losses().size() * batchSize;
                Reading before = reading.get();
                reading.set(new Reading(before.ratings + ratings, before.seconds + ratings / progress.ratingsPerSecond()));
            }
        }

        double rateOver(int seconds) throws InterruptedException {
            Reading start = reading.get();
            Thread.sleep(1000L * seconds);
            Reading end = reading.get();
            while (end.ratings == start.ratings) {
                // All of the span was evaluation.
                Thread.sleep(1000);
                end = reading.get();
            }
            return (end.ratings - start.ratings) / (end.seconds - start.seconds);
        }
    }

    private static String thousands(List<Double> values) {
        return values.stream().map(value -> String.format(Locale.ROOT, "%.0fk", value / 1000)).toList().toString();
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return Arrays.stream(sorted).skip((sorted.length - 1) / 2).limit(2 - sorted.length % 2).average().orElseThrow();
    }
}
