package io.marquee.isolate;

import io.marquee.data.Dataset;
import java.io.IOException;

/** Both processes open the dataset: they must find the same ratings. */
final class SameRatings {

    private SameRatings() {}

    /** Hash of a dataset's ratings, as hexadecimal digits. */
    static String fingerprint(Dataset dataset) {
        return String.format("%016x", dataset.ratings().fingerprint());
    }

    /**
     * @param here as it is open in this process
     * @param there hash of the ratings that the other process has found
     * @throws IOException with a sentence if they are others
     */
    static void check(Dataset here, String there) throws IOException {
        if (!fingerprint(here).equals(there)) {
            throw new IOException("The ratings of " + here.name() + " have changed on the disk since they were opened. "
                    + "Open the dataset again, then train.");
        }
    }
}
