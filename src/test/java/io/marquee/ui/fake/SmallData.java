package io.marquee.ui.fake;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.ImportReport;
import io.marquee.data.Item;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.SplittableRandom;

/** Small datasets for tests of the window. */
public final class SmallData {

    private static final String[] ADJECTIVES = {"Silent", "Crimson", "Last", "Hidden", "Golden", "Broken", "Distant"};
    private static final String[] NOUNS = {"Harbour", "Orchard", "Signal", "Winter", "Lantern", "Frontier", "Waltz"};
    private static final String[] GENRES = {"Drama", "Comedy", "Thriller", "Sci-Fi", "Romance", "Crime"};

    private SmallData() {}

    /** A dataset of so many ratings. */
    public static Dataset ofRatings(int count) {
        return of("small", count, OptionalInt.empty());
    }

    /** A dataset whose first rows are the train part. */
    public static Dataset published(int trainRows, int testRows) {
        return of("published", trainRows + testRows, OptionalInt.of(trainRows));
    }

    public static Dataset of(String name, int count, OptionalInt publishedTrainRows) {
        int users = Math.max(1, count / 20);
        int movies = Math.max(1, Math.min(49, count / 4));
        SplittableRandom random = new SplittableRandom(7);
        int[] userColumn = new int[count];
        int[] movieColumn = new int[count];
        float[] ratings = new float[count];
        for (int i = 0; i < count; i++) {
            userColumn[i] = i % users;
            movieColumn[i] = random.nextInt(movies);
            ratings[i] = 0.5f * (1 + random.nextInt(10));
        }
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < movies; i++) {
            items.add(item(i));
        }
        RatingTable table = new RatingTable(new NumberedIds(users), new NumberedIds(movies), userColumn, movieColumn,
                new RatingColumn.Floats(ratings), new int[0], RatingScale.HALF_STARS);
        return new Dataset(name, table, new Catalogue(items),
                new ImportReport(count + 1, count, 0, 0, List.of("A note of the import."), 1,
                        List.of("ratings.csv, line 9: the rating is NaN.")), OptionalDouble.of(0.61),
                publishedTrainRows);
    }

    public static Item item(int index) {
        String title = "The " + ADJECTIVES[index % ADJECTIVES.length] + " " + NOUNS[index / ADJECTIVES.length % NOUNS.length];
        return new Item(Integer.toString(index + 1), title, OptionalInt.of(1950 + index * 7 % 70),
                List.of(GENRES[index % GENRES.length], GENRES[(index * 5 + 1) % GENRES.length]));
    }
}
