package io.marquee.device;

import io.marquee.settings.AppDirectories;
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
 * The jars of ND4J's CUDA backend, all in one folder. They are over a gigabyte, so people get them only if they want them, and
 * they are on the class path of processes that train on a GPU alone.
 */
public final class CudaLibraries {

    /** Names another folder than the one beside the program. */
    public static final String VARIABLE = "MARQUEE_CUDA";

    private static final Logger LOG = LoggerFactory.getLogger(CudaLibraries.class);

    private static final String FOLDER = "cuda";

    private final List<Path> folders;

    /** @param folders where the jars may be, the first that has them counts; people are told to put them into the last */
    CudaLibraries(Path... folders) {
        this.folders = List.of(folders);
    }

    /**
     * The folder that {@value #VARIABLE} names; or else {@code cuda} beside the program's own jar, or the one among the
     * person's own files, which can be written to where the program was installed by somebody else.
     */
    static CudaLibraries ofProgram() {
        String named = System.getenv(VARIABLE);
        return named == null || named.isBlank()
                ? new CudaLibraries(besideTheProgram(), AppDirectories.ofUser().data().resolve(FOLDER))
                : new CudaLibraries(Path.of(named).toAbsolutePath());
    }

    private static Path besideTheProgram() {
        // The jar of the program stands first on its class path, as does the folder of its classes.
        String first = System.getProperty("java.class.path").split(java.io.File.pathSeparator)[0];
        return Path.of(first).toAbsolutePath().resolveSibling(FOLDER);
    }

    /** Where to put the jars. */
    Path folder() {
        return folders.get(folders.size() - 1);
    }

    /** The jars; none where the backend is not there. */
    List<Path> jars() {
        return folders.stream().map(CudaLibraries::jars).filter(jars -> !jars.isEmpty()).findFirst().orElse(List.of());
    }

    private static List<Path> jars(Path folder) {
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
