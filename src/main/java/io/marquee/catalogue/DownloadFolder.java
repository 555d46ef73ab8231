package io.marquee.catalogue;

import io.marquee.settings.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/**
 * The folder that holds downloaded zips. A zip stands there under its final name only when it is whole; what is not
 * whole yet has the ending {@code .part}. A person may put a zip there by hand.
 */
final class DownloadFolder {

    private final Path folder;

    DownloadFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Where a broken download came from, to go on with it.
     *
     * @param address address of the whole file
     * @param validator the server's ETag or date of the file, by which it tells whether it has changed; null for none
     * @param total size of the whole file; -1 where the server did not say
     */
    record Origin(String address, String validator, long total) {}

    /**
     * A zip whose checksum has been compared.
     *
     * @param size its size in bytes
     * @param modified when it was last changed, in milliseconds since 1970
     */
    record Checked(long size, long modified) {}

    Path zip(CatalogueEntry entry) {
        return folder.resolve(entry.zipName());
    }

    Path part(CatalogueEntry entry) {
        return folder.resolve(entry.zipName() + ".part");
    }

    private Path originFile(CatalogueEntry entry) {
        return folder.resolve(entry.zipName() + ".part.json");
    }

    private Path checkedFile(CatalogueEntry entry) {
        return folder.resolve(entry.zipName() + ".checked.json");
    }

    boolean has(CatalogueEntry entry) {
        return Files.isRegularFile(zip(entry));
    }

    /** Bytes of a download that is not whole yet. */
    long partSize(CatalogueEntry entry) throws IOException {
        return Files.isRegularFile(part(entry)) ? Files.size(part(entry)) : 0;
    }

    Optional<Origin> origin(CatalogueEntry entry) {
        return new JsonFile<>(originFile(entry), Origin.class).read();
    }

    void write(CatalogueEntry entry, Origin origin) throws IOException {
        new JsonFile<>(originFile(entry), Origin.class).write(origin);
    }

    void create() throws IOException {
        Files.createDirectories(folder);
    }

    long freeBytes() throws IOException {
        return Files.getFileStore(folder).getUsableSpace();
    }

    /** Gives a whole and checked download its final name. */
    void finish(CatalogueEntry entry) throws IOException {
        Files.move(part(entry), zip(entry), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(originFile(entry));
        markChecked(entry);
    }

    void markChecked(CatalogueEntry entry) throws IOException {
        new JsonFile<>(checkedFile(entry), Checked.class).write(now(entry));
    }

    /** Whether the zip has been checked and not been changed since. */
    boolean isChecked(CatalogueEntry entry) throws IOException {
        Optional<Checked> checked = new JsonFile<>(checkedFile(entry), Checked.class).read();
        return checked.isPresent() && checked.get().equals(now(entry));
    }

    private Checked now(CatalogueEntry entry) throws IOException {
        Path zip = zip(entry);
        return new Checked(Files.size(zip), Files.getLastModifiedTime(zip).toMillis());
    }

    /** Deletes what was downloaded so far. */
    void discardPart(CatalogueEntry entry) throws IOException {
        Files.deleteIfExists(part(entry));
        Files.deleteIfExists(originFile(entry));
    }

    /** Deletes the zip and what was downloaded of it. */
    void remove(CatalogueEntry entry) throws IOException {
        discardPart(entry);
        Files.deleteIfExists(zip(entry));
        Files.deleteIfExists(checkedFile(entry));
    }
}
