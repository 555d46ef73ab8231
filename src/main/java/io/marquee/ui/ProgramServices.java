package io.marquee.ui;

import io.marquee.catalogue.CatalogueDatasets;
import io.marquee.catalogue.DatasetCatalogue;
import io.marquee.catalogue.Downloads;
import io.marquee.data.FilteringDatasets;
import io.marquee.data.open.MappingMemory;
import io.marquee.device.LocalDevices;
import io.marquee.isolate.ChildRuns;
import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.TopNRecommender;
import io.marquee.runs.RecordingTrainingService;
import io.marquee.runs.RunHistory;
import io.marquee.settings.AppDirectories;
import io.marquee.settings.LocalDatasets;
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
        return create(new ConcurrentLinkedQueue<>());
    }

    /** @param notices what there is to tell the person, as it comes up */
    static Services create(Queue<String> notices) {
        return create(AppDirectories.ofUser(), AppDirectories.ofUser().data(), notices);
    }

    /** @param data folder of what is kept, such as runs */
    static Services create(Path data) {
        return create(AppDirectories.ofUser(), data, new ConcurrentLinkedQueue<>());
    }

    private static Services create(AppDirectories directories, Path data, Queue<String> notices) {
        RunHistory history = new RunHistory(data, notices::add);
        Downloads downloads = Downloads.of(directories, System.getenv("MARQUEE_DOWNLOAD_BASE"), notices::add);
        MappingMemory mappings = LocalDatasets.mappings(notices::add);
        return new Services(new FilteringDatasets(
                new CatalogueDatasets(DatasetCatalogue.known(), downloads, LocalDatasets.loader(mappings))),
                new RecordingTrainingService(new LocalTrainingService(ChildRuns.ofMachine()), history), new LocalDevices(),
                TopNRecommender::new, new Files(), history, notices, downloads, mappings);
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
