package io.marquee.data.profile;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
import io.marquee.data.ImportReport;
import io.marquee.data.Item;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Hand-made datasets. */
final class Tables {

    private Tables() {}

    /** One user and one movie with the given ratings. */
    static RatingTable ofRatings(float... ratings) {
        return new RatingTable(ids(1), ids(1), new int[ratings.length], new int[ratings.length],
                new RatingColumn.Floats(ratings), new int[0], new RatingScale(-100, 100, 0));
    }

    /** One user and one movie rated at the given seconds since 1970. */
    static RatingTable ofTimes(long... seconds) {
        return new RatingTable(ids(1), ids(1), new int[seconds.length], new int[seconds.length],
                new RatingColumn.Floats(new float[seconds.length]),
                IntStream.range(0, seconds.length).map(i -> (int) seconds[i]).toArray(), RatingScale.HALF_STARS);
    }

    static IdIndex ids(int count) {
        return IdIndex.ofSorted(IntStream.rangeClosed(1, count).mapToObj(Integer::toString).toList());
    }

    static Item movie(int id, String title, int year, String... genres) {
        return new Item(Integer.toString(id), title, year == 0 ? OptionalInt.empty() : OptionalInt.of(year),
                List.of(genres));
    }

    static Dataset dataset(RatingTable table, Item... movies) {
        return new Dataset("hand-made", table, new Catalogue(List.of(movies)),
                new ImportReport(table.size(), table.size(), 0, 0, List.of()), OptionalDouble.empty(),
                OptionalInt.empty());
    }
}
