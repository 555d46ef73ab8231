package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.marquee.data.Dataset;
import io.marquee.device.LocalDevices;
import io.marquee.model.Hyperparameters;
import java.util.List;
import org.junit.jupiter.api.Test;

class ArrayRunTest {

    @Test
    void aRunInNd4jsOperationsIsTheFastPathsRunUpToRounding() throws InterruptedException {
        Dataset dataset = TinyData.twoTastes(60, 40, 1);
        Hyperparameters hyperparameters = Runs.small();
        List<TrainingEvent> fast = Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU));
        List<TrainingEvent> arrays = Runs.events(dataset, Runs.request(hyperparameters, LocalDevices.CPU_ARRAYS));

        assertThat(arrays).hasAtLeastOneElementOfType(TrainingEvent.RunStarted.class)
                .filteredOn(TrainingEvent.RunStarted.class::isInstance)
                .allSatisfy(event -> assertThat(((TrainingEvent.RunStarted) event).protocol().engine())
                        .startsWith("ND4J operations"));
        assertThat(losses(arrays)).hasSameSizeAs(losses(fast));
        for (int epoch = 0; epoch < hyperparameters.epochs(); epoch++) {
            EpochResult expected = Runs.epochs(fast).get(epoch);
            EpochResult actual = Runs.epochs(arrays).get(epoch);
            assertThat(actual.testMse()).isCloseTo(expected.testMse(), within(1e-3));
            assertThat(actual.trainMse()).isCloseTo(expected.trainMse(), within(1e-3));
        }
    }

    private static List<Float> losses(List<TrainingEvent> events) {
        return events.stream()
                .filter(TrainingEvent.BatchProgress.class::isInstance)
                .flatMap(event -> ((TrainingEvent.BatchProgress) event).losses().stream())
                .toList();
    }
}
