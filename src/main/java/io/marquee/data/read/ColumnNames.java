package io.marquee.data.read;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;

/** The names by which published datasets call their columns. */
enum ColumnNames {
    USER("user", "userid", "uid", "customerid", "customer", "reviewerid", "reviewer", "memberid", "profileid",
            "username", "visitorid", "personid", "authorid"),
    ITEM("item", "itemid", "iid", "movie", "movieid", "isbn", "asin", "parentasin", "productid", "product", "bookid",
            "songid", "trackid", "artistid", "animeid", "gameid", "appid", "jokeid", "recipeid", "businessid",
            "restaurantid", "filmid", "showid", "placeid"),
    RATING("rating", "ratings", "score", "stars", "star", "starrating", "bookrating", "userrating", "overall", "value",
            "preference", "reviewscore", "grade", "vote"),
    TIME("timestamp", "time", "date", "ts", "tstamp", "unixreviewtime", "unixtime", "datetime", "created", "createdat",
            "updatedat", "ratedat", "ratingdate", "reviewtime"),
    TITLE("title", "booktitle", "movietitle", "itemtitle", "name"),
    YEAR("year", "yearofpublication", "publicationyear", "releaseyear", "originalpublicationyear");

    private final Set<String> names;

    ColumnNames(String... names) {
        this.names = Set.of(names);
    }

    /** The columns of a header that are called so. */
    List<Integer> in(List<String> header) {
        return IntStream.range(0, header.size())
                .filter(column -> names.contains(FieldParser.plain(header.get(column)).toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z]", "")))
                .boxed()
                .toList();
    }
}
