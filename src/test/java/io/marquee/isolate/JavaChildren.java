package io.marquee.isolate;

import java.util.stream.Stream;

/** The Java processes that the tests' process has started and that are alive. */
public final class JavaChildren {

    private JavaChildren() {}

    /** By their program: of long command lines the system tells the beginning alone. */
    public static Stream<ProcessHandle> alive() {
        return ProcessHandle.current().children().filter(ProcessHandle::isAlive)
                .filter(child -> child.info().command().orElse("").matches(".*[/\\\\]java(\\.exe)?"));
    }
}
