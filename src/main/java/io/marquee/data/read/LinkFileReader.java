package io.marquee.data.read;

import io.marquee.data.ItemLinks;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** Reads where else movies are described: {@code links.csv}. */
public final class LinkFileReader extends SideFileReader {

    private static final int FIELDS = 3;
    private static final int MOST_DIGITS = 9;

    private final Map<String, ItemLinks> links = new HashMap<>();

    /** @param log takes remarks */
    public LinkFileReader(SourceFile file, ImportLog log) {
        super(file, ",", log);
    }

    /** Reads the file, by movie id; no links, and a remark, where it cannot be used. */
    public Map<String, ItemLinks> read(ImportSteps steps) throws IOException {
        readAll(steps);
        return links;
    }

    @Override
    Optional<String> header() {
        return Optional.of("movieId,imdbId,tmdbId");
    }

    @Override
    boolean take(List<String> fields) {
        if (fields.size() != FIELDS || !FieldParser.isPlainNumber(fields.get(0))) {
            return false;
        }
        Optional<OptionalInt> imdb = number(fields.get(1));
        Optional<OptionalInt> tmdb = number(fields.get(2));
        if (imdb.isEmpty() || tmdb.isEmpty()) {
            return false;
        }
        links.put(FieldParser.plain(fields.get(0)), new ItemLinks(imdb.get(), tmdb.get()));
        return true;
    }

    /** A number, which may be missing; empty if the field holds anything else. */
    private static Optional<OptionalInt> number(String field) {
        String plain = FieldParser.plain(field);
        if (plain.isEmpty()) {
            return Optional.of(OptionalInt.empty());
        }
        boolean digits = plain.length() <= MOST_DIGITS && plain.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? Optional.of(OptionalInt.of(Integer.parseInt(plain))) : Optional.empty();
    }

    @Override
    String expected() {
        return "the numbers of a movie here, at IMDb and at TMDb, with commas between them; the last two may be missing";
    }

    @Override
    String noun() {
        return "link";
    }
}
