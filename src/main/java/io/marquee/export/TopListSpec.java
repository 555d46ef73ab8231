package io.marquee.export;

/**
 * What the lists of all users hold.
 *
 * @param count movies a user, at least 1
 * @param includeRated whether movies a user has rated may be listed
 * @param titles whether each line carries the movie's title
 * @param memoryMegabytes memory the arithmetic may take beside the model, at least 16
 */
public record TopListSpec(int count, boolean includeRated, boolean titles, int memoryMegabytes) {

    public static final int DEFAULT_COUNT = 10;
    public static final int DEFAULT_MEGABYTES = 256;
    public static final int LEAST_MEGABYTES = 16;

    public TopListSpec {
        if (count < 1) {
            throw new IllegalArgumentException("Keep at least one movie a user, not " + count + ".");
        }
        if (memoryMegabytes < LEAST_MEGABYTES) {
            throw new IllegalArgumentException("The lists need at least " + LEAST_MEGABYTES + " MB of memory, not "
                    + memoryMegabytes + ".");
        }
    }
}
