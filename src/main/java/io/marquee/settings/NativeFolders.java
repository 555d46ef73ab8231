package io.marquee.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where JavaCPP and JavaFX unpack their native libraries. By themselves they do so in the person's home, and where that cannot be
 * written to, in a folder of everybody's under a name that can be known before ({@code /tmp/.javacpp-NAME}): whoever makes it first
 * could put libraries of their own there, which would be run. Then they go into the data folder instead, and where that cannot
 * be written to either, into a temporary folder of this person's alone, which goes when the program ends.
 */
public final class NativeFolders {

    private static final Logger LOG = LoggerFactory.getLogger(NativeFolders.class);

    /** The properties they are told by, and the folders in the home they use otherwise. */
    private static final List<Library> LIBRARIES = List.of(new Library("org.bytedeco.javacpp.cachedir", ".javacpp", "javacpp"),
            new Library("javafx.cachedir", ".openjfx", "javafx"));

    private NativeFolders() {}

    private record Library(String property, String inHome, String name) {}

    /** Sets what has to be set; before the first of these libraries is loaded. What is set already is left alone. */
    public static void choose() {
        Path home = Path.of(System.getProperty("user.home", ""));
        Optional<Path> folder = Optional.empty();
        for (Library library : LIBRARIES) {
            if (System.getProperty(library.property()) == null && !canWrite(home.resolve(library.inHome()))) {
                if (folder.isEmpty()) {
                    folder = otherThanHome(AppDirectories.ofUser().data());
                }
                folder.ifPresent(chosen -> System.setProperty(library.property(), chosen.resolve(library.name()).toString()));
            }
        }
    }

    /** Options that make another Java use the same folders. */
    public static List<String> options() {
        return LIBRARIES.stream().filter(library -> System.getProperty(library.property()) != null)
                .map(library -> "-D" + library.property() + "=" + System.getProperty(library.property())).toList();
    }

    /** Empty where nothing can be written anywhere: they say so themselves then. */
    static Optional<Path> otherThanHome(Path data) {
        Path kept = data.resolve("native");
        if (canWrite(kept)) {
            return Optional.of(kept);
        }
        try {
            // A name nobody knows before, and nobody else may look into it.
            Path temporary = Files.createTempDirectory("marquee-native-");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(temporary), "marquee-native-folders"));
            return Optional.of(temporary);
        } catch (IOException e) {
            LOG.warn("There is no folder to unpack native libraries in", e);
            return Optional.empty();
        }
    }

    /** Whether a folder is or can be there and written to. A relative one would be wherever the program is started. */
    static boolean canWrite(Path folder) {
        Path there = folder;
        while (there != null && Files.notExists(there)) {
            there = there.getParent();
        }
        return folder.isAbsolute() && there != null && Files.isDirectory(there) && Files.isWritable(there);
    }

    static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // Windows deletes no library that is loaded; its temporary folder is the person's own, and cleared by the system.
            LOG.warn("{} cannot be deleted", folder, e);
        }
    }
}
