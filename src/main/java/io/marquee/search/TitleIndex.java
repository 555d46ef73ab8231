package io.marquee.search;

import io.marquee.data.Item;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Finds items by title, whatever the order of its words, with errors in them, without accents, or half typed. The year may
 * be typed, too. Immutable and thread-safe.
 *
 * <p>A title's score is the share of the typed words' weight it answers, a word's weight being its inverse document
 * frequency (K. Sparck Jones, A statistical interpretation of term specificity, Journal of Documentation 1972); titles that
 * hold little else, and items rated often, come first among equals.
 */
public final class TitleIndex {

    /** A title has to answer this share of what was typed. */
    private static final double LEAST_ANSWERED = 0.5;

    private static final double FOR_NOTHING_ELSE = 0.15;
    private static final double FOR_POPULARITY = 0.025;
    private static final int MOST_WORDS = 12;

    private final List<Item> items;
    private final IntUnaryOperator popularity;
    private final WordIndex words;
    private final int[][] titlesOf;
    private final double[] weights;
    private final double[] titleWeights;

    /**
     * @param items the items to find
     * @param popularity number of ratings of an item by its place in the list
     */
    public TitleIndex(List<Item> items, IntUnaryOperator popularity) {
        this.items = items;
        this.popularity = popularity;
        Map<String, List<Integer>> titles = new TreeMap<>();
        for (int index = 0; index < items.size(); index++) {
            for (String word : wordsOf(items.get(index))) {
                titles.computeIfAbsent(word, any -> new ArrayList<>()).add(index);
            }
        }
        this.words = new WordIndex(titles.keySet().toArray(String[]::new));
        this.titlesOf = titles.values().stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        this.weights = Arrays.stream(titlesOf)
                .mapToDouble(list -> Math.log((1.0 + items.size()) / list.length))
                .toArray();
        this.titleWeights = items.stream().mapToDouble(this::weightOf).toArray();
    }

    private static Set<String> wordsOf(Item item) {
        Set<String> distinct = new HashSet<>(TitleWords.withJoined(item.title()));
        item.year().ifPresent(year -> distinct.add(Integer.toString(year)));
        return distinct;
    }

    /** The weight of a title without what it says in brackets, such as its name in another language. */
    private double weightOf(Item item) {
        int bracket = item.title().indexOf(" (");
        String main = bracket > 0 ? item.title().substring(0, bracket) : item.title();
        return TitleWords.of(main).stream().mapToInt(words::find).filter(word -> word >= 0)
                .mapToDouble(word -> weights[word]).sum();
    }

    /** The items whose titles fit best, best first; none where nothing was typed. */
    public List<TitleHit> search(String typed, int limit) {
        List<String> wanted = TitleWords.of(typed).stream().distinct().limit(MOST_WORDS).toList();
        double rarest = Math.log(1.0 + items.size());
        double all = 0;
        double[] answered = new double[items.size()];
        for (String word : wanted) {
            int exact = words.find(word);
            double weight = exact >= 0 ? weights[exact] : rarest;
            all += weight;
            bestMatches(word).forEach((title, quality) -> answered[title] += weight * quality);
        }
        double least = LEAST_ANSWERED * all;
        double sum = all;
        return IntStream.range(0, answered.length)
                .filter(index -> answered[index] > 0 && answered[index] >= least)
                .mapToObj(index -> new TitleHit(index, score(index, answered[index], sum)))
                .sorted(Comparator.comparingDouble(TitleHit::score).reversed().thenComparing(TitleHit::index))
                .limit(limit)
                .toList();
    }

    /** For each title with a word like the one typed, how like the most similar of its words is. */
    private Map<Integer, Double> bestMatches(String word) {
        Map<Integer, Double> best = new HashMap<>();
        for (WordIndex.Match match : words.like(word)) {
            for (int title : titlesOf[match.word()]) {
                best.merge(title, match.quality(), Math::max);
            }
        }
        return best;
    }

    private double score(int index, double answered, double all) {
        double nothingElse = titleWeights[index] > 0 ? Math.min(1, answered / titleWeights[index]) : 0;
        return answered / all + FOR_NOTHING_ELSE * nothingElse
                + FOR_POPULARITY * Math.log10(1.0 + popularity.applyAsInt(index));
    }
}
