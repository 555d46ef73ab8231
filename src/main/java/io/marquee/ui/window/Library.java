package io.marquee.ui.window;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A library inside Marquee.
 *
 * @param name what its makers call it
 * @param version its version
 * @param licence one licence, or several with "or" between, of which one may be chosen
 * @param page its page on the web
 */
record Library(String name, String version, String licence, String page) {

    /** Licences that go by several names, and one name for each; of what is not here, the name it gives itself is kept. */
    private static final Map<String, String> ONE_NAME = Map.of(
            "Apache License V2.0", "Apache-2.0",
            "GPLv2+CE", "GPL-2.0 with Classpath Exception",
            "GPLv2 with Classpath exception", "GPL-2.0 with Classpath Exception",
            "GNU General Public License (GPL) version 2, or any later version", "GPL-2.0-or-later",
            "The BSD License", "BSD");

    /**
     * Reads a list as the build writes it: {@code (licence) (licence) Name (group:artifact:version - page)} a line. Lines of
     * another form are left out, such as its heading.
     *
     * @return sorted by name
     */
    static List<Library> parse(Stream<String> lines) {
        List<Entry> entries = lines.map(String::strip).flatMap(line -> Entry.of(line).stream()).toList();
        Map<String, Long> named = entries.stream().collect(Collectors.groupingBy(Entry::name, Collectors.counting()));
        return entries.stream().map(entry -> entry.library(named.get(entry.name()) > 1))
                .sorted(Comparator.comparing(library -> library.name().toLowerCase(Locale.ROOT))).toList();
    }

    /** Whether each word that is searched for is in its name, version, licence or page. */
    boolean matches(String words) {
        String all = String.join(" ", name, version, licence, page).toLowerCase(Locale.ROOT);
        return Stream.of(words.strip().toLowerCase(Locale.ROOT).split("\\s+")).allMatch(all::contains);
    }

    /** All of it in a line. */
    String line() {
        return String.join("\t", name, version, licence, page);
    }

    /** A line, taken apart. */
    private record Entry(List<String> licences, String name, String artifact, String version, String page) {

        static Optional<Entry> of(String line) {
            List<String> licences = new ArrayList<>();
            int at = 0;
            while (at < line.length() && line.charAt(at) == '(') {
                int end = closing(line, at);
                if (end < 0) {
                    return Optional.empty();
                }
                licences.add(line.substring(at + 1, end));
                at = end + 1;
                while (at < line.length() && line.charAt(at) == ' ') {
                    at++;
                }
            }
            int place = line.lastIndexOf(" (");
            int page = line.lastIndexOf(" - ");
            if (licences.isEmpty() || place < at || page < place || !line.endsWith(")")) {
                return Optional.empty();
            }
            String[] coordinates = line.substring(place + 2, page).split(":");
            return coordinates.length < 3 ? Optional.empty()
                    : Optional.of(new Entry(licences, line.substring(at, place), coordinates[1], coordinates[2],
                            line.substring(page + 3, line.length() - 1)));
        }

        /** Where the bracket that opens at a place is closed; -1 where it is not. */
        private static int closing(String line, int opening) {
            int depth = 0;
            for (int i = opening; i < line.length(); i++) {
                depth += line.charAt(i) == '(' ? 1 : line.charAt(i) == ')' ? -1 : 0;
                if (depth == 0) {
                    return i;
                }
            }
            return -1;
        }

        /** @param shared whether others have the same name, so that it takes the artifact to tell them apart */
        Library library(boolean shared) {
            Function<String, String> oneName = licence -> ONE_NAME.getOrDefault(licence, licence);
            return new Library(shared ? name + " (" + artifact + ")" : name, version,
                    licences.stream().map(oneName).distinct().collect(Collectors.joining(" or ")), page);
        }
    }
}
