package io.marquee.cli;

import io.marquee.model.Hyperparameters;
import io.marquee.train.TrainingRequest;
import io.marquee.tune.GridSearch;
import io.marquee.tune.RandomSearch;
import io.marquee.tune.SearchPlan;
import io.marquee.tune.SearchSpace;
import io.marquee.tune.Strategy;
import io.marquee.tune.SuccessiveHalving;
import io.marquee.tune.Variation;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** {@code marquee tune}: searches for hyperparameters. */
@Command(
        name = "tune",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = {
            "Searches for hyperparameters: trains one trial after the other and compares them on a validation part.",
            "Ctrl+C pauses; 'marquee tune resume last' goes on, after a crash too. Each trial is a run of the history."
        },
        commandListHeading = "%nCommands:%n",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee tune matinee --vary learning-rate=0.0005..0.01:log --vary embedding=8,16,32 --minutes 5",
            "  marquee tune ml-latest-small --vary hidden=64,256,512-256 --vary l2=0,1e-5,1e-4 --strategy grid",
            "  marquee tune ml-20m --strategy halving --epochs 9 --vary learning-rate=0.02..0.2:log --minutes 60",
            "  marquee tune --vary batch=128..4096:log --trials 12 --seed 7 --save best.marquee --json",
            "  marquee tune resume last --minutes 10",
            "",
            "What can vary: learning-rate, embedding, hidden, batch, optimizer, momentum, l2, embedding-scale, epochs.",
            "Values: 8,16,32; a range 0.1..0.9; 0.001..0.1:log, even by ratio; 0.001..0.1:log:5, of which a grid takes 5.",
            "Layers of one network are joined by hyphens: hidden=256,512-256."
        })
final class TuneCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Parameters(arity = "0..1", paramLabel = "DATA", description = "The same as --data.")
    private String place;

    @Option(names = "--vary", paramLabel = "NAME=VALUES", converter = Varied.class,
            description = "What varies, and within what; once for each hyperparameter. All else is as for 'marquee train'.")
    private List<Variation> varied = new ArrayList<>();

    @Option(names = "--strategy", paramLabel = "NAME", defaultValue = "random",
            description = "random; grid, every combination; halving, many short trials of which the best go on "
                    + "(successive halving). Without it: ${DEFAULT-VALUE}.")
    private Kind strategy;

    @Option(names = "--minutes", paramLabel = "M", defaultValue = "10", converter = Numbers.Real.class,
            description = "How long to search, pauses excluded. Without it: ${DEFAULT-VALUE}.")
    private double minutes;

    @Option(names = "--trials", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Begin at most N trials. Without it: the whole grid; at random as many as the time allows; with "
                    + "halving as many as leave one in --eta at the last rung.")
    private Integer trials;

    @Option(names = "--eta", paramLabel = "N", converter = Numbers.Whole.class,
            description = "With halving: one trial in N goes on, and trains N times as long. Without it: 3.")
    private Integer eta;

    @Option(names = "--rungs", paramLabel = "N", converter = Numbers.Whole.class,
            description = "With halving: how often trials are compared. Without it: 3, or fewer where there are few epochs.")
    private Integer rungs;

    @Option(names = "--save", paramLabel = "FILE", description = "Save the model of the best trial.")
    private Path save;

    @Option(names = "--json", description = "Print the result as JSON, and everything else on standard error.")
    private boolean json;

    @Mixin
    private RequestOptions asked;

    /** The ways to search. */
    enum Kind {
        RANDOM,
        GRID,
        HALVING
    }

    private TuneCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    /** The command with those below it. */
    static CommandLine of(Console console, Services services) {
        return new CommandLine(new TuneCommand(console, services))
                .addSubcommand(new TuneListCommand(console, services))
                .addSubcommand(new TuneShowCommand(console, services))
                .addSubcommand(new TuneResumeCommand(console, services))
                .addSubcommand(new TuneDeleteCommand(console, services));
    }

    @Override
    public Integer call() throws Exception {
        if (save != null) {
            ReportTarget.checkFolder(save);
        }
        SearchPlan plan = plan();
        SearchSession session = new SearchSession(console, services, json, Optional.ofNullable(save));
        return session.begin(plan);
    }

    private SearchPlan plan() throws IOException {
        if (place != null) {
            asked.data(place);
        }
        if (asked.allFolds()) {
            throw CommandFailure.usage("A search compares on one validation part: leave out --folds, or say which fold is the test "
                    + "part with --fold.");
        }
        TrainingRequest base = asked.request(services);
        Hyperparameters hyperparameters = base.hyperparameters();
        try {
            return SearchPlan.of(base, new SearchSpace(varied), strategy(hyperparameters.epochs()), hyperparameters.seed(), minutes,
                    Optional.ofNullable(trials));
        } catch (IllegalArgumentException e) {
            throw CommandFailure.usage(e.getMessage());
        }
    }

    private Strategy strategy(int epochs) {
        if (strategy != Kind.HALVING && (eta != null || rungs != null)) {
            throw CommandFailure.usage((eta != null ? "--eta" : "--rungs") + " goes with --strategy halving.");
        }
        return switch (strategy) {
            case RANDOM -> new RandomSearch();
            case GRID -> new GridSearch();
            case HALVING -> {
                int kept = eta == null ? SuccessiveHalving.USUAL_ETA : eta;
                yield rungs == null ? SuccessiveHalving.usual(kept, epochs) : new SuccessiveHalving(kept, rungs);
            }
        };
    }

    /** Reads "embedding=8,16,32". */
    static final class Varied implements ITypeConverter<Variation> {
        @Override
        public Variation convert(String text) {
            try {
                return Variation.parse(text);
            } catch (IllegalArgumentException e) {
                throw new TypeConversionException(e.getMessage());
            }
        }
    }
}
