package io.marquee.train.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.marquee.device.LocalDevices;
import io.marquee.train.EngineState;
import io.marquee.train.EpochResult;
import io.marquee.train.PhaseSeconds;
import io.marquee.train.Runs;
import io.marquee.train.TrainingRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {

    @TempDir
    Path parent;

    @Test
    void aCheckpointComesBackAsItWas() throws IOException {
        CheckpointFolder folder = folder();
        Checkpoint saved = checkpoint(0.9, 0.8);

        folder.save(saved);
        Checkpoint read = folder.latest();

        assertThat(read.run()).isEqualTo(saved.run());
        assertThat(folder.run()).isEqualTo(saved.run());
        assertThat(read.state().steps()).isEqualTo(saved.state().steps());
        assertThat(read.state().arrays().keySet()).containsExactlyElementsOf(saved.state().arrays().keySet());
        saved.state().arrays().forEach((name, array) -> assertThat(read.state().arrays().get(name)).isEqualTo(array));
    }

    @Test
    void theNewestAndTheBestAreKept() throws IOException {
        CheckpointFolder folder = folder();
        double[] errors = {0.9, 0.7, 0.8, 0.75, 0.72};
        for (int epochs = 1; epochs <= errors.length; epochs++) {
            folder.save(checkpoint(Arrays.copyOf(errors, epochs)));
        }

        assertThat(names()).containsExactly("epoch-00002.checkpoint", "epoch-00005.checkpoint");
        assertThat(folder.latest().run().epoch()).isEqualTo(5);
        assertThat(folder.ofEpoch(2).orElseThrow().run().epoch()).isEqualTo(2);
        assertThat(folder.ofEpoch(3)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.1, 0.5, 0.999})
    void aFileThatWasCutOffIsPassedOverForTheOneBefore(double share) throws IOException {
        CheckpointFolder folder = folder();
        folder.save(checkpoint(0.7));
        Path newest = folder.save(checkpoint(0.7, 0.8));
        byte[] bytes = Files.readAllBytes(newest);
        Files.write(newest, Arrays.copyOf(bytes, (int) (bytes.length * share)));

        assertThat(folder.latest().run().epoch()).isEqualTo(1);
    }

    @Test
    void aFlippedBitIsNoticed() throws IOException {
        CheckpointFolder folder = folder();
        Path file = folder.save(checkpoint(0.7));
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length - 100] ^= 1;
        Files.write(file, bytes);

        assertThatThrownBy(folder::latest).isInstanceOf(CheckpointException.class)
                .hasMessageContaining(file + " is damaged");
    }

    @Test
    void aFileThatWasNeverFinishedDoesNotCount() throws IOException {
        CheckpointFolder folder = folder();
        folder.save(checkpoint(0.7));
        Files.writeString(folder.path().resolve("epoch-00002.checkpoint.unfinished"), "half a file");

        assertThat(folder.latest().run().epoch()).isEqualTo(1);
    }

    @Test
    void aFolderWithoutCheckpointsSaysSo() {
        assertThatThrownBy(() -> folder().latest()).isInstanceOf(CheckpointException.class)
                .hasMessageContaining("There is no checkpoint in " + parent.resolve("run"));
        assertThatThrownBy(() -> folder().run()).hasMessageContaining("There is no checkpoint in");
    }

    private CheckpointFolder folder() {
        return new CheckpointFolder(parent.resolve("run"));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(parent.resolve("run"))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static Checkpoint checkpoint(double... testErrors) {
        List<EpochResult> epochs = new ArrayList<>();
        for (double error : testErrors) {
            epochs.add(new EpochResult(epochs.size() + 1, error, error, Math.sqrt(error), 1, 1, 100,
                    new PhaseSeconds(0, 0, 0, 0, 0, 0, 0)));
        }
        SplittableRandom random = new SplittableRandom(testErrors.length);
        Map<String, float[]> arrays = new LinkedHashMap<>();
        for (int size : new int[] {40_000, 0, 1}) {
            float[] values = new float[size];
            for (int i = 0; i < size; i++) {
                values[i] = (float) random.nextDouble(-1, 1);
            }
            arrays.put("array of " + size, values);
        }
        TrainingRequest request = Runs.request(Runs.small(), LocalDevices.CPU).withThreads(1);
        return new Checkpoint(new RunSoFar("1.0", request, "00ff", epochs, 3.5, OptionalDouble.of(0.002), Optional.empty()), new EngineState(17, arrays));
    }
}
