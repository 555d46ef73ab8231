package io.marquee.device;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Runs a program and gives what it printed; tests replace it by recorded output. */
@FunctionalInterface
interface CommandOutput {

    /**
     * @param command program and arguments
     * @param limit time after which the program is killed
     * @return what it printed; empty if there is no such program
     * @throws IOException if the program fails or does not end in time; the message says which
     */
    Optional<String> of(List<String> command, Duration limit) throws IOException;
}
