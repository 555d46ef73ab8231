package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcessMarkTest {

    private static final String BOOT = "0b1c9ff0-5d5e-4b2c-9d8a-6f6f3a2f1e11\n";
    private static final String STAT =
            "77 (a) b (c) S 1 77 77 0 -1 4194560 1 0 0 0 3 1 0 0 20 0 30 0 %s 3000000 500 18446744 1 1 0\n";

    @Test
    void thisProcessLives() {
        ProcessMark mark = ProcessMark.ofThis();

        assertThat(mark.alive()).isTrue();
        assertThat(ProcessMark.ofThis()).isEqualTo(mark);
        assertThat(new ProcessMark(mark.pid(), 0).alive()).as("a system that tells no start").isTrue();
    }

    @Test
    void anotherProcessOfTheSameNumberIsNotTheOne() {
        long pid = ProcessHandle.current().pid();
        assertThat(new ProcessMark(pid, 1).alive()).isFalse();
        assertThat(new ProcessMark(pid, -1).alive()).isFalse();
    }

    @Test
    void aProcessThatHasEndedDoesNotLive() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-version")
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(new ProcessMark(process.pid(), 0).alive()).isFalse();
    }

    /** A run that is under way must not be taken for one that was interrupted, where somebody sets the clock. */
    @Test
    void onLinuxTheClockDoesNotMatter() {
        boolean linux = Files.isReadable(Path.of("/proc/self/stat"));
        assertThat(ProcessMark.ofThis().started() < 0).isEqualTo(linux);

        long start = ProcessMark.sinceBoot(BOOT, STAT.formatted("123456"));
        assertThat(start).isNegative().isEqualTo(ProcessMark.sinceBoot(BOOT, STAT.formatted("123456").replace("a) b (c", "x")));
        assertThat(start).isNotEqualTo(ProcessMark.sinceBoot(BOOT, STAT.formatted("123457")))
                .isNotEqualTo(ProcessMark.sinceBoot(BOOT.replace('0', '1'), STAT.formatted("123456")));
    }

    @Test
    void whatSaysNothingOfTheStartIsNoMark() {
        assertThat(ProcessMark.sinceBoot(BOOT, "")).isZero();
        assertThat(ProcessMark.sinceBoot(BOOT, "77 (java) S 1 2 3")).isZero();
        assertThat(ProcessMark.sinceBoot(" ", STAT.formatted("1"))).isZero();
    }
}
