package io.marquee.ui.data;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSummary;
import io.marquee.data.ImportReport;
import io.marquee.data.ImportReportFile;
import io.marquee.data.RatingStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What the window says about an opened dataset.
 *
 * @param facts short lines, label and value
 * @param report all that the import has to say
 */
public record DatasetFacts(List<Fact> facts, String report) {

    /** A label and its value. */
    public record Fact(String label, String value) {}

    public DatasetFacts {
        facts = List.copyOf(facts);
    }

    /** Goes once over all ratings: call it from a background thread. */
    public static DatasetFacts of(Dataset dataset) {
        DatasetSummary summary = DatasetSummary.of(dataset);
        double deviation = RatingStatistics.of(dataset.ratings()).standardDeviation();
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("Ratings", whole(summary.ratings())));
        facts.add(new Fact("Users", whole(summary.users())));
        facts.add(new Fact("Movies", summary.items() > summary.ratedItems()
                ? whole(summary.ratedItems()) + " rated, " + whole(summary.items()) + " listed"
                : whole(summary.ratedItems())));
        facts.add(new Fact("Mean", String.format(Locale.ROOT, "%.3f ± %.3f, from %s to %s", summary.mean(), deviation,
                plain(summary.minimum()), plain(summary.maximum()))));
        facts.add(new Fact("Filled", String.format(Locale.ROOT, "%.2f %% of all pairs", (1 - summary.sparsity()) * 100)));
        facts.add(new Fact("Ids", contiguity(summary.userIdsContiguous(), summary.itemIdsContiguous())));
        dataset.noiseFloor().ifPresent(floor ->
                facts.add(new Fact("Noise floor", String.format(Locale.ROOT, "MSE %.4f", floor))));
        return new DatasetFacts(facts, text(dataset.name(), facts, dataset.report()));
    }

    private static String contiguity(boolean users, boolean items) {
        if (users && items) {
            return "contiguous";
        }
        if (users || items) {
            return (users ? "movie" : "user") + " ids with gaps, re-indexed";
        }
        return "with gaps, re-indexed";
    }

    private static String text(String name, List<Fact> facts, ImportReport report) {
        StringBuilder text = new StringBuilder(name).append("\n\n");
        for (Fact fact : facts) {
            text.append(String.format(Locale.ROOT, "%-13s%s%n", fact.label(), fact.value()));
        }
        return text.append('\n').append(ImportReportFile.text(report)).toString();
    }

    private static String whole(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static String plain(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
