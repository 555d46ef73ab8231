package io.marquee.ui.task;

/** Where view models send what went wrong, to be shown in the window. */
@FunctionalInterface
public interface ProblemSink {

    /**
     * @param sentence what happened and what to do, for people
     * @param cause what to log; null where the sentence says it all
     */
    void report(String sentence, Throwable cause);
}
