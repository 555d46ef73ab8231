package io.marquee.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The tags of items, most given first. Two ints for each item and tag, and each text once: MovieLens 32M's two million
 * rows of tags take some tens of megabytes. Immutable.
 */
public final class ItemTags {

    /** No tags at all. */
    public static final ItemTags NONE = new Builder().build();

    private final long rows;
    private final String[] texts;
    private final Map<String, int[]> byItem;

    private ItemTags(long rows, String[] texts, Map<String, int[]> byItem) {
        this.rows = rows;
        this.texts = texts;
        this.byItem = byItem;
    }

    /** How many times any tag was given. */
    public long rows() {
        return rows;
    }

    /** The different texts of all tags; tags are numbered by their place in it. */
    public List<String> texts() {
        return List.of(texts);
    }

    /** For each item with tags, pairs of a tag's number and how many times it was given, most given first. */
    public Map<String, int[]> pairs() {
        return Collections.unmodifiableMap(byItem);
    }

    /**
     * Tags that were taken apart by {@link #texts} and {@link #pairs}; owns both from now on.
     *
     * @throws IllegalArgumentException if a pair has the number of no text
     */
    public static ItemTags of(List<String> texts, Map<String, int[]> pairs) {
        long rows = 0;
        for (int[] tags : pairs.values()) {
            for (int i = 0; i < tags.length; i += 2) {
                if (tags[i] < 0 || tags[i] >= texts.size()) {
                    throw new IllegalArgumentException("There is no tag " + tags[i] + " among " + texts.size() + ".");
                }
                rows += tags[i + 1];
            }
        }
        return new ItemTags(rows, texts.toArray(String[]::new), pairs);
    }

    /** The tags of an item, most given first; empty where it has none. */
    public List<ItemTag> of(String itemId) {
        int[] pairs = byItem.getOrDefault(itemId, new int[0]);
        List<ItemTag> tags = new ArrayList<>(pairs.length / 2);
        for (int i = 0; i < pairs.length; i += 2) {
            tags.add(new ItemTag(texts[pairs[i]], pairs[i + 1]));
        }
        return tags;
    }

    /** Collects tags; those that differ only in case are one, written as it came first. */
    public static final class Builder {

        private final Map<String, Integer> known = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private final Map<String, Map<Integer, Integer>> counts = new HashMap<>();
        private long rows;

        /** Adds that a tag was given to an item some times. */
        public void add(String itemId, String tag, int times) {
            String text = tag.strip();
            Integer number = known.computeIfAbsent(text.toLowerCase(Locale.ROOT), unseen -> {
                texts.add(text);
                return texts.size() - 1;
            });
            counts.computeIfAbsent(itemId, unseen -> new HashMap<>(4)).merge(number, times, Integer::sum);
            rows += times;
        }

        /** The tags collected. */
        public ItemTags build() {
            Map<String, int[]> byItem = new HashMap<>(counts.size() * 2);
            counts.forEach((item, tags) -> byItem.put(item, packed(tags)));
            return new ItemTags(rows, texts.toArray(String[]::new), byItem);
        }

        private int[] packed(Map<Integer, Integer> tags) {
            Comparator<Map.Entry<Integer, Integer>> mostGiven =
                    Map.Entry.<Integer, Integer>comparingByValue().reversed();
            return tags.entrySet().stream()
                    .sorted(mostGiven.thenComparing(entry -> texts.get(entry.getKey())))
                    .flatMapToInt(entry -> Arrays.stream(new int[] {entry.getKey(), entry.getValue()}))
                    .toArray();
        }
    }
}
