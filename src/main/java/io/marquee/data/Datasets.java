package io.marquee.data;

import java.io.IOException;

/** Opens datasets: the built-in one, files and folders. */
public interface Datasets {

    /**
     * Opens a dataset. Blocking and long: call it from a background thread.
     *
     * @throws InvalidDataException if the data cannot be used; the message says why and what to do
     * @throws IOException if reading fails
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    Dataset open(DatasetSpec spec, Progress progress) throws IOException;
}
