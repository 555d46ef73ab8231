package io.marquee.ui.map;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Movies that stand out and are listed.
 *
 * @param emphasis which points stand out
 * @param title what they have in common, and how many they are
 * @param points what is listed: of a user who is followed the highest rated first, otherwise the most rated
 */
record MapListing(Emphasis emphasis, String title, List<MoviePoint> points) {

    private static final Comparator<MoviePoint> BY_COUNT = Comparator.comparingInt(point -> -point.ratingCount());
    private static final Comparator<MoviePoint> BY_RATING =
            Comparator.<MoviePoint>comparingDouble(point -> -point.rating().orElse(0)).thenComparing(BY_COUNT);

    /**
     * Lists the movies at some places. Takes tens of milliseconds for tens of thousands of movies.
     *
     * @param title what they have in common, with a %s for their number
     * @param ratings ratings of the user who is followed, by place
     */
    static MapListing of(
            Emphasis.Kind kind, String title, MapScene scene, Map<Integer, Float> ratings, IntPredicate listed) {
        boolean[] shown = new boolean[scene.mapped().items().length];
        List<MoviePoint> points = new ArrayList<>();
        for (int place = 0; place < shown.length; place++) {
            shown[place] = listed.test(place);
            if (shown[place]) {
                points.add(scene.point(place, ratings));
            }
        }
        points.sort(kind == Emphasis.Kind.USER ? BY_RATING : BY_COUNT);
        String movies = String.format(Locale.ROOT, "%,d movie%s", points.size(), points.size() == 1 ? "" : "s");
        return new MapListing(new Emphasis(kind, shown), title.replace("%s", movies), List.copyOf(points));
    }
}
