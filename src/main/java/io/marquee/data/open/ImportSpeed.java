package io.marquee.data.open;

/**
 * How fast a rating file opens, all measured in one run.
 *
 * @param file what was opened
 * @param bytes size of its rating file, unpacked
 * @param rows rows read
 * @param cores cores that were used
 * @param firstSeconds seconds of the first import: reading, re-indexing, the check for repeated pairs, the report, titles
 *     and writing the cache
 * @param reopenSeconds seconds of opening it again from the cache; the median of some
 * @param reopenings how many
 * @param commonsCsvSeconds seconds of reading the rating file with Commons CSV on one thread, keeping nothing
 * @param commonsCsvOverFirst how many times as long that takes as the first import
 * @param firstOverReopening how many times as long the first import takes as opening again
 * @param cacheBytes size of the cache file
 * @param peakHeapBytes most memory in use in Java's heap during the first import, garbage included
 * @param allowedHeapBytes most memory the heap may have
 * @param protocol how it was measured, in words
 */
public record ImportSpeed(
        String file,
        long bytes,
        long rows,
        int cores,
        double firstSeconds,
        double reopenSeconds,
        int reopenings,
        double commonsCsvSeconds,
        double commonsCsvOverFirst,
        double firstOverReopening,
        long cacheBytes,
        long peakHeapBytes,
        long allowedHeapBytes,
        String protocol) {}
