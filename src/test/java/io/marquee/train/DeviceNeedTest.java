package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceNeedTest {

    private static final Hyperparameters LECTURE = Runs.small().toBuilder()
            .embeddingSize(10).hiddenLayers(List.of(1024)).optimizer(OptimizerKind.ADAM).batchSize(16).build();

    @Test
    void memoryThatRanOutIsToldFromOtherTroubleByWhatNd4jSays() {
        for (String message : List.of("Allocation failed: [[DEVICE] allocation failed; Error code: [2]]",
                "Allocation failed: [std::bad_alloc]", "CUDA error: out of memory",
                "DataBuffer expansion failed: [cudaMalloc failed]")) {
            assertThat(DeviceNeed.ranOut(new RuntimeException(message))).as(message).isTrue();
            assertThat(DeviceNeed.ranOut(new RuntimeException("Op [gather_nd] execution failed",
                    new RuntimeException(message)))).isTrue();
        }
        assertThat(DeviceNeed.ranOut(new RuntimeException("customOp execution failed; Error code: [700]"))).isFalse();
        assertThat(DeviceNeed.ranOut(new NullPointerException())).isFalse();
    }

    @Test
    void theNeedIsThatOfTheArrays() {
        Dataset dataset = TinyData.twoTastes(40, 30, 1);
        DeviceNeed need = DeviceNeed.of(Runs.request(LECTURE, LocalDevices.CPU_ARRAYS), dataset.ratings());
        long dense = 21L * 1024 + 1025;
        // Parameters with two slots and a gradient or its sum, and DL4J's parameters.
        assertThat(need.networkBytes()).isEqualTo(4 * 5 * (70 * 10 + dense));
        assertThat(need.ratingBytes()).isEqualTo(16L * dataset.ratings().size());
        // Rows with state, four arrays of two embeddings a rating, a layer's outputs and their gradient, errors and ones.
        assertThat(need.batchBytes()).isEqualTo(4L * 16 * (60 + 80 + 2 + 2049));
    }

    @Test
    void memoryThatRunsOutOnTheDeviceEndsTheRunWithASentence() {
        Dataset dataset = TinyData.twoTastes(40, 30, 1);
        TrainingEvent[] last = new TrainingEvent[1];
        LocalRun run = new LocalRun(Runs.request(LECTURE, LocalDevices.CPU_ARRAYS), dataset, event -> {
            last[0] = event;
            if (event instanceof TrainingEvent.RunStarted) {
                throw new RuntimeException("Op [gather_nd] execution failed",
                        new RuntimeException("[DEVICE] allocation failed; Error code: [2]"));
            }
        }, List.of());

        run.run();

        assertThat(last[0]).isInstanceOfSatisfying(TrainingEvent.RunFailed.class, failed -> assertThat(failed.message())
                .startsWith("The memory of cpu-nd4j ran out ([DEVICE] allocation failed; Error code: [2]).")
                .contains("a batch of 16 ratings").contains("Choose a smaller batch"));
    }
}
