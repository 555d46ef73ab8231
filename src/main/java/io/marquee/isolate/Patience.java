package io.marquee.isolate;

import io.marquee.device.Backend;
import java.time.Duration;

/**
 * How long to wait for a training process.
 *
 * @param hello from its start to its first word on the CPU; a slow disk may take most of a minute to load ND4J
 * @param ready from there until its device has shown that it computes
 * @param silence between two signs of life
 * @param progress between two events of a run that is not held: the largest batch, the longest measurement
 * @param stop from when the run is asked to stop to its end; a last measurement of the test part may be under way
 */
record Patience(Duration hello, Duration ready, Duration silence, Duration progress, Duration stop) {

    static final Patience USUAL = new Patience(
            Duration.ofSeconds(120), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofMinutes(15),
            Duration.ofSeconds(60));

    /** The first start on a GPU unpacks 4 GB of libraries, which a slow disk takes minutes for. */
    private static final int CUDA_UNPACKS = 5;

    /** From the start of a process to its first word. */
    Duration hello(Backend backend) {
        return backend == Backend.CUDA ? hello.multipliedBy(CUDA_UNPACKS) : hello;
    }
}
