package io.marquee.cli;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.Catalogue;
import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
import io.marquee.data.ImportReport;
import io.marquee.data.Item;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import io.marquee.data.RatingTable;
import io.marquee.device.Device;
import io.marquee.runs.RunHistory;
import io.marquee.settings.AppDirectories;
import io.marquee.train.TrainingService;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Services that answer at once: four ratings, two devices, and a training that follows a script. */
final class FakeServices {

    private FakeServices() {}

    static Services with(TrainingService training) {
        return with(training, new RunHistory(Path.of("target/test-user/fake"), System.err::println));
    }

    static Services with(TrainingService training, RunHistory history) {
        return new Services(
                (spec, progress) -> dataset(),
                () -> training,
                () -> List.of(new Device("cpu", "CPU, 2 cores", true, "Fast path."),
                        new Device("cuda:0", "NVIDIA H100", false, "its binaries hold no code for this GPU")),
                model -> {
                    throw new IllegalStateException("nobody is asked here");
                },
                history,
                DatasetCatalogue.known(),
                Downloads.of(new AppDirectories(Path.of("no-settings"), Path.of("no-data")), "http://localhost:9/"));
    }

    /** Two users, two of three movies rated; the movie ids have a gap. */
    static Dataset dataset() {
        RatingTable ratings = new RatingTable(
                IdIndex.ofSorted(List.of("1", "2")), IdIndex.ofSorted(List.of("10", "30")),
                new int[] {0, 0, 1}, new int[] {0, 1, 1}, new RatingColumn.Coded(new byte[] {10, 6, 1}, 0.5f),
                new int[0], RatingScale.HALF_STARS);
        Catalogue catalogue = new Catalogue(List.of(
                new Item("10", "Heat", OptionalInt.of(1995), List.of("Crime")),
                new Item("20", "Amélie", OptionalInt.of(2001), List.of("Comedy", "Romance")),
                new Item("30", "Alien", OptionalInt.of(1979), List.of())));
        return new Dataset("Four walls", ratings, catalogue,
                new ImportReport(4, 3, 1, 0, List.of("1 rating came twice; the last one counts")),
                OptionalDouble.of(0.61), OptionalInt.empty());
    }
}
