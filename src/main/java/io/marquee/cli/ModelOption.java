package io.marquee.cli;

import io.marquee.model.ModelFile;
import io.marquee.model.TrainedModel;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which trained model to ask. */
final class ModelOption {

    @Option(names = "--model", paramLabel = "FILE", required = true,
            description = "A model that 'marquee train --save' or the window saved.")
    private Path model;

    TrainedModel load() throws IOException {
        return ModelFile.load(model);
    }
}
