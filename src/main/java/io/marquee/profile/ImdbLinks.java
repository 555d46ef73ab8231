package io.marquee.profile;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The numbers at the Internet Movie Database that a MovieLens {@code links.csv} gives to movies. */
final class ImdbLinks {

    /** What the file is called in a MovieLens folder. */
    static final String FILE = "links.csv";

    private ImdbLinks() {}

    /** The id of each movie by its number at IMDb; lines without one are passed over. */
    static Map<Integer, String> read(Path file) throws IOException {
        Map<Integer, String> links = new HashMap<>();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
                CSVParser parser = CSVFormat.DEFAULT.builder().setTrim(true).get().parse(reader)) {
            int id = -1;
            int imdb = -1;
            for (CSVRecord record : parser) {
                if (id < 0) {
                    List<String> names = record.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();
                    id = names.indexOf("movieid");
                    imdb = names.indexOf("imdbid");
                    if (id < 0 || imdb < 0) {
                        throw new InvalidDataException(file + ", line 1: the header is \"" + String.join(",",
                                record.toList())
                                + "\"; expected \"movieId,imdbId,tmdbId\". Correct it or move the file away.");
                    }
                } else if (record.size() > Math.max(id, imdb) && record.get(imdb).matches("\\d{1,9}")) {
                    links.put(Integer.parseInt(record.get(imdb)), record.get(id));
                }
            }
        }
        return links;
    }
}
