package io.marquee.cli;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSummary;
import io.marquee.data.ImportReport;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.FewRatings;
import io.marquee.data.profile.GenreShare;
import io.marquee.data.profile.LongTail;
import io.marquee.data.profile.MovieTally;
import io.marquee.data.profile.Quantiles;
import io.marquee.data.profile.RatingHistogram;
import io.marquee.data.profile.Timeline;
import io.marquee.data.profile.TopMovies;
import io.marquee.data.profile.UserGroup;
import io.marquee.data.profile.UserGroups;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** What {@code inspect} prints for people. */
final class InspectText {

    private static final int BAR = 40;
    private static final int TITLE = 48;

    private final Console console;
    private final Dataset dataset;
    private final DatasetProfile profile;

    InspectText(Console console, Dataset dataset, DatasetProfile profile) {
        this.console = console;
        this.dataset = dataset;
        this.profile = profile;
    }

    void print() {
        printSummary();
        printHistogram();
        profile.users().ifPresent(users -> printTail("Ratings per user", "users", users));
        profile.items().ifPresent(items -> printTail("Ratings per movie", "movies", items));
        printFewRatings();
        profile.timeline().ifPresent(this::printYears);
        printGenres();
        profile.userGroups().ifPresent(this::printUserGroups);
        printTop();
        printFiles();
    }

    private void printFiles() {
        List<ImportReport.ListedFile> files = dataset.report().files();
        if (files.isEmpty()) {
            return;
        }
        heading("Files");
        files.forEach(file -> console.result("  %-32s %,14d bytes  %s", file.name(), file.size(), file.what()));
        if (!dataset.publishedSplits().isEmpty()) {
            console.result("  published splits, for 'train --split': %s", String.join(", ", dataset.publishedSplits()));
        }
    }

    private void printSummary() {
        DatasetSummary summary = profile.summary();
        console.result("Dataset     %s", dataset.name());
        console.result("Ratings     %,d", summary.ratings());
        console.result("Users       %,d, ids %s", summary.users(), contiguous(summary.userIdsContiguous()));
        console.result("Items       %,d, of which %,d are rated; ids of rated items %s", summary.items(),
                summary.ratedItems(), contiguous(summary.itemIdsContiguous()));
        console.result("Scale       %.1f to %.1f given, mean %.4f, standard deviation %.4f", summary.minimum(),
                summary.maximum(), summary.mean(), profile.standardDeviation());
        console.result("Sparsity    %.4f %% of the user and item pairs have no rating", 100 * summary.sparsity());
        profile.timeline().ifPresent(time -> console.result("Given       %s to %s (UTC)",
                time.first().atOffset(ZoneOffset.UTC).toLocalDate(),
                time.last().atOffset(ZoneOffset.UTC).toLocalDate()));
        if (dataset.noiseFloor().isPresent()) {
            console.result("Noise       no model can expect a test MSE below %.4f", dataset.noiseFloor().getAsDouble());
        }
    }

    private static String contiguous(boolean contiguous) {
        return contiguous ? "contiguous" : "not contiguous (re-indexed)";
    }

    private void printHistogram() {
        List<RatingHistogram.Bin> bins = profile.ratings().bins();
        long all = profile.summary().ratings();
        long most = bins.stream().mapToLong(RatingHistogram.Bin::ratings).max().orElse(0);
        heading("Ratings given");
        for (RatingHistogram.Bin bin : bins) {
            String rating = number(bin.from()) + (bin.from() == bin.to() ? "" : " to " + number(bin.to()));
            console.result("  %-14s %,12d %6.1f %%  %s", rating, bin.ratings(), 100.0 * bin.ratings() / all,
                    bar(bin.ratings(), most));
        }
    }

    private static String number(double value) {
        return value == Math.rint(value) ? String.format(Locale.ROOT, "%.0f", value) : Double.toString(value);
    }

    private void printTail(String title, String noun, LongTail tail) {
        Quantiles spread = tail.quantiles();
        heading(title);
        console.result("  median %s, quartiles %s and %s, from %s to %s, mean %.1f", whole(spread.median()),
                whole(spread.lowerQuartile()), whole(spread.upperQuartile()), whole(spread.minimum()),
                whole(spread.maximum()), spread.mean());
        console.result("  Gini coefficient %.3f; the tenth with the most has %.1f %% of the ratings", tail.gini(),
                100 * tail.topTenthShare());
        int most = tail.bins().stream().mapToInt(LongTail.Bin::members).max().orElse(0);
        for (LongTail.Bin bin : tail.bins()) {
            String counts = bin.from() == bin.to() ? whole(bin.from()) : whole(bin.from()) + "–" + whole(bin.to());
            console.result("  %-15s %,11d %-7s  %s", counts, bin.members(), noun, bar(bin.members(), most));
        }
    }

    private static String whole(double value) {
        return String.format(Locale.ROOT, value == Math.rint(value) ? "%,.0f" : "%,.1f", value);
    }

    private void printFewRatings() {
        heading("Few ratings");
        for (FewRatings few : profile.fewRatings()) {
            console.result("  %-15s %,11d users %,11d movies",
                    few.below() == 2 ? "only one" : "fewer than " + few.below(), few.users(), few.items());
        }
        console.result("  %-15s %,29d movies", "none, but listed", profile.neverRated());
    }

    private void printYears(Timeline timeline) {
        List<Timeline.Year> years = timeline.years();
        long most = years.stream().mapToLong(Timeline.Year::ratings).max().orElse(0);
        heading("Ratings over time");
        for (Timeline.Year year : years) {
            console.result("  %-14d %,12d  %s", year.year(), year.ratings(), bar(year.ratings(), most));
        }
    }

    private void printGenres() {
        if (profile.genres().isEmpty()) {
            return;
        }
        heading("Genres (a movie counts for each of its genres)");
        double most = profile.genres().get(0).share();
        for (GenreShare genre : profile.genres()) {
            console.result("  %-20s %,7d movies %,12d ratings %5.1f %%, mean %s  %s", genre.genre(), genre.movies(),
                    genre.ratings(), 100 * genre.share(), mean(genre.mean()), bar(genre.share(), most));
        }
    }

    private void printUserGroups(UserGroups groups) {
        String of = groups.undescribed() == 0 ? ""
                : String.format(Locale.ROOT, " (of the %,d who are described)", groups.described());
        printUsers("Users by gender" + of, groups.genders());
        printUsers("Users by age" + of, groups.ages());
        printUsers("Users by occupation" + of, groups.occupations());
    }

    private void printUsers(String title, List<UserGroup> groups) {
        heading(title);
        double most = groups.stream().mapToDouble(UserGroup::share).max().orElse(0);
        for (UserGroup group : groups) {
            console.result("  %-22s %,7d users %5.1f %% %,12d ratings, mean %s  %s", group.name(), group.users(),
                    100 * group.share(), group.ratings(), mean(group.mean()), bar(group.share(), most));
        }
    }

    private void printTop() {
        TopMovies top = profile.top();
        heading("Most rated");
        int place = 1;
        for (MovieTally movie : top.mostRated()) {
            printMovie(place++, movie, "");
        }
        heading("Best rated");
        place = 1;
        for (TopMovies.Best best : top.bestRated()) {
            printMovie(place++, best.movie(), String.format(Locale.ROOT, ", weighted %.3f", best.weightedMean()));
        }
        console.result("  %s", top.rule());
    }

    private void printMovie(int place, MovieTally movie, String more) {
        String title = movie.item().displayTitle();
        console.result("  %2d  %-" + TITLE + "s %,10d ratings, mean %s%s", place,
                title.length() <= TITLE ? title : title.substring(0, TITLE - 1) + "…", movie.ratings(),
                mean(movie.mean()), more);
    }

    private static String mean(double mean) {
        return Double.isNaN(mean) ? "  – " : String.format(Locale.ROOT, "%.2f", mean);
    }

    private void heading(String title) {
        console.result("");
        console.result("%s", title);
    }

    private static String bar(double value, double most) {
        return most <= 0 ? "" : "█".repeat((int) Math.ceil(BAR * value / most));
    }
}
