package io.marquee.data;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Writes a dataset as MovieLens does: {@code ratings.csv} and {@code movies.csv} in a folder, UTF-8, lines ended by LF.
 *
 * <p>Rated items that the catalogue does not list get a line with their placeholder title. The
 * files appear under their names once both are complete; of a failed or cancelled attempt nothing is left.
 */
public final class DatasetWriter {

    private static final String RATINGS = "ratings.csv";
    private static final String MOVIES = "movies.csv";
    private static final String NO_GENRES = "(no genres listed)";

    /** As MovieLens: quotes only where needed, doubled inside. */
    private static final CSVFormat MOVIES_FORMAT = CSVFormat.DEFAULT.builder()
            .setHeader("movieId", "title", "genres")
            .setRecordSeparator('\n')
            .get();

    /** Like {@link #write(Dataset, Path, boolean, Progress)}, refusing to replace files. */
    public void write(Dataset dataset, Path folder, Progress progress) throws IOException {
        write(dataset, folder, false, progress);
    }

    /**
     * Writes both files. Blocking and long for large datasets: call it from a background thread.
     *
     * @param folder where to; made if it is not there
     * @param overwrite whether files of these names may be replaced
     * @throws InvalidDataException if the folder cannot be one, or a file is there and may not be replaced
     * @throws IOException if writing fails, as on a full disk
     * @throws java.util.concurrent.CancellationException if {@code progress} asks to stop
     */
    public void write(Dataset dataset, Path folder, boolean overwrite, Progress progress) throws IOException {
        prepare(folder, overwrite);
        String suffix = "." + UUID.randomUUID() + ".part";
        Path ratingsPart = folder.resolve(RATINGS + suffix);
        Path moviesPart = folder.resolve(MOVIES + suffix);
        try {
            writeMovies(dataset, moviesPart);
            try (OutputStream out = Files.newOutputStream(ratingsPart, StandardOpenOption.CREATE_NEW)) {
                new RatingRows(dataset.ratings(), out).write(progress);
            }
            move(moviesPart, folder.resolve(MOVIES), overwrite);
            move(ratingsPart, folder.resolve(RATINGS), overwrite);
        } finally {
            Files.deleteIfExists(ratingsPart);
            Files.deleteIfExists(moviesPart);
        }
    }

    private static void prepare(Path folder, boolean overwrite) throws IOException {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new InvalidDataException(
                    "Two files are to be written to " + folder + ", but that is a file; name a folder.");
        }
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new InvalidDataException("The folder " + folder + " cannot be made; name another one.", e);
        }
        for (String name : new String[] {RATINGS, MOVIES}) {
            Path file = folder.resolve(name);
            if (Files.isDirectory(file)) {
                throw new InvalidDataException("There is a folder at " + file + "; name another folder to write to.");
            }
            if (!overwrite && Files.exists(file)) {
                throw new InvalidDataException(
                        file + " exists already. Name another folder, or say with --overwrite that it may be replaced.");
            }
        }
    }

    private static void move(Path from, Path to, boolean overwrite) throws IOException {
        if (overwrite) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } else {
            // Fails if somebody else made the file in the meantime.
            Files.move(from, to);
        }
    }

    private static void writeMovies(Dataset dataset, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
                CSVPrinter printer = new CSVPrinter(out, MOVIES_FORMAT)) {
            for (Item item : dataset.catalogue().items()) {
                print(item, printer);
            }
            IdIndex rated = dataset.ratings().items();
            for (int i = 0; i < rated.size(); i++) {
                if (!dataset.catalogue().lists(rated.id(i))) {
                    print(dataset.catalogue().item(rated.id(i)), printer);
                }
            }
        }
    }

    private static void print(Item item, CSVPrinter printer) throws IOException {
        printer.printRecord(item.id(), item.displayTitle(),
                item.genres().isEmpty() ? NO_GENRES : String.join("|", item.genres()));
    }
}
