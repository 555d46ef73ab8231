package io.marquee.cli;

import io.marquee.recommend.AskedModel;
import io.marquee.recommend.ItemFilter;
import io.marquee.recommend.RecommendationRequest;
import io.marquee.recommend.SeenRule;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import picocli.CommandLine.Option;

/** Which movies may be recommended. */
final class MovieFilterOptions {

    @Option(names = "--include-rated", description = "Recommend movies the user has rated, too.")
    private boolean includeRated;

    @Option(names = "--include-test",
            description = "Recommend movies whose rating is in the test part, too, and print that rating.")
    private boolean includeTest;

    @Option(names = "--genre", paramLabel = "GENRE", split = ",",
            description = "Only movies of this genre, or of one of several divided by commas.")
    private List<String> genres = List.of();

    @Option(names = "--from-year", paramLabel = "YEAR", converter = Numbers.Whole.class,
            description = "Only movies of this year or later.")
    private Integer fromYear;

    @Option(names = "--to-year", paramLabel = "YEAR", converter = Numbers.Whole.class,
            description = "Only movies of this year or earlier.")
    private Integer toYear;

    @Option(names = "--min-ratings", paramLabel = "N", converter = Numbers.Whole.class,
            description = "Only movies with so many ratings or more. Without it: 0; with --similar 5.")
    private Integer minimumRatings;

    @Option(names = "--diversity", paramLabel = "0..1", defaultValue = "0", converter = Numbers.Real.class,
            description = "How much movies should differ from those above them. Without it: ${DEFAULT-VALUE}.")
    private double diversity;

    private static final int FOR_SIMILAR = 5;

    /** Fewest ratings of a neighbour. */
    int minimumRatings() {
        return minimumRatings == null ? FOR_SIMILAR : minimumRatings;
    }

    void refuseWithSimilar(boolean explain) {
        if (includeRated || includeTest || !genres.isEmpty() || fromYear != null || toYear != null || diversity != 0
                || explain) {
            throw CommandFailure.usage("--similar goes with --top, --min-ratings and --json only.");
        }
    }

    /**
     * Whether rated movies are included, where nothing else may be asked for.
     *
     * @param others whether something else is asked for that is no filter
     */
    boolean onlyIncludeRated(boolean others) {
        if (includeTest || !genres.isEmpty() || fromYear != null || toYear != null || minimumRatings != null
                || diversity != 0 || others) {
            throw CommandFailure.usage("--all-users goes with --top, --include-rated, --titles and --memory only.");
        }
        return includeRated;
    }

    RecommendationRequest request(int top) {
        if (!(diversity >= 0 && diversity <= 1)) {
            throw CommandFailure.usage("--diversity must be from 0 to 1, not " + diversity + ".");
        }
        if (minimumRatings != null && minimumRatings < 0) {
            throw CommandFailure.usage("--min-ratings must be at least 0, not " + minimumRatings + ".");
        }
        if (fromYear != null && toYear != null && fromYear > toYear) {
            throw CommandFailure.usage("No year is from " + fromYear + " on and up to " + toYear + ".");
        }
        SeenRule seen = includeRated ? SeenRule.SHOW_RATED : includeTest ? SeenRule.HIDE_TRAINED : SeenRule.HIDE_RATED;
        return new RecommendationRequest(top, new ItemFilter(Set.copyOf(genres), optional(fromYear), optional(toYear),
                minimumRatings == null ? 0 : minimumRatings, seen), diversity);
    }

    private static OptionalInt optional(Integer year) {
        return year == null ? OptionalInt.empty() : OptionalInt.of(year);
    }

    /** @throws CommandFailure if a genre is none of the model's */
    void check(AskedModel asked) {
        Set<String> unknown = new TreeSet<>(genres);
        asked.facts().genres().forEach(unknown::remove);
        if (!unknown.isEmpty()) {
            throw CommandFailure.usage("There is no genre '" + unknown.iterator().next() + "'; this model has "
                    + String.join(", ", asked.facts().genres()) + ".");
        }
    }
}
