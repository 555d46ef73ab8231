package io.marquee.data.open;

import io.marquee.data.DatasetSpec;
import io.marquee.data.source.DiskFile;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;

/**
 * How many ratings files hold, told from their size and the length of some of their lines, without reading them.
 *
 * @param ratings number of ratings, about
 * @param users number of users, about
 * @param items number of movies, about
 */
public record SizeEstimate(long ratings, long users, long items) {

    private static final int SAMPLE_BYTES = 1 << 16;

    /** MovieLens 1M to 32M have 143 to 166 ratings a user. */
    private static final long RATINGS_PER_USER = 140;

    /** MovieLens 20M has 5 users a movie; the more recent sets have fewer. */
    private static final long USERS_PER_ITEM = 2;

    /**
     * The estimate for a file, folder or zip.
     *
     * @throws IOException if there is no such file, or it cannot be read
     */
    public static SizeEstimate of(DatasetSpec spec) throws IOException {
        DatasetFiles files = FileFinder.find(spec.source());
        long ratings = lines(files.ratings());
        if (spec.testSource().isPresent()) {
            ratings += lines(FileFinder.find(spec.testSource().get()).ratings());
        }
        long users = Math.max(1, ratings / RATINGS_PER_USER);
        return new SizeEstimate(ratings, users, Math.max(1, users / USERS_PER_ITEM));
    }

    /** The number of lines of a file, about: of a large one on disk, after its beginning and its middle, where ids are longer. */
    static long lines(SourceFile file) throws IOException {
        boolean twice = file instanceof DiskFile && file.size() > 4L * SAMPLE_BYTES;
        Sample head = sample(file, 0);
        Sample middle = twice ? sample(file, file.size() / 2) : new Sample(0, 0);
        long lines = head.lines + middle.lines;
        return lines == 0 ? 1 : Math.round((double) file.size() / (head.bytes + middle.bytes) * lines);
    }

    private record Sample(int bytes, int lines) {}

    private static Sample sample(SourceFile file, long from) throws IOException {
        byte[] sample;
        try (InputStream in = file.open()) {
            in.skipNBytes(from);
            sample = in.readNBytes(SAMPLE_BYTES);
        }
        int lines = 0;
        for (byte character : sample) {
            lines += character == '\n' ? 1 : 0;
        }
        return new Sample(sample.length, lines);
    }
}
