package io.marquee.device;

import io.marquee.settings.AppDirectories;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The jars of ND4J's CUDA backend, all in one folder. They are over a gigabyte, so people get them only if they want them, and
 * they are on the class path of processes that train on a GPU alone.
 */
public final class CudaLibraries {

    /** Names another folder than the one beside the program. */
    public static final String VARIABLE = "MARQUEE_CUDA";

    private static final String BACKEND = "org/nd4j/linalg/jcublas/JCublasBackend.class";

    /** Of this system: jars for others may lie beside. */
    private static final Pattern LIBRARY = Pattern.compile("org/nd4j/linalg/jcublas/bindings/"
            + (System.getProperty("os.name").startsWith("Windows") ? "windows" : "linux") + "-[^/]+/(lib)?nd4jcuda[^/]*");

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

    /** What keeps them from being used and what to do, in sentences; empty where nothing does. */
    Optional<String> hindrance() {
        List<Path> jars = jars();
        if (jars.isEmpty()) {
            return Optional.of("The CUDA libraries are not installed: put their jars into "
                    + folders.get(folders.size() - 1) + ", or name their folder in " + VARIABLE
                    + ", and look again. The guide says how to get them, under Devices.");
        }
        boolean backend = false;
        boolean library = false;
        for (Path jar : jars) {
            try (ZipFile zip = new ZipFile(jar.toFile())) {
                backend |= zip.getEntry(BACKEND) != null;
                library |= zip.stream().anyMatch(entry -> LIBRARY.matcher(entry.getName()).matches());
            } catch (IOException e) {
                LOG.warn("The jar {} cannot be read", jar, e);
                return Optional.of(jar + " is damaged (" + e.getMessage() + "). Copy it there again and look again.");
            }
        }
        if (backend && library) {
            return Optional.empty();
        }
        return Optional.of("The jars in " + jars.get(0).getParent() + " are not ND4J's CUDA backend: the one with "
                + (backend ? "its library for this system" : "its classes") + " is missing. Put in all that belong to it, "
                + "as the guide says under Devices, and look again.");
    }

    /** All jars in the folder, in the order of their names. */
    List<Path> jars() {
        return folders.stream().map(CudaLibraries::jars).filter(jars -> !jars.isEmpty()).findFirst().orElse(List.of());
    }

    private static List<Path> jars(Path folder) {
        List<Path> jars = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return jars;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.jar")) {
            for (Path jar : found) {
                jars.add(jar.toAbsolutePath());
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("The folder {} cannot be read", folder, e);
        }
        Collections.sort(jars);
        return jars;
    }
}
