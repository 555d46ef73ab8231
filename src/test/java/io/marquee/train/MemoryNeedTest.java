package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.model.EmbeddingUpdates;
import io.marquee.model.Hyperparameters;
import io.marquee.model.OptimizerKind;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryNeedTest {

    private static final Hyperparameters LARGE = new Hyperparameters(512, List.of(16_384), OptimizerKind.ADAM, 0.001, 0.9, 0,
            1024, 1, 0.01, 1, true, false, EmbeddingUpdates.LAZY);

    @Test
    void countsParametersOptimiserStateAndModels() {
        long rows = 100;
        MemoryNeed need = MemoryNeed.of(LARGE, false, 1000, rows, 2);

        long dense = 1025L * 16_384 + 16_385;
        long embeddings = rows * 512;
        assertThat(need.parameters()).isEqualTo(embeddings + dense);
        // Two models and the start; rows with two slots; dense weights with two slots, transposed, and a gradient a thread.
        assertThat(need.networkBytes()).isEqualTo(4 * (3 * (embeddings + dense) + 3 * embeddings + 6 * dense));
        assertThat(need.ratingBytes()).isEqualTo(33_000);
        assertThat(need.nativeBytes()).isEqualTo(4 * 2 * (embeddings + dense));
    }

    @Test
    void stockLayersKeepTheirStateOutsideTheHeap() {
        MemoryNeed need = MemoryNeed.of(LARGE, true, 1000, 100, 2);

        assertThat(need.networkBytes()).isEqualTo(4 * 2 * need.parameters());
        assertThat(need.nativeBytes()).isEqualTo(4 * 4 * need.parameters());
    }

    @Test
    void eachWorkerHasAGraphOfItsOwn() {
        Dataset dataset = TinyData.twoTastes(40, 30, 1);
        MemoryNeed one = MemoryNeed.of(Runs.request(LARGE, LocalDevices.CPU_STOCK), dataset.ratings());
        MemoryNeed two = MemoryNeed.of(Runs.request(LARGE, LocalDevices.CPU_PARALLEL), dataset.ratings());

        assertThat(two.nativeBytes()).isEqualTo(2 * one.nativeBytes());
        assertThat(two.networkBytes()).isEqualTo(one.networkBytes());
    }

    @Test
    void theSentenceNamesWhatIsNeededAndWhatThereIs() {
        Dataset dataset = TinyData.twoTastes(40, 30, 1);
        TrainingRequest request = Runs.request(LARGE, LocalDevices.CPU);
        MemoryNeed need = MemoryNeed.of(request, dataset.ratings());

        assertThat(need.sentence(new OutOfMemoryError("Java heap space")))
                .contains("Java heap space")
                .contains(String.format("%,d MB of heap:", (need.heapBytes() + (1 << 20) - 1) >> 20))
                .contains(String.format("%,d MB of heap and", (Runtime.getRuntime().maxMemory() + (1 << 20) - 1) >> 20))
                .contains("MARQUEE_MEMORY=");
    }

    @Test
    void anAllocationThatFailsEndsTheRunWithThatSentence() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(40, 30, 1);
        OutOfMemoryError error = new OutOfMemoryError("Java heap space");
        LocalRun[] run = new LocalRun[1];
        TrainingEvent[] last = new TrainingEvent[1];
        run[0] = new LocalRun(Runs.request(Runs.small(), LocalDevices.CPU), dataset, event -> {
            last[0] = event;
            if (event instanceof TrainingEvent.RunStarted) {
                throw error;
            }
        }, List.of());

        run[0].run();

        assertThat(run[0].state()).isEqualTo(TrainingRun.State.FAILED);
        assertThat(last[0]).isInstanceOfSatisfying(TrainingEvent.RunFailed.class,
                failed -> assertThat(failed.message()).contains("needs about").contains("may use"));
    }
}
