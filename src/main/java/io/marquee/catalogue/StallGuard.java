package io.marquee.catalogue;

import io.marquee.data.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.CancellationException;

/**
 * Reads from a connection that may fall silent: a thread of its own closes it when nothing has arrived for too long or
 * nobody wants it any more, which is what lets a blocked read return.
 */
final class StallGuard implements AutoCloseable {

    private static final long LOOK_MILLIS = 50;

    private final InputStream body;
    private final long patienceNanos;
    private final Progress progress;
    private final Thread thread;
    private volatile long lastArrival = System.nanoTime();
    private volatile boolean stalled;
    private volatile boolean ended;

    StallGuard(InputStream body, Duration patience, Progress progress) {
        this.body = body;
        this.patienceNanos = patience.toNanos();
        this.progress = progress;
        thread = new Thread(this::watch, "marquee-download-guard");
        thread.setDaemon(true);
        thread.start();
    }

    /**
     * Reads as {@link InputStream#read(byte[])} does.
     *
     * @throws CancellationException if nobody wants it any more
     * @throws IOException if nothing arrives for too long, or the connection breaks
     */
    int read(byte[] buffer) throws IOException {
        try {
            int count = body.read(buffer);
            lastArrival = System.nanoTime();
            refuseWhatWasClosed();
            return count;
        } catch (IOException e) {
            refuseWhatWasClosed();
            throw e;
        }
    }

    private void refuseWhatWasClosed() throws IOException {
        if (progress.cancelled()) {
            throw new CancellationException();
        }
        if (stalled) {
            throw new IOException("nothing arrived for " + patienceNanos / 1_000_000_000 + " s");
        }
    }

    private void watch() {
        try {
            while (!ended) {
                Thread.sleep(LOOK_MILLIS);
                boolean tooLong = System.nanoTime() - lastArrival > patienceNanos;
                if (tooLong || progress.cancelled()) {
                    stalled = tooLong;
                    body.close();
                    return;
                }
            }
        } catch (InterruptedException | IOException e) {
            // Interrupted: the reader has ended. A close that fails has closed all that can be closed.
            ended = true;
        }
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
