package io.marquee.runs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A process that can be recognised later: numbers of processes come again, but not with the same start.
 *
 * @param pid number of the process
 * @param started on Linux a number below 0 that stands for the start of the system and of the process, whatever the clock says;
 *        elsewhere when it started, in milliseconds since 1970; 0 where the system does not tell
 */
public record ProcessMark(long pid, long started) {

    /** The clock may have been set since, by which some systems reckon the start. */
    private static final long TOLERANCE = Duration.ofMinutes(1).toMillis();

    private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");

    /** Fields between the name of the process, which may hold anything, and its start (proc(5): starttime is the 22nd). */
    private static final int BEFORE_START = 19;

    /** The process this is. */
    public static ProcessMark ofThis() {
        return of(ProcessHandle.current());
    }

    private static ProcessMark of(ProcessHandle process) {
        long start = sinceBoot(process.pid());
        return new ProcessMark(process.pid(), start < 0 ? start : byClock(process));
    }

    private static long byClock(ProcessHandle process) {
        return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }

    /** 0 where there is no such file to read. */
    private static long sinceBoot(long pid) {
        try {
            return sinceBoot(Files.readString(BOOT),
                    Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1));
        } catch (IOException | SecurityException otherSystem) {
            return 0;
        }
    }

    /**
     * What stands for the start of a process.
     *
     * @param boot identity of the system's start
     * @param stat what Linux says of the process
     * @return below 0; 0 where it does not say
     */
    static long sinceBoot(String boot, String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
        if (fields.length <= BEFORE_START || boot.isBlank()) {
            return 0;
        }
        long mixed = 1_000_003L * boot.strip().hashCode() + fields[BEFORE_START].hashCode();
        // Never 0, and well within what a column of numbers holds.
        return -1 - (mixed & Long.MAX_VALUE >> 1);
    }

    /** Whether the process still lives. */
    public boolean alive() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::isSame).isPresent();
    }

    private boolean isSame(ProcessHandle process) {
        if (started < 0) {
            return sinceBoot(pid) == started;
        }
        long now = byClock(process);
        return started == 0 || now == 0 || Math.abs(now - started) < TOLERANCE;
    }
}
