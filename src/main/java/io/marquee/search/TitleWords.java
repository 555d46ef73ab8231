package io.marquee.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Takes titles apart into words without accents, capitals and punctuation. */
final class TitleWords {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern APOSTROPHES = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");
    /** An article or preposition that lost its vowel, as in "d'Amélie" and "l'avventura". */
    private static final Pattern ELISION = Pattern.compile("(?<![\\p{L}\\p{N}])(\\p{L}{1,2})'");
    private static final Pattern HYPHENATED = Pattern.compile("[\\p{L}\\p{N}]+(?:-[\\p{L}\\p{N}]+)+");
    private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

    /** Letters that Unicode does not take apart. */
    private static final Map<String, String> LETTERS = Map.of(
            "ø", "o", "ß", "ss", "æ", "ae", "œ", "oe", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i");

    private TitleWords() {}

    /** The words of a text, in its order. */
    static List<String> of(String text) {
        return split(plain(text));
    }

    /** The words, and hyphenated ones written together, too: "spider-man" is also looked for as "spiderman". */
    static List<String> withJoined(String text) {
        String plain = plain(text);
        List<String> words = new ArrayList<>(split(plain));
        HYPHENATED.matcher(plain).results().forEach(match -> words.add(match.group().replace("-", "")));
        return words;
    }

    private static List<String> split(String plain) {
        List<String> words = new ArrayList<>();
        for (String word : OTHER.split(plain)) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        return words;
    }

    private static String plain(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = MARKS.matcher(plain).replaceAll("");
        for (Map.Entry<String, String> letter : LETTERS.entrySet()) {
            plain = plain.replace(letter.getKey(), letter.getValue());
        }
        plain = APOSTROPHES.matcher(plain).replaceAll("'");
        plain = ELISION.matcher(plain).replaceAll("$1 ");
        return plain.replace("'", "").replace("&", " and ");
    }
}
