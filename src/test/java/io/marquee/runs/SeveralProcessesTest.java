package io.marquee.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeveralProcessesTest {

    @TempDir
    Path folder;

    private final List<String> notices = new ArrayList<>();

    @Test
    void aKilledProcessLosesAtMostTheEpochInProgress() throws Exception {
        SplittableRandom random = new SplittableRandom();
        for (int round = 1; round <= 3; round++) {
            Process process = start(10_000);
            int told = 0;
            try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
                int stopAfter = 2 + random.nextInt(6);
                while (told < stopAfter) {
                    told = Integer.parseInt(lines.readLine().replace("epoch ", ""));
                }
                Thread.sleep(random.nextInt(40));
                // Not the process's own method: it would close its streams, too.
                process.toHandle().destroyForcibly();
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    told = Integer.parseInt(line.replace("epoch ", ""));
                }
                process.waitFor();
            }
            checkInterrupted(round, told);
        }
    }

    private void checkInterrupted(int round, int epochsTold) throws IOException {
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            List<RunSummary> interrupted = history.tidy();
            assertThat(interrupted).extracting(RunSummary::id).containsExactly((long) round);
            RunSummary run = interrupted.get(0);
            assertThat(run.state()).isEqualTo(RecordedState.INTERRUPTED);
            assertThat(run.epochsFinished()).isGreaterThanOrEqualTo(epochsTold);
            LossCurve curve = history.losses(run.id());
            assertThat(curve.batches()).isGreaterThanOrEqualTo(run.epochsFinished() * RunScript.BATCHES_PER_EPOCH);
            for (int batch = 1; batch <= curve.batches(); batch++) {
                assertThat(curve.losses()[batch - 1]).isEqualTo(RunScript.loss(batch));
            }
            assertThat(notices).isEmpty();
        }
    }

    @Test
    void twoProcessesRecordAtOnceWhileAThirdReads() throws Exception {
        Process first = start(20);
        Process second = start(20);
        try (RunHistory history = new RunHistory(folder, notices::add)) {
            while (first.isAlive() || second.isAlive()) {
                assertThat(history.list()).hasSizeLessThanOrEqualTo(2);
                Thread.sleep(20);
            }
            assertThat(output(first)).endsWith("epoch 20\n").doesNotContain("history");
            assertThat(output(second)).endsWith("epoch 20\n").doesNotContain("history");
            assertThat(history.list()).hasSize(2).allSatisfy(run -> {
                assertThat(run.state()).isEqualTo(RecordedState.FINISHED);
                assertThat(run.epochsFinished()).isEqualTo(20);
                assertThat(history.losses(run.id()).batches()).isEqualTo(20 * RunScript.BATCHES_PER_EPOCH);
            });
        } finally {
            first.destroyForcibly();
            second.destroyForcibly();
        }
    }

    private static String output(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private Process start(int epochs) throws IOException {
        Process process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx64m", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), RecordingProcess.class.getName(), folder.toString(),
                Integer.toString(epochs))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        process.onExit().orTimeout(120, TimeUnit.SECONDS).exceptionally(late -> process.destroyForcibly());
        return process;
    }
}
