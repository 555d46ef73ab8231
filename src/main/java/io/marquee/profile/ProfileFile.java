package io.marquee.profile;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.data.InvalidDataException;
import io.marquee.model.Json;
import io.marquee.data.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/** Profiles as JSON files. */
public final class ProfileFile {

    private static final long MOST_BYTES = 64L << 20;

    private ProfileFile() {}

    /** Writes a profile; a crash leaves the old or the new file, never half of one. */
    public static void save(Profile profile, Path file) throws IOException {
        Path target = file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new InvalidDataException(file + " is a folder: add a file name.");
        }
        if (!Files.isDirectory(target.getParent())) {
            throw new InvalidDataException(file + " cannot be written: there is no folder " + target.getParent() + ".");
        }
        byte[] json = Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(profile);
        WholeFile.write(target, out -> out.write(json));
    }

    /**
     * Reads a profile.
     *
     * @throws InvalidDataException if the file is none; the message says what it is instead
     */
    public static Profile load(Path file) throws IOException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new InvalidDataException(file + " is too large to be a Marquee profile.");
            }
            Profile profile = Json.mapper().readValue(Files.readAllBytes(file), Profile.class);
            check(profile, file);
            return profile;
        } catch (JsonProcessingException e) {
            throw new InvalidDataException(file + " is not a Marquee profile: " + Json.inWords(e)
                    + " Choose a file that “Save profile” wrote; lists of other services are imported.", e);
        } catch (NoSuchFileException e) {
            throw new InvalidDataException("There is no file " + file + ".", e);
        }
    }

    private static void check(Profile profile, Path file) throws InvalidDataException {
        if (profile == null || !Profile.FORMAT.equals(profile.format()) || profile.scale() == null) {
            throw new InvalidDataException(file + " is not a Marquee profile: it does not say \"format\": \""
                    + Profile.FORMAT + "\".");
        }
        if (profile.formatVersion() > Profile.VERSION) {
            throw new InvalidDataException(file + " is of format version " + profile.formatVersion()
                    + " and this program reads up to " + Profile.VERSION + "; a newer Marquee wrote it.");
        }
        int number = 0;
        for (OwnRating rating : profile.ratings()) {
            number++;
            if (Objects.requireNonNullElse(rating.title(), "").isBlank()
                    || !profile.scale().contains(rating.rating())) {
                throw new InvalidDataException(file + ": rating " + number + " needs a title and a number from "
                        + profile.scale().minimum() + " to " + profile.scale().maximum() + ", not "
                        + rating.rating() + " for \"" + rating.title() + "\".");
            }
        }
    }
}
