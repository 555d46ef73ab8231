package io.marquee.search;

import io.marquee.data.Item;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recognises items that another list names by title and year. Words may stand in another order ("Matrix, The"), and what
 * a title says in brackets counts as another name of it. Immutable and thread-safe.
 */
public final class TitleMatcher {

    private static final Pattern WITH_YEAR = Pattern.compile("(.+?)\\s*\\((\\d{4})\\)\\s*");
    private static final Pattern BRACKETS = Pattern.compile("\\(([^()]*)\\)");
    private static final Pattern ALSO_KNOWN = Pattern.compile("(?i)^a\\.?k\\.?a\\.?\\s+");

    /** Catalogues differ by a year where a film was shown before it was released. */
    private static final int YEARS_APART = 1;

    private final List<Item> items;
    private final IntUnaryOperator popularity;
    private final Map<String, List<Integer>> byName = new HashMap<>();

    /**
     * @param items the items to recognise
     * @param popularity number of ratings of an item by its place in the list
     */
    public TitleMatcher(List<Item> items, IntUnaryOperator popularity) {
        this.items = items;
        this.popularity = popularity;
        for (int index = 0; index < items.size(); index++) {
            for (String name : names(items.get(index).title())) {
                byName.computeIfAbsent(name, any -> new ArrayList<>(1)).add(index);
            }
        }
    }

    /** The names of a title: all of it, the part before the brackets, and what stands in each bracket. */
    private static List<String> names(String title) {
        List<String> names = new ArrayList<>();
        names.add(key(title));
        Matcher brackets = BRACKETS.matcher(title);
        while (brackets.find()) {
            names.add(key(ALSO_KNOWN.matcher(brackets.group(1)).replaceFirst("")));
        }
        names.add(key(BRACKETS.matcher(title).replaceAll(" ")));
        return names.stream().filter(name -> !name.isEmpty()).distinct().toList();
    }

    private static String key(String text) {
        return String.join(" ", TitleWords.of(text).stream().sorted().toList());
    }

    /** The item that "Heat (1995)" or "Heat" names; see {@link #match(String, OptionalInt)}. */
    public OptionalInt match(String titleAndYear) {
        Matcher matcher = WITH_YEAR.matcher(titleAndYear);
        if (!matcher.matches()) {
            return match(titleAndYear, OptionalInt.empty());
        }
        OptionalInt withYear = match(matcher.group(1), OptionalInt.of(Integer.parseInt(matcher.group(2))));
        // What looks like a year may be part of the title.
        return withYear.isPresent() ? withYear : match(List.of(key(titleAndYear)), OptionalInt.empty());
    }

    /**
     * The place in the list of the item of a title: of the year, or one off where there is none of the year; without a year
     * the item rated most often. Empty where no title matches.
     */
    public OptionalInt match(String title, OptionalInt year) {
        return match(names(title), year);
    }

    private OptionalInt match(List<String> names, OptionalInt year) {
        int best = -1;
        int bestDistance = Integer.MAX_VALUE;
        for (String name : names) {
            for (int index : byName.getOrDefault(name, List.of())) {
                int distance = distance(items.get(index).year(), year);
                boolean nearer = distance < bestDistance || distance == bestDistance && best >= 0
                        && popularity.applyAsInt(index) > popularity.applyAsInt(best);
                if (distance <= YEARS_APART && nearer) {
                    best = index;
                    bestDistance = distance;
                }
            }
        }
        return best < 0 ? OptionalInt.empty() : OptionalInt.of(best);
    }

    private static int distance(OptionalInt year, OptionalInt wanted) {
        if (wanted.isEmpty()) {
            return 0;
        }
        // A title without a year may be of any.
        return year.isEmpty() ? YEARS_APART : Math.abs(year.getAsInt() - wanted.getAsInt());
    }
}
