package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files of a folder or a zip.
 *
 * @param name what the folder or zip is called, without the zip's ending
 * @param where its path
 * @param members its files
 * @param folders names of folders in it, which are not looked into
 * @param remarks sentences about members that were left out
 */
public record FileGroup(
        String name, Path where, List<Member> members, List<String> folders, List<String> remarks) {

    /**
     * A file of a group.
     *
     * @param path name within the group, such as {@code ml-20m/ratings.csv}
     * @param file the file
     */
    public record Member(String path, SourceFile file) {

        /** The folder it lies in within the group, with a slash at its end; empty at the top. */
        String folder() {
            return path.substring(0, path.lastIndexOf('/') + 1);
        }
    }

    public FileGroup {
        members = members.stream().sorted(Comparator.comparing(Member::path)).toList();
        folders = folders.stream().sorted().toList();
        remarks = List.copyOf(remarks);
    }

    /**
     * The files right in a folder.
     *
     * @throws InvalidDataException if it may not be read
     */
    public static FileGroup ofFolder(Path folder) throws IOException {
        List<Member> members = new ArrayList<>();
        List<String> folders = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (Files.isDirectory(entry)) {
                    folders.add(name + "/");
                } else if (Files.isRegularFile(entry)) {
                    members.add(new Member(name, DiskFile.of(entry)));
                }
            }
        } catch (AccessDeniedException e) {
            throw new InvalidDataException("The folder " + folder + " may not be read. Check its permissions.", e);
        }
        return new FileGroup(nameOf(folder), folder, members, folders, List.of());
    }

    private static String nameOf(Path folder) {
        Path name = folder.toAbsolutePath().normalize().getFileName();
        return name == null ? folder.toString() : name.toString();
    }

    /** The file of a name, in any case, in the same folder of the group as another one. */
    public Optional<SourceFile> beside(Member member, String name) {
        String wanted = (member.folder() + name).toLowerCase(Locale.ROOT);
        return members.stream().filter(other -> other.path().toLowerCase(Locale.ROOT).equals(wanted))
                .map(Member::file).findFirst();
    }

    /** The first file of a name, in any case; the one highest up where folders of a zip have several. */
    public Optional<Member> named(String name) {
        return members.stream().filter(member -> member.file().name().equalsIgnoreCase(name))
                .min(Comparator.comparingInt(member -> member.folder().length()));
    }

    /** What people call the dataset that a file is part of: the folder around it, or the group itself. */
    public String nameAround(Member member) {
        String folder = member.folder();
        if (folder.isEmpty()) {
            return name;
        }
        String path = folder.substring(0, folder.length() - 1);
        return path.substring(path.lastIndexOf('/') + 1);
    }
}
