package io.marquee.data.open;

import io.marquee.data.ImportReport;
import io.marquee.data.InvalidDataException;
import io.marquee.data.read.ItemFormat;
import io.marquee.data.read.UserFormat;
import io.marquee.data.read.Wording;
import io.marquee.data.source.DiskFile;
import io.marquee.data.source.FileGroup;
import io.marquee.data.source.FileGroup.Member;
import io.marquee.data.source.SourceFile;
import io.marquee.data.source.ZipArchive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the files of a dataset by a folder, a zip, or one of the files. */
final class FileFinder {

    private static final String RATINGS = "ratings.csv";
    private static final List<String> RATING_FILES = List.of(RATINGS, "rating.csv", "ratings.dat", "u.data");
    private static final Map<String, ItemFormat> ITEM_FILES = Map.of("movies.csv", ItemFormat.CSV,
            "movie.csv", ItemFormat.CSV, "movies.dat", ItemFormat.DOUBLE_COLONS, "u.item", ItemFormat.BARS);
    private static final Map<String, UserFormat> USER_FILES =
            Map.of("users.dat", UserFormat.DOUBLE_COLONS, "u.user", UserFormat.BARS);
    private static final String[] TITLE_FILES = {"BX-Books.csv", "BX_Books.csv", "books.csv", "items.csv"};
    private static final List<String> SPLITS = List.of("u1", "u2", "u3", "u4", "u5", "ua", "ub", "r1", "r2", "r3", "r4",
            "r5", "ra", "rb");
    private static final Set<FileKind> BESIDE_RATINGS =
            EnumSet.of(FileKind.TITLES, FileKind.ITEMS, FileKind.TAGS, FileKind.LINKS, FileKind.USERS);
    private static final int SHOWN_NAMES = 10;

    private FileFinder() {}

    /** Ratings, and the folder or zip they lie in. */
    private record Located(FileGroup group, Member ratings, String name, boolean listAll) {}

    /**
     * Finds the files.
     *
     * @throws InvalidDataException if there are none
     */
    static DatasetFiles find(String source) throws IOException {
        return files(locate(source));
    }

    /**
     * The files of a published split.
     *
     * @throws InvalidDataException if the source has no split of this name
     */
    static DatasetFiles findSplit(String source, String split) throws IOException {
        Located located = locate(source);
        DatasetFiles all = files(located);
        String name = split.strip().toLowerCase(Locale.ROOT);
        if (!all.splits().contains(name)) {
            throw new InvalidDataException(source + " has no published split " + Wording.quote(split) + "; it has "
                    + (all.splits().isEmpty() ? "none. Leave the split out, and it is divided at random."
                            : String.join(", ", all.splits()) + "."));
        }
        return all.withTest(all.name() + " " + name, trainPart(located, name).orElseThrow(),
                testPart(located, name).orElseThrow());
    }

    private static Located locate(String source) throws IOException {
        Path path = path(source);
        if (Files.isDirectory(path)) {
            return inGroup(FileGroup.ofFolder(path), " in " + path);
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
        FileKind kind = FileKind.of(name);
        if (kind == FileKind.SPREADSHEET) {
            throw new InvalidDataException(path + " is a spreadsheet, which is not read. Open it with a spreadsheet program, "
                    + "save it as CSV, and open that.");
        }
        if (ZipArchive.isZip(path)) {
            return inGroup(ZipArchive.list(path), " in " + path);
        }
        if (kind == FileKind.ZIP) {
            throw new InvalidDataException(path + " is packed, and of packed files only a zip is read as it is. Unpack it, and "
                    + "open what was in it.");
        }
        FileGroup group = FileGroup.ofFolder(path.toAbsolutePath().normalize().getParent());
        if (BESIDE_RATINGS.contains(kind)) {
            return inGroup(group, " beside " + path);
        }
        return new Located(group, new Member(name, DiskFile.of(path)),
                kind == FileKind.RATINGS ? group.name() : name, false);
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

    private static Located inGroup(FileGroup group, String where) throws InvalidDataException {
        Optional<Member> ratings = RATING_FILES.stream().flatMap(name -> group.named(name).stream()).findFirst();
        if (ratings.isEmpty()) {
            List<Member> alike = group.members().stream()
                    .filter(member -> FileKind.looksLikeRatings(member.file().name())).toList();
            if (alike.size() > 1) {
                throw severalAlike(group, alike, where);
            }
            ratings = alike.stream().findFirst();
        }
        if (ratings.isEmpty()) {
            boolean spreadsheet = group.members().stream()
                    .anyMatch(member -> FileKind.of(member.file().name()) == FileKind.SPREADSHEET);
            throw new InvalidDataException("There is no " + RATINGS + where + "; found " + contents(group)
                    + ". Choose a folder with " + RATINGS + " (and movies.csv for the titles), "
                    + "such as an unpacked MovieLens download."
                    + (spreadsheet ? " If the spreadsheet holds the ratings, save it as CSV with a spreadsheet program and open "
                    + "that." : ""));
        }
        return new Located(group, ratings.get(), group.nameAround(ratings.get()), true);
    }

    private static InvalidDataException severalAlike(FileGroup group, List<Member> alike, String where) {
        return new InvalidDataException("There is no " + RATINGS + where + ", but " + alike.size() + " files that are ratings "
                + "by their names: " + listed(alike.stream().map(Member::path).toList()) + ". "
                + (ZipArchive.isZip(group.where()) ? "Unpack the zip and open one of them by its path."
                        : "Open one of them by its path, such as " + group.where().resolve(alike.get(0).path()) + "."));
    }

    private static DatasetFiles files(Located located) {
        Optional<DatasetFiles.Items> items = ITEM_FILES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> beside(located, entry.getKey())
                        .map(file -> new DatasetFiles.Items(file, entry.getValue())).stream())
                .findFirst();
        Optional<DatasetFiles.Users> users = USER_FILES.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(entry -> beside(located, entry.getKey())
                        .map(file -> new DatasetFiles.Users(file, entry.getValue())).stream())
                .findFirst();
        List<String> splits = SPLITS.stream().filter(split ->
                trainPart(located, split).isPresent() && testPart(located, split).isPresent()).toList();
        List<ImportReport.ListedFile> listed = !located.listAll() ? List.of() : located.group().members().stream()
                .map(member -> new ImportReport.ListedFile(member.path(), member.file().size(),
                        FileKind.words(member.file().name())))
                .toList();
        return new DatasetFiles(located.name(), located.ratings().file(), Optional.empty(), items,
                beside(located, TITLE_FILES), beside(located, "tags.csv", "tag.csv", "tags.dat"),
                beside(located, "links.csv", "link.csv"), users, splits, listed, located.group().remarks());
    }

    private static Optional<SourceFile> trainPart(Located located, String split) {
        return beside(located, split + ".base", split + ".train");
    }

    private static Optional<SourceFile> testPart(Located located, String split) {
        return beside(located, split + ".test");
    }

    /** The first of some files that lies in the folder of the ratings. */
    private static Optional<SourceFile> beside(Located located, String... names) {
        return Stream.of(names).flatMap(name -> located.group().beside(located.ratings(), name).stream()).findFirst();
    }

    private static String contents(FileGroup group) {
        List<String> names = new ArrayList<>(group.folders());
        group.members().forEach(member -> names.add(member.path()));
        if (names.isEmpty()) {
            return "nothing";
        }
        names.sort(null);
        return listed(names);
    }

    private static String listed(List<String> names) {
        int more = names.size() - SHOWN_NAMES;
        return String.join(", ", names.subList(0, Math.min(SHOWN_NAMES, names.size())))
                + (more > 0 ? " and " + more + " more" : "");
    }
}
