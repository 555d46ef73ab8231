package io.marquee.data.open;

import io.marquee.data.DatasetSpec;
import io.marquee.data.InvalidDataException;
import io.marquee.data.Progress;
import io.marquee.data.cache.DatasetCache;
import io.marquee.data.parallel.Workers;
import io.marquee.data.read.CommonsCsvPass;
import io.marquee.data.read.ImportSteps;
import io.marquee.data.read.RatingFile;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Measures how fast a rating file opens, with a cache of its own that is deleted afterwards. */
public final class ImportBenchmark {

    private static final int REOPENINGS = 3;

    private ImportBenchmark() {}

    /**
     * Opens the file for the first time, some times again, and reads it with Commons CSV on one thread.
     *
     * @param source path of a rating file, folder or zip
     * @throws InvalidDataException if it cannot be opened or is too small to measure by
     */
    public static ImportSpeed run(String source, Progress progress) throws IOException {
        Path folder = Files.createTempDirectory("marquee-benchmark");
        DatasetCache cache = new DatasetCache(folder);
        try {
            return run(source, cache, progress);
        } finally {
            cache.clear();
            Files.deleteIfExists(folder);
        }
    }

    private static ImportSpeed run(String source, DatasetCache cache, Progress progress) throws IOException {
        SourceFile ratings = DatasetLoader.ratingFile(source);
        if (ratings.size() < DatasetLoader.WORTH_CACHING) {
            throw new InvalidDataException(ratings.where() + " is too small to measure by: choose a file of "
                    + "more than a megabyte, such as 'marquee synthesize --like ml-20m' writes.");
        }
        DatasetLoader loader = new DatasetLoader(Optional.of(cache), MappingMemory.NONE);
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP).toList();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        double first = open(loader, source, new ImportSteps(progress, 0, 0.3));
        long peak = heap.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
        long cacheBytes = cache.bytes();
        double[] again = new double[REOPENINGS];
        for (int i = 0; i < again.length; i++) {
            again[i] = open(loader, source, new ImportSteps(progress, 0.3, 0.4));
        }
        Arrays.sort(again);
        RatingFile file = RatingFile.identify(ratings, Optional.empty());
        long start = System.nanoTime();
        long rows = CommonsCsvPass.read(file, new ImportSteps(progress, 0.4, 1));
        double commons = seconds(start);
        double reopen = again[REOPENINGS / 2];
        return new ImportSpeed(source, ratings.size(), rows, Workers.count(), first, reopen, REOPENINGS, commons,
                commons / first, first / reopen, cacheBytes, peak, Runtime.getRuntime().maxMemory(),
                String.format(Locale.ROOT, "one run on %d cores, in this order, in a program just started; the file was "
                        + "read by the system before or not, as it happened.", Workers.count()));
    }

    private static double open(DatasetLoader loader, String source, Progress progress) throws IOException {
        long start = System.nanoTime();
        loader.open(DatasetSpec.of(source), progress);
        return seconds(start);
    }

    private static double seconds(long start) {
        return (System.nanoTime() - start) / 1e9;
    }
}
