package io.marquee.data.read;

import io.marquee.data.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes apart what MovieLens writes into the title and genres columns of its item files. */
final class TitleParser {

    static final String NO_GENRES = "(no genres listed)";

    /** A year or a range of years, the last of which may be open, as series have them. */
    private static final Pattern YEARS = Pattern.compile("\\((\\d{4})(\\s*[-\u2010-\u2014]\\s*(\\d{4})?)?\\)");

    private TitleParser() {}

    /** The item of an id, a title such as "Heat (1995)" or "Death Note (2006–2007)", and genres divided by bars. */
    static Item item(int id, String titleAndYear, String genres) {
        String title = titleAndYear.strip();
        OptionalInt year = OptionalInt.empty();
        int bracket = title.lastIndexOf('(');
        // A title that is nothing but a year in brackets stays a title.
        if (bracket > 0) {
            Matcher years = YEARS.matcher(title.substring(bracket));
            if (years.matches()) {
                year = OptionalInt.of(Integer.parseInt(years.group(1)));
                title = title.substring(0, bracket).strip();
            }
        }
        return new Item(Integer.toString(id), title, year, genres(genres));
    }

    private static List<String> genres(String field) {
        List<String> genres = new ArrayList<>();
        if (!field.strip().equalsIgnoreCase(NO_GENRES)) {
            for (String genre : field.split("\\|")) {
                if (!genre.isBlank()) {
                    genres.add(genre.strip());
                }
            }
        }
        return genres;
    }
}
