package io.marquee.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.model.Json;
import io.marquee.data.WholeFile;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A file that is written in steps and can be continued after it was left: it grows as {@code NAME.part}, with
 * {@code NAME.part.json} beside it that says how far it is sound, and gets its name once it is complete. What was written
 * after the last note is cut off on continuing, so that no step is there twice or in half.
 */
final class PartialFile implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PartialFile.class);
    private static final Duration BETWEEN_NOTES = Duration.ofSeconds(2);

    private final Path file;
    private final Path part;
    private final Path note;
    private final String contents;
    private final FileChannel channel;
    private final int stepsAtOpening;
    private int steps;
    private long lastNote = System.nanoTime();

    /**
     * How far a file is.
     *
     * @param contents what is being written, so that nothing else is appended
     * @param steps steps that are complete
     * @param bytes length of the file with these steps
     */
    record Note(String contents, int steps, long bytes) {}

    private PartialFile(Path file, Path part, Path note, String contents, FileChannel channel, int steps) {
        this.file = file;
        this.part = part;
        this.note = note;
        this.contents = contents;
        this.channel = channel;
        this.stepsAtOpening = steps;
        this.steps = steps;
    }

    /**
     * Opens the part of {@code file} that is there, if it is of the same contents, or begins anew.
     *
     * @param contents what is going to be written: model, options, format
     * @param header what a new file begins with
     * @throws IOException if the file cannot be written, or another program is writing it
     */
    static PartialFile open(Path file, String contents, byte[] header) throws IOException {
        Path target = WholeFile.target(file);
        Path part = target.resolveSibling(target.getFileName() + ".part");
        Path note = target.resolveSibling(target.getFileName() + ".part.json");
        FileChannel channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            lock(channel, file);
            Note found = read(note, contents, channel.size());
            PartialFile partial = new PartialFile(target, part, note, contents, channel, found == null ? 0 : found.steps);
            if (found == null) {
                channel.truncate(0);
                partial.write(header);
                partial.note();
            } else {
                channel.truncate(found.bytes).position(found.bytes);
            }
            return partial;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void lock(FileChannel channel, Path file) throws IOException {
        try {
            if (channel.tryLock() != null) {
                return;
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("The part is locked in this process", e);
        }
        throw new IOException(file + " is being written by another export. Let it finish, or choose another name.");
    }

    private static Note read(Path file, String contents, long size) throws IOException {
        if (!Files.isRegularFile(file)) {
            return null;
        }
        try {
            Note note = Json.mapper().readValue(file.toFile(), Note.class);
            boolean usable = contents.equals(note.contents) && note.steps >= 0 && note.bytes >= 0 && note.bytes <= size;
            return usable ? note : null;
        } catch (JsonProcessingException e) {
            LOG.info("{} is not a note of this program; the file is begun anew", file, e);
            return null;
        }
    }

    /** Steps that were there when the file was opened. */
    int stepsAtOpening() {
        return stepsAtOpening;
    }

    /** Steps that are there now. */
    int steps() {
        return steps;
    }

    /** Appends some steps. */
    void append(byte[] bytes, int moreSteps) throws IOException {
        write(bytes);
        steps += moreSteps;
        if (System.nanoTime() - lastNote > BETWEEN_NOTES.toNanos()) {
            note();
        }
    }

    private void write(byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    /** Notes how far the file is; its bytes reach the disk before the note does. */
    private void note() throws IOException {
        channel.force(false);
        Path fresh = note.resolveSibling(note.getFileName() + ".new");
        Json.mapper().writeValue(fresh.toFile(), new Note(contents, steps, channel.position()));
        WholeFile.move(fresh, note);
        lastNote = System.nanoTime();
    }

    /** Gives the complete file its name. */
    void finish() throws IOException {
        channel.force(true);
        channel.close();
        WholeFile.move(part, file);
        Files.deleteIfExists(note);
    }

    /** Leaves a file that is not finished so that it can be continued. */
    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            try {
                note();
            } finally {
                channel.close();
            }
        }
    }
}
