package io.marquee.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ThreadPriorityTest {

    /** A process in which JNA finds no native part of its own, as where no folder can be written to. */
    static final class WithoutNativePart {

        private WithoutNativePart() {}

        public static void main(String[] arguments) {
            // The second time its classes are marked as broken, and the error is another one.
            ThreadPriority.lowerThisThread();
            ThreadPriority.lowerThisThread();
            System.out.println("went on");
        }
    }

    @Test
    void trainingGoesOnWhereJnaHasNoNativePart() throws Exception {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djna.nounpack=true", "-Djna.nosys=true", "-Djna.boot.library.path=/nowhere", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")), WithoutNativePart.class.getName())
                .redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(output).contains("went on");
        assertThat(process.exitValue()).isZero();
    }
}
