package io.marquee.data;

import java.util.SplittableRandom;

/** Tables for property tests: sparse ids, every pair at most once, half stars. */
final class RandomTables {

    private RandomTables() {}

    static RatingTable of(long seed, int rows) {
        SplittableRandom random = new SplittableRandom(seed);
        RatingTableBuilder builder = RatingTableBuilder.ofNumericIds(RatingScale.HALF_STARS);
        int users = 1 + random.nextInt(20);
        for (int i = 0; i < rows; i++) {
            builder.add(random.nextInt(users) * 3 + 1, i * 11, (1 + random.nextInt(10)) / 2f, random.nextInt(1 << 30));
        }
        return builder.build().table();
    }
}
