package io.marquee.cli;

import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.Datasets;
import io.marquee.device.Devices;
import io.marquee.device.LocalDevices;
import io.marquee.isolate.ChildRuns;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.Recommender;
import io.marquee.recommend.TopNRecommender;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.LocalDatasets;
import io.marquee.train.LocalTrainingService;
import io.marquee.train.TrainingService;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What commands work with; tests put their own in.
 *
 * @param datasets opens datasets
 * @param training makes a training service, when one is needed
 * @param devices finds devices
 * @param recommender asks a model
 * @param history the runs of this person
 * @param catalogue datasets known by name
 * @param downloads brings them here
 */
public record Services(
        Datasets datasets,
        Supplier<TrainingService> training,
        Devices devices,
        Function<TrainedModel, Recommender> recommender,
        RunHistory history,
        DatasetCatalogue catalogue,
        Downloads downloads) {

    /** The services of this machine. */
    public static Services local() {
        AppDirectories directories = AppDirectories.ofUser();
        RunHistory history = new RunHistory(directories.data(), System.err::println);
        return new Services(LocalDatasets.loader(LocalDatasets.mappings(System.err::println)),
                () -> new RecordingTrainingService(new LocalTrainingService(ChildRuns.ofMachine()), history), new LocalDevices(),
                TopNRecommender::new, history, DatasetCatalogue.known(),
                Downloads.of(directories, System.getenv("MARQUEE_DOWNLOAD_BASE"), System.err::println));
    }

    /** The same with something else to open datasets. */
    Services opening(Datasets other) {
        return new Services(other, training, devices, recommender, history, catalogue, downloads);
    }
}
