package io.marquee.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Which build this is.
 *
 * @param version version of Marquee
 * @param dl4jVersion version of DeepLearning4j it was built with
 */
public record BuildInfo(String version, String dl4jVersion) {

    /** Reads what the build wrote down. */
    public static BuildInfo load() {
        Properties properties = new Properties();
        try (InputStream in = BuildInfo.class.getResourceAsStream("/io/marquee/version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The program's own version.properties cannot be read", e);
        }
        return new BuildInfo(
                properties.getProperty("version", "unknown"), properties.getProperty("dl4j", "unknown"));
    }
}
