package io.marquee.data.open;

import io.marquee.data.InvalidDataException;
import io.marquee.data.MatineePreset;
import java.io.IOException;
import java.util.Locale;

/** Says how much memory opening a dataset takes, where it was not enough. */
final class MemoryShortage {

    /** Columns as they are read, and while they are put together: 20,000,263 rows opened with 620 MB and not with 600. */
    private static final int MEMORY_OF_A_ROW = 28;

    /** Columns, and the random draws of the largest blocks of users. */
    private static final int MEMORY_OF_A_MADE_ROW = 16;

    private static final long PROGRAM = 96L << 20;

    private MemoryShortage() {}

    static InvalidDataException reading(DatasetFiles files, OutOfMemoryError cause) throws IOException {
        long bytes = files.ratings().size();
        long rows = SizeEstimate.lines(files.ratings());
        if (files.test().isPresent()) {
            bytes += files.test().get().size();
            rows += SizeEstimate.lines(files.test().get());
        }
        return shortage(String.format(Locale.ROOT, "%s (%,d MB, about %,d rows)", files.ratings().where(), bytes >> 20,
                rows), rows * MEMORY_OF_A_ROW + PROGRAM, cause);
    }

    static InvalidDataException making(MatineePreset preset, OutOfMemoryError cause) {
        return shortage(String.format(Locale.ROOT, "%s (%,d ratings)", preset.displayName(), preset.ratings()),
                (long) preset.ratings() * MEMORY_OF_A_MADE_ROW + PROGRAM, cause);
    }

    private static InvalidDataException shortage(String what, long needed, OutOfMemoryError cause) {
        long allowed = Runtime.getRuntime().maxMemory();
        // What stands there already counts too, so the estimate may be below what the program may use.
        long better = Math.max(needed, allowed + (allowed >> 1));
        return new InvalidDataException(String.format(Locale.ROOT, "Not enough memory to open %s: it takes "
                + "about %,d MB, and the program may use %,d MB, for all that is open. Set MARQUEE_MEMORY, for example "
                + "MARQUEE_MEMORY=%dg, or open a smaller dataset.", what, needed >> 20, allowed >> 20,
                (better >> 30) + 1), cause);
    }
}
