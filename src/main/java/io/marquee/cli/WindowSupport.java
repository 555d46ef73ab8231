package io.marquee.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Finds out whether JavaFX can open a window before it is asked to: when it cannot, JavaFX prints stack traces or
 * hangs.
 */
public final class WindowSupport {

    /** What JavaFX needs on Linux, with the Debian package that brings it. Without libGL it draws itself. */
    private static final List<Library> NEEDED = List.of(
            new Library("libX11.so.6", "libx11-6"),
            new Library("libgtk-3.so.0", "libgtk-3-0"),
            new Library("libXtst.so.6", "libxtst6"),
            new Library("libfreetype.so.6", "libfreetype6"),
            new Library("libfontconfig.so.1", "libfontconfig1"),
            new Library("libpangoft2-1.0.so.0", "libpangoft2-1.0-0"));

    private final String system;
    private final Function<String, String> environment;
    private final NativeProbe probe;

    WindowSupport(String system, Function<String, String> environment, NativeProbe probe) {
        this.system = system;
        this.environment = environment;
        this.probe = probe;
    }

    private record Library(String file, String debianPackage) {}

    /** The support of this process. */
    public static WindowSupport ofProcess() {
        return new WindowSupport(System.getProperty("os.name", ""), System.getenv()::get, new JnaProbe());
    }

    /** What keeps a window from opening, as a sentence that says what to do; empty where nothing does. */
    public Optional<String> obstacle() {
        if (!system.equals("Linux")) {
            return Optional.empty();
        }
        if (isUnset("DISPLAY")) {
            return Optional.of(isUnset("WAYLAND_DISPLAY")
                    ? "no display is available (DISPLAY and WAYLAND_DISPLAY are not set)."
                    : "JavaFX draws through X11, and this Wayland session sets no DISPLAY: start XWayland.");
        }
        List<Library> missing = new ArrayList<>();
        for (Library library : NEEDED) {
            if (!probe.loads(library.file())) {
                missing.add(library);
            }
        }
        if (!missing.isEmpty()) {
            return Optional.of(sentence(missing));
        }
        if (!probe.hasFonts()) {
            return Optional.of("no font is installed (on Debian: apt-get install fonts-dejavu-core).");
        }
        if (!probe.opensDisplay()) {
            return Optional.of("the display " + environment.apply("DISPLAY") + " does not answer.");
        }
        return Optional.empty();
    }

    private boolean isUnset(String variable) {
        String value = environment.apply(variable);
        return value == null || value.isBlank();
    }

    private static String sentence(List<Library> missing) {
        return (missing.size() == 1 ? "the library " : "the libraries ")
                + missing.stream().map(Library::file).collect(Collectors.joining(", "))
                + (missing.size() == 1 ? " is" : " are") + " missing (on Debian: apt-get install "
                + missing.stream().map(Library::debianPackage).collect(Collectors.joining(" ")) + ").";
    }
}
