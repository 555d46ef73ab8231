package io.marquee.data;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * The files of a MovieLens dataset.
 *
 * @param ratings the ratings file
 * @param movies the item file beside it, where there is one
 * @param name what people call the dataset: the folder's name, or the file's where it has a name of its own
 */
record MovieLensFiles(Path ratings, Optional<Path> movies, String name) {

    static final String RATINGS = "ratings.csv";
    static final String MOVIES = "movies.csv";

    private static final int SHOWN_NAMES = 10;

    /**
     * Finds the files by a folder or by either of them.
     *
     * @throws InvalidDataException if there are none
     */
    static MovieLensFiles locate(String source) throws IOException {
        Path path = path(source);
        if (Files.isDirectory(path)) {
            return inFolder(path, path);
        }
        if (!Files.exists(path)) {
            throw new InvalidDataException("There is no file or folder " + path
                    + ". Check the spelling, or give the full path.");
        }
        if (!Files.isRegularFile(path)) {
            throw new InvalidDataException(path + " is neither a file nor a folder. Choose a folder with "
                    + RATINGS + ".");
        }
        String name = path.getFileName().toString();
        Path folder = path.toAbsolutePath().normalize().getParent();
        if (name.equalsIgnoreCase(MOVIES)) {
            return inFolder(folder, path);
        }
        String called = name.equalsIgnoreCase(RATINGS) ? nameOf(folder) : name;
        return new MovieLensFiles(path, beside(path, MOVIES), called);
    }

    private static Path path(String source) throws InvalidDataException {
        if (source.isBlank()) {
            throw new InvalidDataException("No dataset was named. Choose a folder with " + RATINGS
                    + ", or \"matinee\".");
        }
        try {
            return Path.of(source);
        } catch (InvalidPathException e) {
            throw new InvalidDataException(Wording.quote(source) + " is not a path: " + e.getReason()
                    + ". Choose a folder with " + RATINGS + ".", e);
        }
    }

    private static MovieLensFiles inFolder(Path folder, Path asked) throws IOException {
        Path ratings = folder.resolve(RATINGS);
        if (!Files.isRegularFile(ratings)) {
            String where = folder.equals(asked) ? " in " : " beside ";
            throw new InvalidDataException("There is no " + RATINGS + where + asked + "; found " + contents(folder)
                    + ". Choose a folder with " + RATINGS + " (and " + MOVIES + " for the titles), "
                    + "such as an unpacked MovieLens download.");
        }
        return new MovieLensFiles(ratings, beside(ratings, MOVIES), nameOf(folder));
    }

    private static Optional<Path> beside(Path file, String name) {
        return Optional.of(file.resolveSibling(name)).filter(Files::isRegularFile);
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    private static String contents(Path folder) throws IOException {
        List<String> names = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                names.add(entry.getFileName() + (Files.isDirectory(entry) ? "/" : ""));
            }
        }
        if (names.isEmpty()) {
            return "nothing";
        }
        Collections.sort(names);
        int more = names.size() - SHOWN_NAMES;
        return String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
