package io.marquee.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {

    @TempDir
    Path folder;

    @Test
    void withoutALogTheTailSaysSo() {
        assertThat(LogFile.in(folder).tail()).contains("no log file").contains(folder.toString());
    }

    @Test
    void theTailOfALongLogBeginsAtALine() throws IOException {
        LogFile log = LogFile.in(folder);
        Files.writeString(log.file(), "an old line\n".repeat(20_000) + "the newest line\n");

        assertThat(log.tail()).startsWith("an old line\n").endsWith("the newest line\n").hasSizeLessThan(70_000);
    }
}
