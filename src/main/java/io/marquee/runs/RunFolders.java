package io.marquee.runs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folders with the files of runs. Checkpoints of large networks take much room, so only some are kept: those of starred
 * runs, of the newest runs that came to their end, and of the newest that did not and can be resumed; and what a search needs.
 */
final class RunFolders {

    private static final Logger LOG = LoggerFactory.getLogger(RunFolders.class);
    private static final int KEPT = 20;
    private static final String CHECKPOINTS = "checkpoints";

    /** The name of one folder, which leads nowhere else: not empty, no separator, no dots. */
    private static final Pattern KEY = Pattern.compile("[0-9A-Za-z-]{1,64}");

    private final Path folder;

    /** @param folder folder of the history */
    RunFolders(Path folder) {
        this.folder = folder;
    }

    /** Whether a run may be called so: its folder is deleted with it, and a history may be damaged or a stranger's. */
    static boolean isKey(String key) {
        return key != null && KEY.matcher(key).matches();
    }

    /** The folder for the checkpoints of a run. */
    Path checkpoints(String key) {
        return of(key).resolve(CHECKPOINTS);
    }

    /** Removes the folder of a run that is gone for good. */
    void remove(String key) {
        if (isKey(key)) {
            delete(of(key));
        }
    }

    /** Whether there are folders of runs. */
    boolean any() {
        try (Stream<Path> all = Files.list(folder)) {
            return all.anyMatch(path -> Files.isDirectory(path.resolve(CHECKPOINTS)));
        } catch (IOException e) {
            LOG.debug("{} cannot be listed", folder, e);
            return false;
        }
    }

    private Path of(String key) {
        if (!isKey(key)) {
            throw new IllegalArgumentException("\"" + key + "\" is no name of a run's folder");
        }
        return folder.resolve(key);
    }

    /**
     * Removes checkpoints that are not kept any more.
     *
     * @param needed runs whose checkpoints a search needs
     */
    void prune(List<RunSummary> newestFirst, Set<Long> needed) {
        int finished = 0;
        int resumable = 0;
        for (RunSummary run : newestFirst) {
            if (run.starred() || run.state().active() || needed.contains(run.id())) {
                continue;
            }
            boolean kept = run.state() == RecordedState.FINISHED ? finished++ < KEPT : resumable++ < KEPT;
            if (!kept) {
                delete(checkpoints(run.key()));
            }
        }
    }

    private static void delete(Path root) {
        if (!Files.isDirectory(root)) {
            return;
        }
        try (Stream<Path> all = Files.walk(root)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            LOG.warn("{} cannot be removed", root, e);
        }
    }
}
