package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSpec;
import io.marquee.data.MatineePreset;
import io.marquee.data.open.ImportBenchmark;
import io.marquee.data.open.ImportSpeed;
import io.marquee.model.Hyperparameters;
import io.marquee.model.ModelFile;
import io.marquee.model.OptimizerKind;
import io.marquee.model.Preset;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AnswerSpeed;
import io.marquee.recommend.AnswerSpeedTest;
import io.marquee.serve.ServeSpeed;
import io.marquee.serve.ServeSpeedTest;
import io.marquee.train.SpeedReport;
import io.marquee.train.SpeedTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
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
            "in turn within one run, and how near the fast path comes to the machine's arithmetic peak.",
            "With --full also what other threads, batches, optimisers, table sizes and embeddings change.",
            "With --recommend how fast a model answers, with --serve how fast it does so over HTTP, with --import how",
            "fast a rating file opens, instead."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee benchmark",
            "  marquee benchmark --like ml-100k --batch 512 --optimizer sgd --seconds 10",
            "  marquee benchmark --full --threads 2",
            "  marquee benchmark --recommend my.marquee",
            "  marquee benchmark --serve --seconds 60",
            "  marquee benchmark --import ml-20m/ratings.csv",
            "  marquee benchmark --json - | jq .speedup"
        })
final class BenchmarkCommand implements Callable<Integer> {

    private static final int QUESTIONS = 200;
    private static final double ADAM_RATE = 0.001;
    private static final String TRAINED_HERE = "";

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

    @Mixin
    private ThreadsOption threads;

    @Option(names = "--seconds", paramLabel = "S", defaultValue = "30", converter = Numbers.Real.class,
            description = "How long to measure. Without it: ${DEFAULT-VALUE}.")
    private double seconds;

    @Option(names = "--full",
            description = "Measure one thread against all, half the batch, other optimisers, 10 times the users, "
                    + "embeddings of 128, evaluation and allocation too; takes some four times as long.")
    private boolean full;

    @Option(names = "--recommend", paramLabel = "MODEL",
            description = "Measure how fast a saved model answers instead: top lists, reasons, new users, titles.")
    private Path answering;

    @Option(names = "--serve", paramLabel = "MODEL", arity = "0..1", fallbackValue = TRAINED_HERE,
            description = "Measure how fast a model answers over HTTP instead: lists worked out before and when asked, "
                    + "filtered ones, new users, similar movies. Without MODEL one is trained for an epoch on data like "
                    + "--like, with --embedding and --hidden.")
    private String serving;

    @Option(names = "--import", paramLabel = "FILE",
            description = "Measure how fast a rating file, folder or zip opens the first time and again, and how fast "
                    + "Commons CSV reads it on one thread. No training is measured.")
    private String importFile;

    @Option(names = "--json", paramLabel = "FILE|-",
            description = "Write a report; - writes it to standard output and everything else to standard error.")
    private String json;

    BenchmarkCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (!(seconds >= 0.2 && seconds <= 3600)) {
            throw CommandFailure.usage("--seconds must be from 0.2 to 3600, not " + seconds + ".");
        }
        if (Stream.of(answering, serving, importFile).filter(Objects::nonNull).count() > 1) {
            throw CommandFailure.usage("--recommend, --serve and --import measure different things: give one of them.");
        }
        if (serving != null && seconds < ServeSpeedTest.LEAST_SECONDS) {
            throw CommandFailure.usage("--seconds must be " + ServeSpeedTest.LEAST_SECONDS + " at least with --serve, not "
                    + seconds + ": each of six kinds of questions needs some time of its own.");
        }
        Hyperparameters hyperparameters = hyperparameters();
        Optional<ReportTarget> report = Optional.ofNullable(json).map(ReportTarget::of);
        report.ifPresent(ReportTarget::check);
        if (answering != null) {
            return measureAnswers(report);
        }
        if (serving != null) {
            return measureServing(hyperparameters, report);
        }
        if (importFile != null) {
            return measureImport(report);
        }
        Dataset dataset = open(made());
        SpeedReport speed;
        try (WorkBar bar = new WorkBar(console)) {
            int workers = threads.count() == 0 ? Runtime.getRuntime().availableProcessors() : threads.count();
            speed = new SpeedTest(dataset, hyperparameters, workers).run(seconds, full, bar);
        }
        new SpeedTable(results(report)).print(speed);
        return written(speed, report);
    }

    private DatasetSpec made() {
        return DatasetSpec.of("matinee:" + like.id());
    }

    private Dataset open(DatasetSpec spec) throws IOException {
        return new DatasetOpener(console, services.datasets()).open(spec);
    }

    private int measureAnswers(Optional<ReportTarget> report) throws IOException {
        AnswerSpeed speed = new AnswerSpeedTest(ModelFile.load(answering), QUESTIONS).run();
        new AnswerSpeedTable(results(report)).print(speed);
        return written(speed, report);
    }

    private int measureServing(Hyperparameters hyperparameters, Optional<ReportTarget> report)
            throws IOException, InterruptedException {
        ServeSpeedSession session = new ServeSpeedSession(console);
        TrainedModel model = serving.equals(TRAINED_HERE)
                ? session.train(made(), open(made()), hyperparameters) : ModelFile.load(Path.of(serving));
        ServeSpeed speed = session.measure(model, seconds);
        ServeSpeedTable.print(speed, results(report));
        return written(speed, report);
    }

    private int measureImport(Optional<ReportTarget> report) throws IOException {
        ImportSpeed speed;
        try (WorkBar bar = new WorkBar(console)) {
            speed = ImportBenchmark.run(importFile, bar);
        }
        ImportSpeedTable.print(speed, results(report));
        return written(speed, report);
    }

    /** Where the table goes: not between the JSON. */
    private Console results(Optional<ReportTarget> report) {
        return report.isPresent() && report.get().toStandardOutput() ? console.resultsOnError() : console;
    }

    private int written(Object speed, Optional<ReportTarget> report) throws IOException {
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
}
