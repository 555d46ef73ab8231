package io.marquee.cli;

import io.marquee.data.UserAttributes;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.AskedModel;
import io.marquee.recommend.AskedUser;
import io.marquee.recommend.Explanation;
import io.marquee.recommend.Recommendation;
import io.marquee.recommend.RecommendationRequest;
import io.marquee.recommend.SimilarItem;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
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
        description = {
            "Prints the movies with the highest predicted rating that someone has not rated yet: a user of the",
            "dataset (--user), or you, after rating a few movies (--rate, --profile, --import).",
            "Or prints the movies that are like one (--similar), or writes the lists of all users (--all-users)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marquee recommend --model my.marquee --user 7",
            "  marquee recommend --model my.marquee --user 7 --genre Comedy,Drama --from-year 1990 --diversity 0.3",
            "  marquee recommend --model my.marquee --rate \"Heat (1995)=5\" \"Toy Story=2.5\" --explain",
            "  marquee recommend --model my.marquee --import letterboxd-ratings.csv --min-ratings 50",
            "  marquee recommend --model my.marquee --similar \"matrix the\"",
            "  marquee recommend --model my.marquee --all-users --out lists.csv",
            "  marquee recommend --model my.marquee --user 7 --top 25 --json | jq '.recommendations[].title'"
        })
final class RecommendCommand implements Callable<Integer> {

    private static final int REASONS = 3;

    private final Console console;

    @Mixin
    private ModelOption model;

    @Option(names = "--user", paramLabel = "ID", description = "Recommend for a user of the dataset, by id.")
    private String user;

    @Mixin
    private OwnRatingOptions own;

    @Option(names = "--similar", paramLabel = "TITLE",
            description = "Print movies like this one, by the cosine of their embeddings.")
    private String similar;

    @Mixin
    private AllUsersOptions everybody;

    @Option(names = "--top", paramLabel = "N", defaultValue = "10", converter = Numbers.Whole.class,
            description = "How many. Without it: ${DEFAULT-VALUE}.")
    private int top;

    @Mixin
    private MovieFilterOptions filters;

    @Option(names = "--explain", description = "Say which ratings moved each prediction most, and about its genres.")
    private boolean explain;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RecommendCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws Exception {
        if (top < 1) {
            throw CommandFailure.usage("--top must be at least 1, not " + top + ".");
        }
        if ((user != null ? 1 : 0) + (own.given() ? 1 : 0) + (similar != null ? 1 : 0)
                + (everybody.given() ? 1 : 0) != 1) {
            throw CommandFailure.usage("Say for whom: give one of --user, --all-users, --similar, and your own ratings by "
                    + "--rate, --profile or --import.");
        }
        if (everybody.given()) {
            return everybody.write(model, top, filters.onlyIncludeRated(explain || json), console);
        }
        if (similar != null) {
            filters.refuseWithSimilar(explain);
        }
        RecommendationRequest request = filters.request(top);
        TrainedModel trained = model.load();
        AskedModel asked = new AskedModel(trained);
        AskedTitles titles = new AskedTitles(asked, console);
        if (similar != null) {
            return similar(asked, titles);
        }
        filters.check(asked);
        OwnRatings ratings = user == null ? own.read(asked, titles, console) : null;
        AskedUser someone = user == null ? asked.newUser(ratings.forModel(asked)) : asked.recommender().user(user);
        List<Recommendation> recommendations = asked.recommender().recommend(someone, request);
        List<Explanation> reasons = explain ? reasons(asked, someone, recommendations) : List.of();
        Optional<UserAttributes> about = user == null ? Optional.empty() : trained.catalogue().user(user.strip());
        if (json) {
            ReportTarget.print(RecommendationReport.of(user == null ? null : user.strip(), about, recommendations,
                    reasons), console);
            return ExitCode.OK;
        }
        RecommendationTable table = new RecommendationTable(console);
        if (user == null) {
            table.yours(ratings.rated());
        } else {
            table.rated(user.strip(), about, asked.recommender().ratedBy(user));
        }
        table.recommended(recommendations, reasons);
        return ExitCode.OK;
    }

    private static List<Explanation> reasons(AskedModel asked, AskedUser someone,
            List<Recommendation> recommendations) {
        return recommendations.stream()
                .map(each -> asked.explainer().explain(someone, asked.indexOf(each.item()), REASONS))
                .toList();
    }

    private int similar(AskedModel asked, AskedTitles titles) throws IOException {
        int movie = titles.find(similar);
        if (!asked.similar().knows(movie)) {
            throw CommandFailure.failed("The model has not learnt " + asked.facts().item(movie).displayTitle()
                    + ": all its ratings are in the test part.");
        }
        List<SimilarItem> neighbours = asked.similar().to(movie, top, filters.minimumRatings());
        if (json) {
            ReportTarget.print(SimilarReport.of(asked.facts().item(movie), neighbours), console);
        } else {
            new RecommendationTable(console).similar(asked.facts().item(movie), neighbours);
        }
        return ExitCode.OK;
    }
}
