package io.marquee.train;

import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
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
import java.util.stream.IntStream;

/** Datasets of a few hundred ratings with a structure a network can learn: users and items of two tastes. */
public final class TinyData {

    private TinyData() {}

    /** Users like items of their own taste (index parity) and dislike the others; each pair is rated with chance 0.6. */
    public static Dataset twoTastes(int users, int items, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<int[]> pairs = new ArrayList<>();
        for (int user = 0; user < users; user++) {
            for (int item = 0; item < items; item++) {
                if (random.nextDouble() < 0.6) {
                    pairs.add(new int[] {user, item});
                }
            }
        }
        byte[] codes = new byte[pairs.size()];
        for (int i = 0; i < codes.length; i++) {
            boolean likes = pairs.get(i)[0] % 2 == pairs.get(i)[1] % 2;
            codes[i] = (byte) (likes ? 8 + random.nextInt(3) : 2 + random.nextInt(3));
        }
        return dataset(users, items, pairs, codes);
    }

    /** A dataset of given (user, item) pairs and half-star codes; user ids are 1, 2, ..., item ids 10, 20, ... */
    public static Dataset dataset(int users, int items, List<int[]> pairs, byte[] codes) {
        RatingTable table = new RatingTable(
                IdIndex.ofSorted(IntStream.rangeClosed(1, users).mapToObj(Integer::toString).toList()),
                IdIndex.ofSorted(IntStream.rangeClosed(1, items).mapToObj(i -> Integer.toString(10 * i)).toList()),
                pairs.stream().mapToInt(pair -> pair[0]).toArray(),
                pairs.stream().mapToInt(pair -> pair[1]).toArray(),
                new RatingColumn.Coded(codes, 0.5f),
                new int[0],
                RatingScale.HALF_STARS);
        List<Item> catalogue = IntStream.rangeClosed(1, items)
                .mapToObj(i -> new Item(Integer.toString(10 * i), "Film " + i, OptionalInt.of(1990 + i % 30),
                        List.of(i % 2 == 0 ? "Comedy" : "Drama")))
                .toList();
        return new Dataset("tiny", table, new Catalogue(catalogue),
                new ImportReport(codes.length, codes.length, 0, 0, List.of()),
                OptionalDouble.empty(), OptionalInt.empty());
    }
}
