package io.marquee.data.open;

import java.util.Locale;
import java.util.regex.Pattern;

/** What a file of a published dataset is, by its name. */
enum FileKind {
    RATINGS("ratings?\\.(csv|dat)|u\\.data", "ratings"),
    ITEMS("movies?\\.(csv|dat)|u\\.item", "titles and genres of movies"),
    TAGS("tags?\\.(csv|dat)", "tags that users gave to movies"),
    LINKS("links?\\.csv", "numbers of the movies at IMDb and TMDb"),
    USERS("users\\.dat|u\\.user", "users' age, gender and occupation"),
    OTHER_USERS("(bx[-_])?users\\.csv", "about users; not used"),
    TRAIN("(u[1-5ab]\\.base|r[1-5ab]\\.train)", "train part of a published split"),
    TEST("(u[1-5ab]|r[1-5ab])\\.test", "test part of a published split"),
    TITLES("(bx[-_])?(books|items)\\.csv", "titles of items"),
    SPREADSHEET(".*\\.(xlsx?|ods)", "a spreadsheet; save it as CSV to open it"),
    GENOME("genome[-_](scores|tags)\\.csv", "tag genome; not used"),
    WORDS("u\\.(genre|info|occupation)", "lists of words; not used"),
    TEXT("readme.*|.*\\.(txt|md|html|pdf)", "a text to read"),
    SCRIPT(".*\\.(pl|sh|py)|mku\\.sh", "a script; not run"),
    ZIP(".*\\.(zip|gz|7z|tar|rar)", "packed files; not opened"),
    OTHER(".*", "unknown");

    private static final Pattern RATING_LIKE = Pattern.compile(".*rating.*\\.(csv|tsv|dat|data|txt)");

    private final Pattern names;
    private final String words;

    FileKind(String names, String words) {
        this.names = Pattern.compile(names);
        this.words = words;
    }

    /** The kind of a file. */
    static FileKind of(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (FileKind kind : values()) {
            if (kind.names.matcher(lower).matches()) {
                return kind;
            }
        }
        return OTHER;
    }

    /** Whether a file that is not one of MovieLens' could be ratings, by its name. */
    static boolean looksLikeRatings(String name) {
        return RATING_LIKE.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** What it is, for people. */
    static String words(String name) {
        FileKind kind = of(name);
        return (kind == OTHER || kind == TEXT) && looksLikeRatings(name) ? "ratings, by its name" : kind.words;
    }
}
