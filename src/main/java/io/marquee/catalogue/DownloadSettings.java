package io.marquee.catalogue;

import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What is remembered about downloads. Anything may be missing in the file: the constructor puts defaults in.
 *
 * @param baseAddress folder on the web that the zips lie in, ending in a slash
 * @param accepted ids of the datasets whose licence the person has agreed to
 */
public record DownloadSettings(String baseAddress, Set<String> accepted) {

    /** Where the publisher of MovieLens keeps the zips. */
    public static final String PUBLISHER = "https://files.grouplens.org/datasets/movielens/";

    public DownloadSettings {
        baseAddress = baseAddress == null || baseAddress.isBlank() ? PUBLISHER : withSlash(baseAddress.strip());
        accepted = accepted == null ? Set.of() : accepted.stream().filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    /** The settings of a first start. */
    public static DownloadSettings defaults() {
        return new DownloadSettings(null, null);
    }

    private static String withSlash(String address) {
        return address.endsWith("/") ? address : address + "/";
    }

    /** The same with another address; nothing changes where none is given. */
    public DownloadSettings from(String address) {
        return address == null || address.isBlank() ? this : new DownloadSettings(address, accepted);
    }

    /** The same with one more licence agreed to. */
    DownloadSettings accepting(String id) {
        Set<String> more = new TreeSet<>(accepted);
        more.add(id);
        return new DownloadSettings(baseAddress, more);
    }

    /**
     * The address of a file in the folder.
     *
     * @throws DownloadException if the base address is none of the web
     */
    URI address(String fileName) throws DownloadException {
        try {
            URI address = URI.create(baseAddress + fileName);
            String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
            if (address.getHost() != null && (scheme.equals("https") || scheme.equals("http"))) {
                return address;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress(e);
        }
        throw notAnAddress(null);
    }

    private DownloadException notAnAddress(Exception cause) {
        return new DownloadException("The download address \"" + baseAddress + "\" is not a web address such as "
                + PUBLISHER + ". Correct it in the settings, or leave it out.", cause);
    }
}
