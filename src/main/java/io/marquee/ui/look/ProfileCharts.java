package io.marquee.ui.look;

import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.GenreShare;
import io.marquee.data.profile.LongTail;
import io.marquee.data.profile.RatingHistogram;
import io.marquee.data.profile.Timeline;
import io.marquee.data.profile.UserGroup;
import io.marquee.data.profile.UserGroups;
import io.marquee.ui.chart.Bar;
import io.marquee.ui.chart.BarData;
import io.marquee.ui.chart.RankSeries;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A profile as charts show it. Immutable.
 *
 * @param ratings how often each rating was given
 * @param users users by number of ratings
 * @param items movies by number of ratings
 * @param time ratings over time
 * @param genres share of ratings of each genre, in percent
 * @param genders share of users of each gender, in percent; no bars where the data does not tell
 * @param ages share of users of each age group, in percent
 * @param occupations share of users of each occupation, in percent
 * @param ranks ratings by rank of movie and of user
 */
record ProfileCharts(
        BarData ratings,
        BarData users,
        BarData items,
        BarData time,
        BarData genres,
        BarData genders,
        BarData ages,
        BarData occupations,
        List<RankSeries> ranks) {

    /** More months than this have no room for a bar each, so that years are shown. */
    private static final int MOST_MONTHS = 300;
    /** Fewer ratings a month than this are a row of ones and noughts, so that years are shown. */
    private static final int FEWEST_A_MONTH = 5;
    /** So few months are marked one by one; of more, only each January is. */
    private static final int MOST_MARKED_MONTHS = 18;
    private static final int JANUARY = 1;
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.ENGLISH);

    static ProfileCharts of(DatasetProfile profile) {
        List<RankSeries> ranks = new ArrayList<>();
        profile.items().ifPresent(items -> ranks.add(ranks("movies", items)));
        profile.users().ifPresent(users -> ranks.add(ranks("users", users)));
        return new ProfileCharts(
                histogram(profile.ratings()),
                profile.users().map(users -> tail(users, "user")).orElse(BarData.NONE),
                profile.items().map(items -> tail(items, "movie")).orElse(BarData.NONE),
                profile.timeline().map(ProfileCharts::time).orElse(BarData.NONE),
                genres(profile.genres()),
                profile.userGroups().map(groups -> users(groups, groups.genders())).orElse(BarData.NONE),
                profile.userGroups().map(groups -> users(groups, groups.ages())).orElse(BarData.NONE),
                profile.userGroups().map(groups -> users(groups, groups.occupations())).orElse(BarData.NONE),
                List.copyOf(ranks));
    }

    static BarData histogram(RatingHistogram histogram) {
        long all = histogram.bins().stream().mapToLong(RatingHistogram.Bin::ratings).sum();
        return new BarData(Figures.counted(all, "rating"), histogram.bins().stream().map(bin -> {
            boolean single = bin.from() == bin.to();
            String from = Figures.rating(bin.from());
            return new Bar(single ? "Rated " + from : "Rated " + from + " to " + Figures.rating(bin.to()), from,
                    bin.ratings(),
                    Figures.counted(bin.ratings(), "rating") + ", " + Figures.percent(bin.ratings() / (double) all));
        }).toList());
    }

    private static BarData tail(LongTail tail, String noun) {
        List<Bar> bars = tail.bins().stream().map(bin -> {
            String range = bin.from() == bin.to() ? Figures.whole(bin.from())
                    : Figures.whole(bin.from()) + " to " + Figures.whole(bin.to());
            return new Bar(range + (bin.to() == 1 ? " rating" : " ratings"), shortCount(bin.from()), bin.members(),
                    Figures.counted(bin.members(), noun) + ", "
                            + Figures.percent(bin.members() / (double) tail.members()));
        }).toList();
        return new BarData(String.format(Locale.ROOT, "median %s, Gini %.2f", Figures.count(tail.quantiles().median()),
                tail.gini()), bars);
    }

    private static String shortCount(int count) {
        return count < 1000 ? Integer.toString(count)
                : count < 1_000_000 ? count / 1000 + "k" : count / 1_000_000 + "M";
    }

    static BarData time(Timeline timeline) {
        int months = timeline.months().size();
        long ratings = timeline.months().stream().mapToLong(Timeline.Month::ratings).sum();
        boolean marked = months <= MOST_MARKED_MONTHS;
        if (months > MOST_MONTHS || !marked && ratings < (long) FEWEST_A_MONTH * months) {
            return new BarData("per year", timeline.years().stream()
                    .map(year -> new Bar(Integer.toString(year.year()), Integer.toString(year.year()), year.ratings(),
                            Figures.counted(year.ratings(), "rating"))).toList());
        }
        return new BarData("per month", timeline.months().stream()
                .map(month -> new Bar(MONTH.format(month.month()),
                        marked ? month.month().toString() : yearOf(month.month()),
                        month.ratings(), Figures.counted(month.ratings(), "rating"))).toList());
    }

    private static String yearOf(YearMonth month) {
        return month.getMonthValue() == JANUARY ? Integer.toString(month.getYear()) : "";
    }

    private static BarData genres(List<GenreShare> genres) {
        return new BarData("share of ratings", genres.stream()
                .map(genre -> new Bar(genre.genre(), genre.genre(), 100 * genre.share(),
                        Figures.counted(genre.movies(), "movie") + ", " + Figures.counted(genre.ratings(), "rating")
                                + ", mean " + Figures.mean(genre.mean()))).toList());
    }

    private static BarData users(UserGroups groups, List<UserGroup> shown) {
        String caption = groups.undescribed() == 0 ? "share of users"
                : "share of the " + Figures.counted(groups.described(), "user") + " described";
        return new BarData(caption, shown.stream()
                .map(group -> new Bar(group.name(), group.name(), 100 * group.share(),
                        Figures.counted(group.users(), "user") + ", " + Figures.percent(group.share()) + "; "
                                + Figures.counted(group.ratings(), "rating")
                                + ", mean " + Figures.mean(group.mean()))).toList());
    }

    private static RankSeries ranks(String name, LongTail tail) {
        return new RankSeries(name, tail.ranks().stream().mapToDouble(LongTail.Rank::rank).toArray(),
                tail.ranks().stream().mapToDouble(LongTail.Rank::ratings).toArray());
    }
}
