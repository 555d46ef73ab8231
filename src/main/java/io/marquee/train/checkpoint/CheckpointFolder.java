package io.marquee.train.checkpoint;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The checkpoints of one run, a file an epoch: the newest is kept, and that of the best epoch. A file appears under its name
 * only when it is whole and on the disk, so that a program or machine that ends at any moment leaves what it had.
 */
public final class CheckpointFolder {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointFolder.class);
    private static final Pattern NAME = Pattern.compile("epoch-(\\d{5,9})\\.checkpoint");
    private static final String UNFINISHED = ".unfinished";

    private final Path folder;

    /** @param folder where the checkpoints are or will be; made by the first {@link #save} */
    public CheckpointFolder(Path folder) {
        this.folder = folder;
    }

    public Path path() {
        return folder;
    }

    /** Whether there is a checkpoint, damaged or not. */
    public boolean holdsCheckpoints() throws IOException {
        return !files().isEmpty();
    }

    /**
     * Saves a checkpoint and removes those that are neither the newest nor the best.
     *
     * @return its file
     * @throws IOException if it cannot be written; earlier checkpoints are still there then
     */
    public Path save(Checkpoint checkpoint) throws IOException {
        Files.createDirectories(folder);
        Path file = file(checkpoint.run().epoch());
        Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            CheckpointFile.write(checkpoint, unfinished);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(unfinished);
            throw e;
        }
        forceNames();
        prune(checkpoint.run());
        return file;
    }

    /** A file's new name outlasts a power cut only when the folder is on the disk too. */
    private void forceNames() {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folders; there the file system's journal keeps the name.
            LOG.debug("The folder {} cannot be forced to the disk", folder, e);
        }
    }

    private void prune(RunSoFar run) throws IOException {
        int best = run.bestEpoch();
        for (Path file : files()) {
            int epoch = epoch(file);
            if (epoch != run.epoch() && epoch != best) {
                Files.deleteIfExists(file);
            }
        }
    }

    /**
     * The newest checkpoint that can be read. A damaged one is passed over, and the log says so.
     *
     * @throws CheckpointException if there is none
     */
    public Checkpoint latest() throws IOException {
        CheckpointException problem = null;
        for (Path file : files()) {
            try {
                return CheckpointFile.read(file);
            } catch (CheckpointException e) {
                LOG.warn("A checkpoint was passed over", e);
                problem = e;
            }
        }
        throw problem != null ? problem : none();
    }

    /**
     * The checkpoint of an epoch.
     *
     * @return empty if it was removed, or never there
     */
    public Optional<Checkpoint> ofEpoch(int epoch) throws IOException {
        Path file = file(epoch);
        return Files.exists(file) ? Optional.of(CheckpointFile.read(file)) : Optional.empty();
    }

    /**
     * What the run in this folder was asked for and what it brought, by its newest checkpoint that can be read.
     *
     * @throws CheckpointException if there is none
     */
    public RunSoFar run() throws IOException {
        CheckpointException problem = null;
        for (Path file : files()) {
            try {
                return CheckpointFile.readRun(file);
            } catch (CheckpointException e) {
                LOG.warn("A checkpoint was passed over", e);
                problem = e;
            }
        }
        throw problem != null ? problem : none();
    }

    private CheckpointException none() {
        return new CheckpointException("There is no checkpoint in " + folder.toAbsolutePath()
                + ". Give the folder that a run was started with, after its first epoch.");
    }

    private Path file(int epoch) {
        return folder.resolve(String.format(Locale.ROOT, "epoch-%05d.checkpoint", epoch));
    }

    /** The finished files, newest epoch first. */
    private List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                if (NAME.matcher(entry.getFileName().toString()).matches() && Files.isRegularFile(entry)) {
                    files.add(entry);
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (NotDirectoryException e) {
            throw new CheckpointException(folder + " cannot be used for checkpoints: it is a file. Name a folder.", e);
        }
        files.sort(Comparator.comparingInt(CheckpointFolder::epoch).reversed());
        return files;
    }

    private static int epoch(Path file) {
        Matcher matcher = NAME.matcher(file.getFileName().toString());
        if (!matcher.matches()) {
            throw new IllegalArgumentException(file.toString());
        }
        return Integer.parseInt(matcher.group(1));
    }
}
