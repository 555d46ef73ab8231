package io.marquee.data;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;

/**
 * Makes and writes the largest built-in dataset and says how long it took and how much heap: too long for the test run.
 * Start it by hand with a folder, and with {@code -Xmx900m}.
 */
public final class MatineeLargeMain {

    private MatineeLargeMain() {}

    public static void main(String[] arguments) throws Exception {
        long start = System.nanoTime();
        Dataset dataset = MatineeDataset.generate(
                MatineePreset.LARGE, MatineeDataset.DEFAULT_SEED, Progress.NONE);
        long made = System.nanoTime();
        new DatasetWriter().write(dataset, Path.of(arguments[0]), true, Progress.NONE);
        long written = System.nanoTime();
        System.out.printf("made in %.1f s, written in %.1f s%n", (made - start) / 1e9, (written - made) / 1e9);
        System.out.println(RatingStatistics.of(dataset.ratings()) + ", " + dataset.report().notes());
        for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
            if (pool.getType() == MemoryType.HEAP) {
                System.out.println(pool.getName() + ": peak " + (pool.getPeakUsage().getUsed() >> 20) + " MB");
            }
        }
    }
}
