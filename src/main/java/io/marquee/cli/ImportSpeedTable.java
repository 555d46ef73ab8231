package io.marquee.cli;

import io.marquee.data.open.ImportSpeed;

/** Prints how fast a file opens, for people. */
final class ImportSpeedTable {

    private ImportSpeedTable() {}

    static void print(ImportSpeed speed, Console console) {
        console.result("File          %s, %,d bytes, %,d rows", speed.file(), speed.bytes(), speed.rows());
        console.result("First import  %8.2f s   re-indexed, checked for repeated pairs, cache of %,d bytes written",
                speed.firstSeconds(), speed.cacheBytes());
        console.result("Reopening     %8.2f s   from the cache; median of %d", speed.reopenSeconds(), speed.reopenings());
        console.result("Commons CSV   %8.2f s   one thread, every needed field converted, nothing kept",
                speed.commonsCsvSeconds());
        console.result("Ratio         %8.1f x   Commons CSV over first import", speed.commonsCsvOverFirst());
        console.result("Ratio         %8.1f x   first import over reopening", speed.firstOverReopening());
        console.result("Peak memory   %,8d MB  of heap during the first import; %,d MB allowed",
                speed.peakHeapBytes() >> 20, speed.allowedHeapBytes() >> 20);
        console.result("Protocol      %s", speed.protocol());
    }
}
