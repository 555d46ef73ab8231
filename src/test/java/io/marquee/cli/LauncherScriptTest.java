package io.marquee.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** packaging/marquee in a pretended clone whose Java and Maven only say what they were asked for. */
@DisabledOnOs(OS.WINDOWS)
class LauncherScriptTest {

    @TempDir
    Path folder;

    private Path clone;

    @BeforeEach
    void pretendAClone() throws IOException {
        clone = folder.resolve("a clone");
        Files.createDirectories(clone.resolve("packaging"));
        Files.createDirectories(clone.resolve("src/main"));
        Files.copy(Path.of("packaging/marquee"), clone.resolve("packaging/marquee"));
        Files.writeString(clone.resolve("pom.xml"), "<project/>");
        program("java", "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.9\"' >&2; exit; fi\n"
                + "for option; do case $option in -XX:DumpLoadedClassList=*) "
                + "echo io/marquee/ui/window/MainWindow > \"${option#*=}\";; -XX:SharedArchiveFile=*) "
                + "[ \"$1\" != -Xshare:dump ] || { echo classes > \"${option#*=}\"; exit; };; esac; done\n"
                + "echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2\n"
                + "echo 'a remark' >&2\nprintf '%s\\n' \"$@\"\nexit 7");
        program("javac", "");
        program("mvn", "echo maven \"$@\"\nmkdir -p target/lib\ntouch target/marquee-0.1.0.jar "
                + "target/lib/javafx-base.jar target/lib/picocli.jar");
    }

    @Test
    void buildsOnFirstUseAndSaysSo() throws Exception {
        Terminal script = run(Map.of(), "train", "--epochs", "2 or so");

        assertThat(script.err()).contains("Building Marquee", "maven -q -B", "a remark");
        assertThat(script.out()).doesNotContain("maven").contains("io.marquee.Marquee\ntrain\n--epochs\n2 or so\n");
    }

    @Test
    void buildsOnceAndAgainWhenASourceIsNewer() throws Exception {
        run(Map.of());
        assertThat(run(Map.of()).err()).doesNotContain("Building");

        // Files carry times of a limited precision; this one is later than any stamp.
        Path source = Files.writeString(clone.resolve("src/main/New.java"), "");
        Files.setLastModifiedTime(source, FileTime.fromMillis(
                System.currentTimeMillis() + 60_000));

        assertThat(run(Map.of()).err()).contains("Building");
    }

    @Test
    void theClassesOfTheFirstWindowAreKeptForTheNext() throws Exception {
        Map<String, String> display = Map.of("DISPLAY", ":9");
        assertThat(run(display).out()).contains("-XX:DumpLoadedClassList=");

        await(() -> {
            List<String> kept = keptClasses();
            return kept.size() == 1 && kept.get(0).endsWith(".jsa");
        });

        assertThat(run(display).out()).contains("-XX:SharedArchiveFile=").doesNotContain("-XX:DumpLoadedClassList=");
        assertThat(run(display, "train").out()).doesNotContain("-XX:SharedArchiveFile=");
    }

    private List<String> keptClasses() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("cache/marquee"))) {
            return files.map(Path::toString).toList();
        }
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (int tries = 0; tries < 300 && !condition.call(); tries++) {
            Thread.sleep(50);
        }
        assertThat(condition.call()).isTrue();
    }

    @Test
    void handsOverTheExitCode() throws Exception {
        assertThat(run(Map.of()).exitCode()).isEqualTo(7);
    }

    @Test
    void hidesWhatJavaSaysAboutItsIncubator() throws Exception {
        assertThat(run(Map.of()).err()).contains("a remark").doesNotContain("incubator");
    }

    @Test
    void putsJavaFxOnTheModulePathAndTheRestOnTheClassPath() throws Exception {
        String out = run(Map.of("MARQUEE_MEMORY", "3g")).out();

        assertThat(out).contains("--module-path=" + clone.toRealPath() + "/target/lib/javafx-base.jar\n");
        assertThat(out).contains("-cp\n" + clone.toRealPath() + "/target/marquee-0.1.0.jar:" + clone.toRealPath()
                + "/target/lib/picocli.jar\n");
        assertThat(out).contains("-Xmx3g\n");
    }

    @Test
    void memoryThatIsNoneIsNamed() throws Exception {
        for (String memory : new String[] {"abc", "8", "0g", "-1g", "8gb", "8g -version"}) {
            Terminal script = run(Map.of("MARQUEE_MEMORY", memory));

            assertThat(script.exitCode()).as(memory).isEqualTo(ExitCode.FAILED);
            assertThat(script.err()).contains("MARQUEE_MEMORY must be a number with m or g behind it, such as 8g, not '"
                    + memory + "'.");
        }
    }

    @Test
    void inAnAppImageTheImagesOwnJavaRunsWhatItsLauncherRuns() throws Exception {
        Path app = Files.createDirectories(folder.resolve("an image/lib/app")).toRealPath();
        Path bin = Files.createDirectories(app.resolveSibling("runtime/bin"));
        Path script = Files.copy(Path.of("packaging/marquee"), app.resolve("marquee"));
        Files.writeString(app.resolve("Marquee.cfg"), "[Application]\napp.classpath=$APPDIR/marquee-0.1.0.jar\n"
                + "app.mainclass=io.marquee.Marquee\napp.classpath=$APPDIR/fx/javafx-base.jar\n[JavaOptions]\n"
                + "java-options=-XX:MaxRAMPercentage=40\n");
        Files.createFile(app.resolve("marquee.jsa"));
        Files.move(folder.resolve("bin/java"), bin.resolve("java"));
        program("java", "echo another Java\nexit 1");

        Terminal ran = execute(script, Map.of("JAVA_HOME", folder.toString(), "MARQUEE_MEMORY", "2g"), "devices");

        assertThat(ran.exitCode()).isEqualTo(7);
        assertThat(ran.err()).isEqualTo("a remark\n");
        assertThat(ran.out()).contains("--module-path=" + app + "/fx\n", "-Xmx2g\n",
                "-XX:SharedArchiveFile=" + app + "/marquee.jsa\n",
                "-cp\n" + app + "/marquee-0.1.0.jar:" + app + "/fx/javafx-base.jar\n", "io.marquee.Marquee\ndevices\n");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void inTheCLocaleFilesOfAnyNameCanBeNamed() throws Exception {
        program("java", "if [ \"$1\" = -version ]; then echo 'openjdk version \"17.0.9\"' >&2; exit; fi\necho locale $LC_ALL");

        assertThat(run(Map.of("LC_ALL", "C")).out()).contains("locale C.UTF-8");
        assertThat(run(Map.of("LC_ALL", "POSIX")).out()).contains("locale C.UTF-8");
        assertThat(run(Map.of("LC_ALL", "de_DE.UTF-8")).out()).contains("locale de_DE.UTF-8");
    }

    @Test
    void worksThroughASymbolicLink() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("a clone/packaging/marquee"));

        Terminal script = execute(link, Map.of());

        assertThat(script.out()).contains("io.marquee.Marquee");
    }

    @Test
    void anOldJavaIsNamed() throws Exception {
        program("java", "echo 'java version \"1.8.0_402\"' >&2");

        Terminal script = run(Map.of());

        assertThat(script.err()).contains("Marquee needs Java 17 or later; 'java' is Java 8.");
        assertThat(script.exitCode()).isEqualTo(ExitCode.FAILED);
    }

    @Test
    void aBuildThatFailsEndsWithASentence() throws Exception {
        program("mvn", "echo '[ERROR] no luck'\nexit 1");

        Terminal script = run(Map.of());

        assertThat(script.err()).contains("[ERROR] no luck", "The build failed; Maven's messages above say why.");
        assertThat(script.exitCode()).isEqualTo(ExitCode.FAILED);
        assertThat(script.out()).isEmpty();
    }

    private void program(String name, String body) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/bin/sh\n" + body + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Terminal run(Map<String, String> environment, String... arguments) throws Exception {
        return execute(clone.resolve("packaging/marquee"), environment, arguments);
    }

    private Terminal execute(Path script, Map<String, String> environment, String... arguments) throws Exception {
        String[] command = new String[arguments.length + 2];
        command[0] = "bash";
        command[1] = script.toString();
        System.arraycopy(arguments, 0, command, 2, arguments.length);
        Path out = folder.resolve("out");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile());
        builder.environment().remove("JAVA_HOME");
        builder.environment().remove("DISPLAY");
        builder.environment().put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        builder.environment().put("PATH", folder.resolve("bin") + ":" + System.getenv("PATH"));
        builder.environment().putAll(environment);
        Process process = builder.start();
        // Up to its end, which comes once the filter on standard error has ended, too.
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).as("the script ends").isTrue();
        return new Terminal(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8), err);
    }
}
