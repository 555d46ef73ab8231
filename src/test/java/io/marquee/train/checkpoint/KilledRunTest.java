package io.marquee.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.train.Runs;
import io.marquee.train.TinyData;
import io.marquee.train.TrainingRequest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Kills real processes while they train, as a crash or a power cut would. */
class KilledRunTest {

    private static final int KILLS = 2;
    private static final int EPOCHS = 120;

    @TempDir
    Path folder;

    @Test
    @Timeout(120)
    void aRunKilledAtRandomMomentsEndsBitForBitWhereAnUnbrokenOneEnds() throws Exception {
        SplittableRandom random = new SplittableRandom();
        Path broken = folder.resolve("broken");
        for (int kill = 0; kill < KILLS; kill++) {
            Process child = child(broken);
            awaitProgress(child, broken);
            Thread.sleep(random.nextInt(120));
            child.destroyForcibly().waitFor();
        }
        int epochsAtTheLastKill = new CheckpointFolder(broken).run().epoch();
        Process last = child(broken);
        assertThat(last.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();

        Runs.events(data(), request().savingTo(folder.resolve("whole")));
        ResumeTest.assertSameState(folder.resolve("whole"), broken);
        assertThat(epochsAtTheLastKill).isBetween(1, EPOCHS - 1);
    }

    /** Waits for a checkpoint that was not there when the child began. */
    private static void awaitProgress(Process child, Path folder) throws IOException, InterruptedException {
        CheckpointFolder checkpoints = new CheckpointFolder(folder);
        int before = checkpoints.holdsCheckpoints() ? checkpoints.run().epoch() : 0;
        while (child.isAlive()) {
            if (checkpoints.holdsCheckpoints() && newest(checkpoints, before) > before) {
                return;
            }
            Thread.sleep(5);
        }
        throw new AssertionError("The child ended by itself: " + child.exitValue());
    }

    /** A file may be pruned between listing and reading. */
    private static int newest(CheckpointFolder checkpoints, int before) {
        try {
            return checkpoints.run().epoch();
        } catch (IOException e) {
            return before;
        }
    }

    private Process child(Path checkpoints) throws IOException {
        Files.createDirectories(folder);
        return new ProcessBuilder(System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                "--add-modules", "jdk.incubator.vector", "-Xmx512m", "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Child.class.getName(), checkpoints.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("child.log").toFile())
                .start();
    }

    private static Dataset data() {
        return TinyData.twoTastes(60, 50, 1);
    }

    private static TrainingRequest request() {
        Hyperparameters hyperparameters =
                Runs.small().toBuilder().hiddenLayers(List.of(64)).batchSize(8).epochs(EPOCHS).build();
        return Runs.request(hyperparameters, LocalDevices.CPU).withThreads(1);
    }

    /** The process that is killed: starts a run, or goes on with it where its folder holds checkpoints. */
    static final class Child {

        private Child() {}

        public static void main(String[] arguments) throws Exception {
            Path folder = Path.of(arguments[0]);
            boolean begun = new CheckpointFolder(folder).holdsCheckpoints();
            Runs.events(data(), begun ? request().resumingFrom(folder) : request().savingTo(folder));
            System.exit(0);
        }
    }
}
