package io.marquee.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.marquee.data.FileProblem;
import io.marquee.data.WholeFile;
import io.marquee.model.Json;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A record kept in a JSON file. Writing goes to a temporary file that is moved into place, so that a crash leaves the old
 * or the new contents, never half of them. Of a file that somebody else has damaged, what can be used is used, and a copy of
 * it as it was is kept: nothing is overwritten that this program cannot read.
 *
 * @param <T> record type
 */
public final class JsonFile<T> {

    private static final Logger LOG = LoggerFactory.getLogger(JsonFile.class);

    /** Far more than is ever written. */
    private static final long LARGEST = 16L << 20;
    private static final int MOST_COPIES = 100;
    private static final int NAMED = 5;

    private final Path path;
    private final Class<T> type;
    private final Consumer<String> notices;
    private boolean told;
    private boolean keep;

    /** A file of which it is enough that the log tells when it is damaged. */
    public JsonFile(Path path, Class<T> type) {
        this(path, type, sentence -> { });
    }

    /** @param notices gets what a person should know of a damaged file, as sentences */
    public JsonFile(Path path, Class<T> type, Consumer<String> notices) {
        this.path = path;
        this.type = type;
        this.notices = notices;
    }

    /**
     * What the file holds; empty if there is none or it cannot be understood. A value in it that cannot be used is left out,
     * and the rest is read. Never throws: settings are not worth it.
     */
    public synchronized Optional<T> read() {
        try {
            if (Files.size(path) > LARGEST) {
                return unreadable("it is larger than " + (LARGEST >> 20) + " MB", null);
            }
            return parsed(Files.readAllBytes(path));
        } catch (JsonProcessingException e) {
            return unreadable(withoutStop(Json.inWords(e)), e);
        } catch (NoSuchFileException | NotDirectoryException firstStart) {
            return Optional.empty();
        } catch (IOException e) {
            if (e instanceof FileSystemException && !Files.exists(path)) {
                return Optional.empty();
            }
            // Its contents may be in order: it stays, and nothing is written over it.
            keep = true;
            tell(path + " cannot be read (" + (Files.isDirectory(path) ? "it is a folder" : FileProblem.inWords(e)) + "), so "
                    + "defaults are used, and changes to them are not kept. Correct that and start again.", e);
            return Optional.empty();
        }
    }

    private Optional<T> parsed(byte[] bytes) throws IOException {
        JsonMapper mapper = Json.mapper();
        JsonNode tree = mapper.readTree(bytes);
        if (tree == null || tree.isMissingNode()) {
            return unreadable("it is empty", null);
        }
        LenientJson.Reading<T> reading = LenientJson.read(mapper, tree, type);
        if (reading.value() == null) {
            return unreadable("it holds nothing", null);
        }
        if (!reading.left().isEmpty()) {
            LOG.warn("{} holds what cannot be used: {}", path, reading.left());
            tell("Some of " + path + " cannot be used (" + listed(List.copyOf(reading.left())) + "), so defaults stand in for it."
                    + kept(), null);
            // What can be used is there again, for whoever reads next.
            writeQuietly(reading.value());
        }
        return Optional.of(reading.value());
    }

    private static String listed(List<String> names) {
        int more = names.size() - NAMED;
        return String.join(", ", names.subList(0, Math.min(NAMED, names.size()))) + (more > 0 ? " and " + more + " more" : "");
    }

    /**
     * Replaces the contents.
     *
     * @throws IOException if that fails, or would destroy a file that could not be read
     */
    public synchronized void write(T value) throws IOException {
        if (keep && Files.exists(path)) {
            throw new IOException(path + " could not be read before, so it is not written over.");
        }
        ObjectWriter writer = Json.mapper().writerWithDefaultPrettyPrinter();
        Files.createDirectories(path.toAbsolutePath().getParent());
        byte[] json = writer.writeValueAsBytes(value);
        WholeFile.write(path, out -> out.write(json));
    }

    private void writeQuietly(T value) {
        try {
            write(value);
        } catch (IOException e) {
            LOG.warn("{} cannot be written", path, e);
        }
    }

    private Optional<T> unreadable(String why, Exception cause) {
        tell(path + " cannot be understood (" + why + "), so defaults are used." + kept(), cause);
        return Optional.empty();
    }

    /** Once: some files are read again and again. */
    private void tell(String sentence, Exception cause) {
        LOG.warn("{}", sentence, cause);
        if (!told) {
            told = true;
            notices.accept(sentence);
        }
    }

    /** Gives the file another name, and says which. */
    private String kept() {
        try {
            Path aside = free();
            Files.move(path, aside);
            return " It is kept as " + aside.getFileName() + ".";
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside", path, e);
            keep = true;
            return " It cannot be given another name (" + FileProblem.inWords(e) + "), so it stays, and changes are not kept.";
        }
    }

    /** A name that none has: what was set aside before is not written over. */
    private Path free() throws IOException {
        for (int copy = 1; copy <= MOST_COPIES; copy++) {
            Path aside = path.resolveSibling(path.getFileName() + ".unreadable" + (copy == 1 ? "" : "-" + copy));
            if (Files.notExists(aside)) {
                return aside;
            }
        }
        throw new IOException("there are " + MOST_COPIES + " such files already");
    }

    private static String withoutStop(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
