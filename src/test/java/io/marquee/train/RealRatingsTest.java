package io.marquee.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.data.Dataset;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.DatasetSpec;
import io.marquee.data.Progress;
import io.marquee.data.SplitSpec;
import io.marquee.device.LocalDevices;
import io.marquee.evaluate.baseline.BiasBaseline;
import io.marquee.model.Preset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class RealRatingsTest {

    private static final Path FOLDER = Path.of("../shared/data/ml-latest-small");

    @Test
    void theNetworkBeatsTheUserAndItemMeanBaselineOnRealRatings() throws Exception {
        Assumptions.assumeTrue(Files.isDirectory(FOLDER),
                "Skipped: the real ratings are not here (" + FOLDER.toAbsolutePath().normalize() + ").");
        Dataset dataset = new DatasetLoader().open(DatasetSpec.of(FOLDER.toString()), Progress.NONE);
        SplitSpec split = new SplitSpec(0.2, 42);
        var hyperparameters = Preset.QUICK_LOOK.hyperparameters().toBuilder().epochs(4).build();

        List<EpochResult> epochs = Runs.epochs(Runs.events(dataset, new TrainingRequest(
                DatasetSpec.of(FOLDER.toString()), split, hyperparameters, LocalDevices.CPU)));

        assertThat(epochs).hasSize(4);
        assertThat(epochs.get(3).testMse()).isLessThan(BiasBaseline.fit(dataset.split(split)).testMse(dataset.split(split)));
    }
}
