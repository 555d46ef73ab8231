package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Marquee as a process of its own: native libraries print past Java, and shells see exit codes. */
class StandardOutputTest {

    @TempDir
    Path folder;

    @Test
    void holdsNothingButTheReport() throws Exception {
        Terminal process = marquee(List.of(), "train", "--data", "matinee:100k", "--embedding", "4", "--hidden", "8",
                "--epochs", "1", "--batch", "1024", "--json", "-");

        assertThat(process.exitCode()).as(process.err()).isEqualTo(ExitCode.OK);
        assertThat(process.json().path("epochs")).hasSize(1);
    }

    @Test
    void whatGoesWrongIsASentenceOnStandardError() throws Exception {
        Terminal process = marquee(List.of(), "inspect", folder.resolve("nowhere").toString());

        assertThat(process.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(process.out()).isEmpty();
        assertThat(process.err()).contains("nowhere").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void tooLittleMemoryIsSaidInASentence() throws Exception {
        Terminal process = marquee(List.of("-Xmx48m"), "inspect", "matinee:20m");

        assertThat(process.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(process.err()).contains("Not enough memory").doesNotContain("\tat ");
    }

    @Test
    void trainsAndSaysWhatIsMissingWhereNothingTemporaryCanBeWritten() throws Exception {
        Path missing = folder.resolve("missing");
        Terminal process = marquee(List.of("-Djava.io.tmpdir=" + missing), "train", "--data", "matinee:100k", "--embedding",
                "2", "--hidden", "2", "--epochs", "1", "--batch", "4096");

        assertThat(process.exitCode()).as(process.err()).isEqualTo(ExitCode.OK);
        assertThat(process.out()).contains("test MSE");
        assertThat(process.err()).contains("runs are not recorded", missing.toString()).doesNotContain("\tat ");
    }

    @Test
    void theLogIsKeptInTheUsersFolder() throws Exception {
        marquee(List.of(), "train", "--data", "matinee:100k", "--embedding", "2", "--hidden", "2", "--epochs", "1",
                "--batch", "4096");

        assertThat(folder.resolve("marquee/logs/marquee.log")).isNotEmptyFile();
    }

    private Terminal marquee(List<String> options, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--add-modules", "jdk.incubator.vector", "-cp", classPath()));
        command.addAll(options);
        command.add("io.marquee.Marquee");
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("XDG_DATA_HOME", folder.toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(120, TimeUnit.SECONDS)).as("the process ends").isTrue();
        } finally {
            process.destroyForcibly();
        }
        return new Terminal(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    /** The class path of this test without the tests, whose logback-test.xml would turn the log off. */
    private static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
