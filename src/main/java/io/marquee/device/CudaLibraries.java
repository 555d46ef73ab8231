package io.marquee.device;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder with the jars of ND4J's CUDA backend. They are 2.4 GB, so people get them only if they want them, and they are
 * on the class path of processes that train on a GPU alone.
 */
public final class CudaLibraries {

    /** Names another folder than the one beside the program. */
    public static final String VARIABLE = "MARQUEE_CUDA";

    private static final Logger LOG = LoggerFactory.getLogger(CudaLibraries.class);

    private final Path folder;

    /** @param folder where the jars are, or would be */
    CudaLibraries(Path folder) {
        this.folder = folder;
    }

    /** The folder that {@value #VARIABLE} names, or else {@code cuda} beside the program's own jar. */
    static CudaLibraries ofProgram() {
        String named = System.getenv(VARIABLE);
        return new CudaLibraries(named == null || named.isBlank() ? besideTheProgram() : Path.of(named));
    }

    private static Path besideTheProgram() {
        // The jar of the program stands first on its class path, as does the folder of its classes.
        String first = System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0];
        return Path.of(first).toAbsolutePath().resolveSibling("cuda");
    }

    Path folder() {
        return folder;
    }

    /** The jars; none where the backend is not there. */
    List<Path> jars() {
        List<Path> jars = new ArrayList<>();
        boolean backend = false;
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : found) {
                backend |= jar.getFileName().toString().startsWith("nd4j-cuda-");
                jars.add(jar.toAbsolutePath());
            }
        } catch (IOException e) {
            LOG.warn("The folder {} cannot be read", folder, e);
        }
        Collections.sort(jars);
        return backend ? jars : List.of();
    }
}
