package io.marquee.cli;

import io.marquee.data.Datasets;
import io.marquee.data.open.DatasetLoader;
import io.marquee.device.Devices;
import io.marquee.device.LocalDevices;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.Recommender;
import io.marquee.recommend.TopNRecommender;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.MappingFile;
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
 */
public record Services(
        Datasets datasets,
        Supplier<TrainingService> training,
        Devices devices,
        Function<TrainedModel, Recommender> recommender,
        RunHistory history) {

    /** The services of this machine. */
    public static Services local() {
        RunHistory history = new RunHistory(AppDirectories.ofUser().data(), System.err::println);
        return new Services(new DatasetLoader(new MappingFile(AppDirectories.ofUser().mappingsFile())),
                () -> new RecordingTrainingService(new LocalTrainingService(), history), new LocalDevices(),
                TopNRecommender::new, history);
    }
}
