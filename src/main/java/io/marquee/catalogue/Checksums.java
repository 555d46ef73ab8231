package io.marquee.catalogue;

import java.util.Optional;

/**
 * Hashes of a file as lower-case hexadecimal digits.
 *
 * @param md5 MD5, as publishers put it beside their files
 * @param sha256 SHA-256
 */
public record Checksums(Optional<String> md5, Optional<String> sha256) {

    static Checksums of(String md5, String sha256) {
        return new Checksums(Optional.ofNullable(md5), Optional.ofNullable(sha256));
    }

    static Checksums none() {
        return of(null, null);
    }

    /** Whether a file with all hashes is the one these are of; the stronger hash decides where there are both. */
    boolean match(Checksums file) {
        return sha256.isPresent() ? sha256.equals(file.sha256) : md5.isPresent() && md5.equals(file.md5);
    }
}
