package io.marquee.catalogue;

import io.marquee.data.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Computes checksums of files and reads those that publishers state. */
final class Digests {

    private static final int BUFFER_BYTES = 1 << 20;
    private static final Pattern BSD_LINE = Pattern.compile("MD5 \\(.*\\) = ([0-9a-fA-F]{32})");
    private static final Pattern GNU_LINE = Pattern.compile("([0-9a-fA-F]{32})(?: [ *].*)?");

    private Digests() {}

    /**
     * Both hashes of a file, in one pass.
     *
     * @throws CancellationException if {@code progress} asks to stop
     */
    static Checksums of(Path file, Progress progress) throws IOException {
        MessageDigest md5 = digest("MD5");
        MessageDigest sha256 = digest("SHA-256");
        long size = Math.max(1, Files.size(file));
        long read = 0;
        byte[] buffer = new byte[BUFFER_BYTES];
        try (InputStream in = Files.newInputStream(file)) {
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (progress.cancelled()) {
                    throw new CancellationException();
                }
                md5.update(buffer, 0, count);
                sha256.update(buffer, 0, count);
                read += count;
                progress.report((double) read / size, "checking " + file.getFileName());
            }
        }
        HexFormat hex = HexFormat.of();
        return Checksums.of(hex.formatHex(md5.digest()), hex.formatHex(sha256.digest()));
    }

    private static MessageDigest digest(String name) {
        try {
            return MessageDigest.getInstance(name);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has " + name, e);
        }
    }

    /** The hash in a {@code .md5} file, as {@code MD5 (name) = hash} or {@code hash  name}; empty if there is none. */
    static Optional<String> statedMd5(String text) {
        return text.lines().map(String::strip).flatMap(line -> {
            Matcher bsd = BSD_LINE.matcher(line);
            Matcher gnu = GNU_LINE.matcher(line);
            return bsd.matches() ? Optional.of(bsd.group(1)).stream()
                    : gnu.matches() ? Optional.of(gnu.group(1)).stream() : Optional.<String>empty().stream();
        }).map(hash -> hash.toLowerCase(Locale.ROOT)).findFirst();
    }
}
