package io.marquee.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The words of all titles: those like a typed word are found by the groups of three letters they share with it. Immutable.
 */
final class WordIndex {

    /** A word like the one typed; quality is 1 for the same word, lower for others. */
    record Match(int word, double quality) {}

    private static final double PREFIX = 0.7;
    private static final double PER_ERROR = 0.22;
    private static final int SHORTEST_WITH_ERROR = 4;
    private static final int SHORTEST_WITH_TWO = 7;

    private final String[] words;
    private final Map<Long, int[]> byTrigram;

    /** @param sorted distinct words in ascending order */
    WordIndex(String[] sorted) {
        this.words = sorted;
        Map<Long, List<Integer>> lists = new HashMap<>();
        for (int word = 0; word < words.length; word++) {
            for (long trigram : trigrams(words[word])) {
                lists.computeIfAbsent(trigram, any -> new ArrayList<>()).add(word);
            }
        }
        byTrigram = new HashMap<>(lists.size() * 2);
        lists.forEach((trigram, list) -> byTrigram.put(trigram, list.stream().mapToInt(Integer::intValue).toArray()));
    }

    /** The groups of three letters of a word with a mark at either end, each once. */
    private static long[] trigrams(String word) {
        String marked = "\u0001" + word + "\u0002";
        return IntStream.range(0, Math.max(1, marked.length() - 2))
                .mapToLong(i -> (long) marked.charAt(i) << 32 | (long) marked.charAt(i + 1) << 16
                        | (i + 2 < marked.length() ? marked.charAt(i + 2) : 0))
                .distinct()
                .toArray();
    }

    int size() {
        return words.length;
    }

    /** The index of a word; negative for one that is in no title. */
    int find(String word) {
        return Arrays.binarySearch(words, word);
    }

    /** The words a typed word may mean: itself, words that begin with it, and words within one or two errors. */
    List<Match> like(String typed) {
        Map<Integer, Double> qualities = new TreeMap<>();
        int place = find(typed);
        if (place >= 0) {
            qualities.put(place, 1.0);
        }
        for (int word = place >= 0 ? place + 1 : -place - 1;
                typed.length() > 1 && word < words.length && words[word].startsWith(typed); word++) {
            qualities.put(word, PREFIX + (1 - PREFIX) * 0.9 * typed.length() / words[word].length());
        }
        if (typed.length() >= SHORTEST_WITH_ERROR && !typed.chars().allMatch(Character::isDigit)) {
            addMisspelt(typed, qualities);
        }
        List<Match> matches = new ArrayList<>(qualities.size());
        qualities.forEach((word, quality) -> matches.add(new Match(word, quality)));
        return matches;
    }

    private void addMisspelt(String typed, Map<Integer, Double> qualities) {
        int limit = typed.length() >= SHORTEST_WITH_TWO ? 2 : 1;
        long[] trigrams = trigrams(typed);
        // An error touches three groups at most, a swap four.
        int needed = Math.max(1, trigrams.length - 4 * limit);
        Map<Integer, Integer> shared = new HashMap<>();
        for (long trigram : trigrams) {
            for (int word : byTrigram.getOrDefault(trigram, new int[0])) {
                shared.merge(word, 1, Integer::sum);
            }
        }
        shared.forEach((word, count) -> {
            if (count >= needed) {
                int distance = EditDistance.between(typed, words[word], limit);
                if (distance > 0 && distance <= limit) {
                    qualities.merge(word, 1 - PER_ERROR * distance, Math::max);
                }
            }
        });
    }
}
