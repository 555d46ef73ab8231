package io.marquee.data.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How MovieLens has written its item files. */
public enum ItemFormat {

    /** {@code movies.csv} of the latest sets, 20M, 25M and 32M: a header, quoted titles, genres divided by bars. */
    CSV {
        @Override
        Optional<String> header() {
            return Optional.of("movieId,title,genres");
        }

        @Override
        ItemFields fields(String line) throws BadFieldException {
            return ItemFields.of(line);
        }
    },

    /** {@code movies.dat} of 1M and 10M: id, title and genres between double colons. */
    DOUBLE_COLONS {
        @Override
        ItemFields fields(String line) throws BadFieldException {
            int first = line.indexOf("::");
            int last = line.lastIndexOf("::");
            if (first < 0 || first == last) {
                throw new BadFieldException(Wording.quote(line) + " has too few fields; expected an id, a title and "
                        + "genres between double colons");
            }
            return new ItemFields(line.substring(0, first), line.substring(first + 2, last), line.substring(last + 2),
                    ItemFields.Repair.NONE);
        }
    },

    /** {@code u.item} of 100K: id, title, dates, an address and a flag for each of 19 genres, between bars. */
    BARS {
        @Override
        ItemFields fields(String line) throws BadFieldException {
            String[] parts = line.split("\\|", -1);
            if (parts.length != FIELDS) {
                throw new BadFieldException(Wording.quote(line) + " has " + Wording.count(parts.length, "field")
                        + "; expected " + FIELDS + " between bars: an id, a title, two dates, an address and a flag "
                        + "for each of 19 genres");
            }
            List<String> genres = new ArrayList<>();
            // The first flag is "unknown", which is no genre.
            for (int genre = 1; genre < GENRES.size(); genre++) {
                if (parts[FIELDS - GENRES.size() + genre].strip().equals("1")) {
                    genres.add(GENRES.get(genre));
                }
            }
            return new ItemFields(parts[0], parts[1], String.join("|", genres), ItemFields.Repair.NONE);
        }
    };

    private static final int FIELDS = 24;

    /** The order of the flags, after the README of MovieLens 100K. */
    private static final List<String> GENRES = List.of("unknown", "Action", "Adventure", "Animation", "Children's",
            "Comedy", "Crime", "Documentary", "Drama", "Fantasy", "Film-Noir", "Horror", "Musical", "Mystery",
            "Romance", "Sci-Fi", "Thriller", "War", "Western");

    /** The first line, without blanks and quotes; empty where the first line is an item. */
    Optional<String> header() {
        return Optional.empty();
    }

    /** Whether its encoding is known to be ISO-8859-1 in some sets, so that it is no repair to read it so. */
    boolean mayBeLatin() {
        return this != CSV;
    }

    /**
     * Takes a line apart.
     *
     * @throws BadFieldException if it cannot be an item
     */
    abstract ItemFields fields(String line) throws BadFieldException;
}
