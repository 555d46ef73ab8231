package io.marquee.cli;

import io.marquee.model.TrainedModel;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.Recommender;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marquee recommend}. */
@Command(
        name = "recommend",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        abbreviateSynopsis = true,
        versionProvider = MarqueeCommand.Version.class,
        description = "Prints the movies with the highest predicted rating that a user has not rated yet.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee recommend --model my.marquee --user 7",
            "  marquee recommend --model my.marquee --user 7 --top 25 --json | jq '.recommendations[].title'"
        })
final class RecommendCommand implements Callable<Integer> {

    private final Console console;
    private final Services services;

    @Mixin
    private ModelOption model;

    @Option(names = "--user", paramLabel = "ID", required = true, description = "The user's id in the dataset.")
    private String user;

    @Option(names = "--top", paramLabel = "N", defaultValue = "10", converter = Numbers.Whole.class,
            description = "How many. Without it: ${DEFAULT-VALUE}.")
    private int top;

    @Option(names = "--include-rated", description = "Recommend movies the user has rated, too.")
    private boolean includeRated;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RecommendCommand(Console console, Services services) {
        this.console = console;
        this.services = services;
    }

    @Override
    public Integer call() throws Exception {
        if (top < 1) {
            throw CommandFailure.usage("--top must be at least 1, not " + top + ".");
        }
        TrainedModel trained = model.load();
        Recommender recommender = services.recommender().apply(trained);
        List<Recommendation> recommendations = recommender.recommend(user.strip(), top, includeRated);
        if (json) {
            ReportTarget.print(RecommendationReport.of(user.strip(), recommendations), console);
            return ExitCode.OK;
        }
        RecommendationTable table = new RecommendationTable(console);
        table.rated(user.strip(), recommender.ratedBy(user.strip()));
        table.recommended(recommendations);
        return ExitCode.OK;
    }
}
