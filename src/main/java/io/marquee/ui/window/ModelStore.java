package io.marquee.ui.window;

import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;

/** Reads and writes model files. Blocking: called on background threads. */
public interface ModelStore {

    /** @throws IOException with a sentence if the file cannot be written */
    void save(TrainedModel model, Path file) throws IOException;

    /** @throws IOException with a sentence if the file is no model or damaged */
    TrainedModel load(Path file) throws IOException;
}
