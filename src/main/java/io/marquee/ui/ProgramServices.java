package io.marquee.ui;

import io.marquee.catalogue.CatalogueDatasets;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.FilteringDatasets;
import io.marquee.data.open.DatasetLoader;
import io.marquee.data.open.MappingMemory;
import io.marquee.device.LocalDevices;
import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.TopNRecommender;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.MappingFile;
import io.marquee.train.LocalTrainingService;
import io.marquee.ui.window.ModelStore;
import io.marquee.ui.window.Services;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The rooms below the window, put together: the only place of the window that names their classes. */
final class ProgramServices {

    private ProgramServices() {}

    static Services create() {
        AppDirectories directories = AppDirectories.ofUser();
        Queue<String> historyNotices = new ConcurrentLinkedQueue<>();
        RunHistory history = new RunHistory(directories.data(), historyNotices::add);
        MappingMemory mappings = new MappingFile(directories.mappingsFile());
        Downloads downloads = Downloads.of(directories, System.getenv("MARQUEE_DOWNLOAD_BASE"));
        return new Services(new FilteringDatasets(
                new CatalogueDatasets(DatasetCatalogue.known(), downloads, new DatasetLoader(mappings))),
                new RecordingTrainingService(new LocalTrainingService(), history), new LocalDevices(),
                TopNRecommender::new, new Files(), history, historyNotices, mappings, downloads);
    }

    /** Models in files. */
    private static final class Files implements ModelStore {
        @Override
        public void save(TrainedModel model, Path file) throws IOException {
            ModelFile.save(model, file);
        }

        @Override
        public TrainedModel load(Path file) throws IOException {
            return ModelFile.load(file);
        }
    }
}
