package io.marquee.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Makes titles from a file of words. A line {@code name = choice | choice} names a list; {@code {name}} in a choice
 * stands for a choice from another list; titles are choices from the list {@code title}. Immutable.
 */
final class TitleGrammar {

    private static final Pattern WORD = Pattern.compile("\\{(\\w+)}");
    private static final Pattern BAR = Pattern.compile("\\s*\\|\\s*");
    /** An article that wants an n; not before Unicorn. */
    private static final Pattern A_BEFORE_VOWEL = Pattern.compile("\\b([Aa]) (?=[AEIO]|U(?!ni))");

    /** So often another word is looked for where one is there already. */
    private static final int ATTEMPTS = 20;

    private static final String FOLDER = "matinee/";

    private final Map<String, List<String>> lists;

    private TitleGrammar(Map<String, List<String>> lists) {
        this.lists = lists;
    }

    /** The grammar of a genre: its own lists, and below them those common to all. */
    static TitleGrammar of(MatineeGenre genre) {
        Map<String, List<String>> lists = new HashMap<>();
        read("common.txt", lists);
        read(genre.vocabulary(), lists);
        return new TitleGrammar(Map.copyOf(lists));
    }

    private static void read(String file, Map<String, List<String>> lists) {
        try (InputStream stream = TitleGrammar.class.getResourceAsStream(FOLDER + file)) {
            if (stream == null) {
                throw new IllegalStateException("The program lacks its file of words " + file);
            }
            var reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8));
            reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
                int equals = line.indexOf('=');
                lists.put(line.substring(0, equals).strip(), List.of(BAR.split(line.substring(equals + 1).strip())));
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A title; no word list gives the same word twice in it. */
    String title(MatineeRandom random) {
        String title = expand("{title}", new HashSet<>(), random);
        return A_BEFORE_VOWEL.matcher(title).replaceAll("$1n ");
    }

    private String expand(String text, Set<String> used, MatineeRandom random) {
        return WORD.matcher(text).replaceAll(word -> expand(choose(word.group(1), used, random), used, random));
    }

    private String choose(String list, Set<String> used, MatineeRandom random) {
        List<String> choices = lists.get(list);
        if (choices == null) {
            throw new IllegalStateException("No list of words is called " + list);
        }
        String choice = choices.get(random.below(choices.size()));
        for (int attempt = 0; attempt < ATTEMPTS && !used.add(choice); attempt++) {
            choice = choices.get(random.below(choices.size()));
        }
        return choice;
    }
}
