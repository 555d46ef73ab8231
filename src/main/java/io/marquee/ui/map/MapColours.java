package io.marquee.ui.map;

import io.marquee.data.Item;
import io.marquee.recommend.ItemFacts;
import io.marquee.ui.chart.Ramp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The colour of each point and what the colours mean.
 *
 * @param argb colour of each point, opaque
 * @param group the legend entry of each point; -1 where the legend is a scale
 * @param entries what each colour stands for; empty where the legend is a scale
 * @param scale the ends and the middle of the scale, low to high; empty where the legend is a list
 */
record MapColours(int[] argb, int[] group, List<Entry> entries, List<String> scale) {

    /** Colours that stay apart for most colour-blind people, on white and on black; the last is for all others. */
    private static final int[] GENRES = {
        0xff4e79a7, 0xfff28e2b, 0xffe15759, 0xff59a14f, 0xffb07aa1, 0xff76b7b2, 0xffd4a72c, 0xffff7fa0, 0xff9c755f,
        0xff86bcf2
    };
    private static final int OTHER = 0xff8c959f;

    /** Shares of the points beyond which a scale does not reach: a few extremes would squeeze all others into one colour. */
    private static final double LOW = 0.02;
    private static final double HIGH = 0.98;

    /** One line of the legend. */
    record Entry(String name, int argb, int points) {}

    static MapColours of(ColourBy by, int[] items, ItemFacts facts, boolean dark) {
        return switch (by) {
            case GENRE -> byGenre(items, facts);
            case YEAR -> byNumber(values(items, item -> facts.item(item).year().isPresent()
                    ? facts.item(item).year().getAsInt() : Double.NaN), dark, value -> String.format(Locale.ROOT, "%.0f", value));
            case MEAN_RATING -> byNumber(values(items, facts::meanRating), dark,
                    value -> String.format(Locale.ROOT, "%.1f ★", value));
            case POPULARITY -> byNumber(values(items, item -> Math.log10(Math.max(1, facts.ratingCount(item)))), dark,
                    value -> String.format(Locale.ROOT, "%,.0f", Math.pow(10, value)));
        };
    }

    /** The rarest of a movie's genres among the frequent ones tells most: nearly everything is a drama or a comedy. */
    private static MapColours byGenre(int[] items, ItemFacts facts) {
        Map<String, Integer> counts = new HashMap<>();
        for (int item : items) {
            facts.item(item).genres().forEach(genre -> counts.merge(genre, 1, Integer::sum));
        }
        List<String> frequent = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .limit(GENRES.length)
                .map(Map.Entry::getKey)
                .toList();
        int[] group = new int[items.length];
        int[] argb = new int[items.length];
        int[] points = new int[frequent.size() + 1];
        for (int i = 0; i < items.length; i++) {
            Item item = facts.item(items[i]);
            group[i] = item.genres().stream().mapToInt(frequent::indexOf).max().orElse(-1);
            group[i] = group[i] < 0 ? frequent.size() : group[i];
            argb[i] = group[i] == frequent.size() ? OTHER : GENRES[group[i]];
            points[group[i]]++;
        }
        List<Entry> entries = new ArrayList<>();
        for (int k = 0; k < frequent.size(); k++) {
            entries.add(new Entry(frequent.get(k), GENRES[k], points[k]));
        }
        entries.add(new Entry("Other", OTHER, points[frequent.size()]));
        return new MapColours(argb, group, entries, List.of());
    }

    private interface Value {
        double of(int item);
    }

    private interface Words {
        String of(double value);
    }

    private static double[] values(int[] items, Value value) {
        return Arrays.stream(items).mapToDouble(value::of).toArray();
    }

    private static MapColours byNumber(double[] values, boolean dark, Words words) {
        double[] known = Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        double low = known.length == 0 ? 0 : known[(int) ((known.length - 1) * LOW)];
        double high = known.length == 0 ? 1 : known[(int) Math.ceil((known.length - 1) * HIGH)];
        int[] argb = new int[values.length];
        for (int i = 0; i < values.length; i++) {
            argb[i] = Double.isFinite(values[i])
                    ? Ramp.argb(high > low ? (values[i] - low) / (high - low) : 0.5, dark)
                    : OTHER;
        }
        int[] group = new int[values.length];
        Arrays.fill(group, -1);
        return new MapColours(argb, group, List.of(), List.of(words.of(low), words.of((low + high) / 2), words.of(high)));
    }

    /** Places of points in the order they are drawn: often rated movies last, so that they lie on top. */
    static int[] drawingOrder(int[] items, ItemFacts facts) {
        return IntStream.range(0, items.length).boxed()
                .sorted(Comparator.comparingInt(place -> facts.ratingCount(items[place])))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
