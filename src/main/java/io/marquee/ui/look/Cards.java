package io.marquee.ui.look;

import io.marquee.data.Dataset;
import io.marquee.data.DatasetSummary;
import io.marquee.data.profile.DatasetProfile;
import io.marquee.data.profile.FewRatings;
import io.marquee.data.profile.Timeline;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The numbers of a dataset that come first. */
final class Cards {

    private static final int FEW = 5;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private Cards() {}

    static List<Card> of(Dataset dataset, DatasetProfile profile) {
        DatasetSummary summary = profile.summary();
        List<Card> cards = new ArrayList<>();
        cards.add(new Card("Ratings", Figures.whole(summary.ratings()), String.format(Locale.ROOT,
                "%s of all pairs of user and movie; sparsity %.2f %%", Figures.percent(1 - summary.sparsity()),
                100 * summary.sparsity())));
        cards.add(new Card("Users", Figures.whole(summary.users()), ids(summary.userIdsContiguous())));
        cards.add(new Card("Movies rated", Figures.whole(summary.ratedItems()), (profile.neverRated() == 0
                ? "all that are listed; " : "of " + Figures.whole(summary.items()) + " listed; ")
                + ids(summary.itemIdsContiguous())));
        cards.add(new Card("Mean rating", String.format(Locale.ROOT, "%.3f", summary.mean()), String.format(Locale.ROOT,
                "± %.3f; %s to %s given", profile.standardDeviation(), Figures.rating(summary.minimum()),
                Figures.rating(summary.maximum()))));
        cards.add(time(profile));
        profile.fewRatings().stream().filter(few -> few.below() == FEW).findFirst()
                .ifPresent(few -> cards.add(rare(few)));
        dataset.noiseFloor().ifPresent(floor -> cards.add(new Card("Noise floor",
                String.format(Locale.ROOT, "%.3f", floor), "MSE no model can expect to beat")));
        return cards;
    }

    private static String ids(boolean contiguous) {
        return contiguous ? "ids contiguous" : "ids with gaps, re-indexed";
    }

    private static Card time(DatasetProfile profile) {
        if (profile.timeline().isEmpty()) {
            return new Card("Given", "–", "no timestamps in this data");
        }
        Timeline timeline = profile.timeline().get();
        LocalDate first = timeline.first().atOffset(ZoneOffset.UTC).toLocalDate();
        LocalDate last = timeline.last().atOffset(ZoneOffset.UTC).toLocalDate();
        String years = first.getYear() == last.getYear() ? Integer.toString(first.getYear())
                : first.getYear() + "–" + last.getYear();
        return new Card("Given", years, DAY.format(first) + " to " + DAY.format(last));
    }

    private static Card rare(FewRatings few) {
        return new Card("Rarely rated", Figures.whole(few.items()), "movies and " + Figures.counted(few.users(), "user")
                + " with fewer than " + few.below() + " ratings");
    }
}
