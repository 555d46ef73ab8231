package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The files in a zip. Nothing is ever unpacked to disk, so a name cannot lead out of a folder; names that try are left
 * out all the same, as what else is wrong with such a zip is not to be guessed.
 */
public final class ZipArchive {

    private static final int MOST_FILES = 10_000;

    private ZipArchive() {}

    /** Whether a path is that of a zip, by its name. */
    public static boolean isZip(Path path) {
        Path name = path.getFileName();
        return name != null && name.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
    }

    /**
     * Lists a zip.
     *
     * @throws InvalidDataException if it is no zip that can be read, or has an absurd number of files
     */
    public static FileGroup list(Path path) throws IOException {
        List<FileGroup.Member> members = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        Set<String> names = new HashSet<>();
        try (ZipFile zip = open(path)) {
            if (zip.size() > MOST_FILES) {
                throw new InvalidDataException(path + " holds " + zip.size() + " files, more than " + MOST_FILES
                        + ", so it is no dataset. Unpack what you need and open the folder.");
            }
            for (ZipEntry entry : Collections.list(zip.entries())) {
                if (entry.isDirectory() || isClutter(entry.getName())) {
                    continue;
                }
                if (leadsOut(entry.getName())) {
                    remarks.add("A file of " + path.getFileName() + " was left out: its name, \""
                            + entry.getName().replaceAll("\\p{Cntrl}", "?") + "\", leads out of the zip.");
                } else if (!names.add(entry.getName())) {
                    throw new InvalidDataException(path + " holds two files called " + entry.getName()
                            + ", and which is meant cannot be told. Unpack it elsewhere and open the folder.");
                } else {
                    members.add(new FileGroup.Member(entry.getName(), ZippedFile.of(path, entry)));
                }
            }
        }
        String name = path.getFileName().toString();
        return new FileGroup(name.substring(0, name.length() - ".zip".length()), path, members, List.of(), remarks);
    }

    static ZipFile open(Path path) throws IOException {
        try {
            return new ZipFile(path.toFile());
        } catch (AccessDeniedException e) {
            throw new InvalidDataException(path + " may not be read. Check its permissions.", e);
        } catch (IOException | IllegalArgumentException e) {
            if (format(path).equals(Optional.of(FileFormat.WEB_PAGE))) {
                throw new InvalidDataException(path + " is a web page, not a zip: where it was downloaded, a page stood, such as "
                        + "that of a network's log-in or of an error. Open the address in a browser and download it again.", e);
            }
            throw new InvalidDataException(path + " is not a zip that can be read (" + e.getMessage()
                    + "). Download it again; if it opens elsewhere, unpack it there and open the folder.", e);
        }
    }

    private static Optional<FileFormat> format(Path path) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return FileFormat.of(in.readNBytes(FileFormat.ENOUGH));
        }
    }

    /** What macOS and file managers leave in zips. */
    private static boolean isClutter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith(".DS_Store") || name.endsWith("Thumbs.db");
    }

    private static boolean leadsOut(String name) {
        boolean absolute = name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*");
        return absolute || name.indexOf('\0') >= 0 || List.of(name.split("/")).contains("..");
    }
}
