package io.marquee.ui;

import io.marquee.data.open.DatasetLoader;
import io.marquee.device.LocalDevices;
import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import io.marquee.recommend.TopNRecommender;
import io.marquee.train.LocalTrainingService;
import io.marquee.ui.window.ModelStore;
import io.marquee.ui.window.Services;
import java.io.IOException;
import java.nio.file.Path;

/** The rooms below the window, put together: the only place of the window that names their classes. */
final class ProgramServices {

    private ProgramServices() {}

    static Services create() {
        return new Services(new DatasetLoader(), new LocalTrainingService(), new LocalDevices(), TopNRecommender::new,
                new Files());
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
