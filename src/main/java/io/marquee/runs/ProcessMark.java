package io.marquee.runs;

import java.time.Duration;
import java.time.Instant;

/**
 * A process that can be recognised later: numbers of processes come again, but not with the same time of start.
 *
 * @param pid number of the process
 * @param started when it started, in milliseconds since 1970; 0 where the system does not tell
 */
public record ProcessMark(long pid, long started) {

    /** The clock may have been set since, by which some systems reckon the start. */
    private static final long TOLERANCE = Duration.ofMinutes(1).toMillis();

    /** The process this is. */
    public static ProcessMark ofThis() {
        return of(ProcessHandle.current());
    }

    private static ProcessMark of(ProcessHandle process) {
        return new ProcessMark(process.pid(), process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** Whether the process still lives. */
    public boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(ProcessMark::of)
                .filter(now -> started == 0 || now.started == 0 || Math.abs(now.started - started) < TOLERANCE)
                .isPresent();
    }
}
