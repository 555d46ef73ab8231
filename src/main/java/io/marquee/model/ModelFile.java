package io.marquee.model;

import io.marquee.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Saves and loads trained models. A model file is a zip of
 *
 * <ul>
 *   <li>{@code manifest.json}: {@link ModelManifest};
 *   <li>{@code model.zip}: the network as DL4J's ModelSerializer writes it, which stock DL4J opens;
 *   <li>{@code users.txt}, {@code items.txt}: original ids in index order, one a line, UTF-8;
 *   <li>{@code catalogue.json}: titles, years and genres;
 *   <li>{@code history.bin}: what each user rated, so that rated items can be left out.
 * </ul>
 *
 * <p>No Java serialisation is written or read.
 */
public final class ModelFile {

    /** The usual ending of a model file's name. */
    public static final String EXTENSION = ".marquee";

    private ModelFile() {}

    /**
     * Saves a model. It is written to a temporary file beside the target and moved into place, so that there is never half
     * a model under the name asked for.
     *
     * @throws IOException if writing fails; an older file of that name is then unchanged
     */
    public static void save(TrainedModel model, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (!Files.isDirectory(target.getParent())) {
            throw new IOException("The model cannot be saved as " + file + ": there is no folder "
                    + target.getParent() + ". Make it or choose another.");
        }
        if (Files.isDirectory(target)) {
            throw new IOException("The model cannot be saved as " + file + ": that is a folder. Add a file name.");
        }
        WholeFile.write(target, out -> ModelWriter.write(model, out));
    }

    /**
     * Loads a model and checks that its parts fit together.
     *
     * @throws ModelFileException if the file is damaged, foreign or of a newer version
     * @throws IOException if reading fails
     */
    public static TrainedModel load(Path file) throws IOException {
        if (!Files.exists(file)) {
            throw new ModelFileException(file, "there is no such file.", null);
        }
        if (Files.isDirectory(file)) {
            throw new ModelFileException(file, "it is a folder.", null);
        }
        return new ModelReader(file).read();
    }
}
