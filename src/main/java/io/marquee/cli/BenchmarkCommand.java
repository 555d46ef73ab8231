package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.MatineePreset;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import io.marquee.train.SpeedReport;
import io.marquee.train.SpeedTest;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code marquee benchmark}. */
@Command(
        name = "benchmark",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Measures how fast this machine trains: the fast path, stock DL4J layers and the data path alone,",
            "in turn within one run, and how near the fast path comes to the machine's arithmetic peak."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee benchmark",
            "  marquee benchmark --like ml-100k --batch 512 --optimizer sgd --seconds 10",
            "  marquee benchmark --json - | jq .speedup"
        })
final class BenchmarkCommand implements Callable<Integer> {

    private static final double ADAM_RATE = 0.001;

    private final Console console;
    private final Services services;

    @Option(names = "--like", paramLabel = "SIZE", defaultValue = "ml-20m", converter = Choices.Likeness.class,
            completionCandidates = Choices.Likeness.class,
            description = "Shape of the data: ${COMPLETION-CANDIDATES}. Without it: ${DEFAULT-VALUE}.")
    private MatineePreset like;

    @Option(names = "--embedding", paramLabel = "SIZE", defaultValue = "10", converter = Numbers.Whole.class,
            description = "Size of the embeddings. Without it: ${DEFAULT-VALUE}.")
    private int embedding;

    @Option(names = "--hidden", paramLabel = "SIZE[,SIZE...]", defaultValue = "1024", converter = Numbers.Layers.class,
            description = "Outputs of each hidden layer. Without it: ${DEFAULT-VALUE}.")
    private Numbers.LayerSizes hidden;

    @Option(names = "--batch", paramLabel = "RATINGS", defaultValue = "1024", converter = Numbers.Whole.class,
            description = "Ratings a step. Without it: ${DEFAULT-VALUE}.")
    private int batch;

    @Option(names = "--optimizer", paramLabel = "NAME", defaultValue = "adam", converter = Choices.Optimizers.class,
            completionCandidates = Choices.Optimizers.class,
            description = "One of ${COMPLETION-CANDIDATES}. Without it: ${DEFAULT-VALUE}.")
    private OptimizerKind optimizer;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "30", converter = Numbers.Real.class,
            description = "How long to measure. Without it: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--json", paramLabel = "FILE|-",
            description = "Write a report; - writes it to standard output and everything else to standard error.")
    private String json;

    BenchmarkCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (!(seconds >= 1 && seconds <= 3600)) {
            throw CommandFailure.usage("--seconds must be from 1 to 3600, not " + seconds + ".");
        }
        Hyperparameters hyperparameters = hyperparameters();
        Optional<ReportTarget> report = Optional.ofNullable(json).map(ReportTarget::of);
        report.ifPresent(ReportTarget::check);
        Dataset dataset = new DatasetOpener(console, services.datasets()).open(DatasetSpec.of("matinee:" + like.id()));
        SpeedReport speed;
        try (WorkBar bar = new WorkBar(console)) {
            speed = new SpeedTest(dataset, hyperparameters).run(seconds, bar);
        }
        print(speed, report.isPresent() && report.get().toStandardOutput() ? console.resultsOnError() : console);
        if (report.isPresent()) {
            report.get().write(speed, console);
        }
        return ExitCode.OK;
    }

    private Hyperparameters hyperparameters() {
        Hyperparameters lecture = Preset.LECTURE.hyperparameters();
        return lecture.toBuilder()
                .embeddingSize(embedding)
                .hiddenLayers(hidden.sizes())
                .batchSize(batch)
                .optimizer(optimizer)
                .learningRate(optimizer == OptimizerKind.ADAM ? ADAM_RATE : lecture.learningRate())
                .build();
    }

    private static void print(SpeedReport speed, Console console) {
        Hyperparameters hyperparameters = speed.hyperparameters();
        console.result("Data          %s", speed.dataset());
        console.result("Network       embeddings of %d, hidden %s; %s, batches of %,d", hyperparameters.embeddingSize(),
                hyperparameters.hiddenLayers().stream().map(String::valueOf).collect(Collectors.joining(", ")),
                hyperparameters.optimizer().displayName(), hyperparameters.batchSize());
        console.result("Fast path     %,12.0f ratings/s   %s", speed.fastRatingsPerSecond(), speed.engine());
        console.result("Stock DL4J    %,12.0f ratings/s   all embedding rows updated in each step",
                speed.stockRatingsPerSecond());
        console.result("Data alone    %,12.0f ratings/s   shuffle and batch filling on one thread",
                speed.dataOnlyRatingsPerSecond());
        console.result("Speedup       %12.1f x           fast path over stock layers", speed.speedup());
        console.result("Data share    %12.1f %%           of the fast path's time", 100 * speed.dataShare());
        console.result("Of the peak   %12.1f %%           of %.1f thousand million multiply-adds a second",
                100 * speed.peakFraction(), speed.peakMultiplyAddsPerSecond() / 1e9);
        console.result("ML-20M epoch  %12.1f s           %,d train ratings, without evaluation",
                speed.projectedEpochSeconds(), SpeedReport.MOVIELENS_20M_TRAIN_RATINGS);
        console.result("Protocol      medians of %d turns within one run; fast path and stock layers include shuffle,",
                speed.turns());
        console.result("              batch filling and updates, and leave evaluation out.");
    }
}
