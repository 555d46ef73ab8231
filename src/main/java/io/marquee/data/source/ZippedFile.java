package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A file in a zip, unpacked while it is read.
 *
 * @param zip path of the zip
 * @param path name within the zip
 * @param size bytes it says it unpacks to; -1 if it does not say
 * @param packed bytes it takes in the zip
 * @param checksum CRC-32 of the unpacked bytes; -1 if the zip does not say
 */
record ZippedFile(Path zip, String path, long size, long packed, long checksum) implements SourceFile {

    /** Far above any dataset of ratings: the largest of MovieLens is below 1 GiB. */
    private static final long MOST_BYTES = 16L << 30;

    /** Ratings as text pack to a third or a tenth. Bombs pack to a thousandth. */
    private static final long HIGHEST_RATIO = 200;

    private static final long NEVER_A_BOMB = 16L << 20;

    static ZippedFile of(Path zip, ZipEntry entry) {
        return new ZippedFile(zip, entry.getName(), entry.getSize(), entry.getCompressedSize(), entry.getCrc());
    }

    @Override
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    @Override
    public String where() {
        return path + " in " + zip;
    }

    @Override
    public Path disk() {
        return zip;
    }

    @Override
    public InputStream open() throws IOException {
        if (size < 0 || size > MOST_BYTES) {
            throw new InvalidDataException(String.format(Locale.ROOT, "%s says that it unpacks to %s, and at most "
                    + "%,d bytes are read from a zip. If you trust it, unpack it and open the folder.", where(),
                    size < 0 ? "nobody knows how many bytes" : String.format(Locale.ROOT, "%,d bytes", size),
                    MOST_BYTES));
        }
        if (size > NEVER_A_BOMB && size / Math.max(1, packed) > HIGHEST_RATIO) {
            throw new InvalidDataException(String.format(Locale.ROOT, "%s unpacks to %,d times its size, as files do "
                    + "that are made to fill memory. If you trust it, unpack it and open the folder.", where(),
                    size / Math.max(1, packed)));
        }
        ZipFile archive = ZipArchive.open(zip);
        try {
            ZipEntry entry = archive.getEntry(path);
            if (entry == null) {
                throw new InvalidDataException(zip + " has changed: " + path + " is not in it any more. Open it again.");
            }
            return new UnpackingStream(this, archive, archive.getInputStream(entry));
        } catch (IOException e) {
            archive.close();
            throw e instanceof InvalidDataException ? e
                    : new InvalidDataException(where() + " cannot be unpacked (" + e.getMessage()
                            + "). Unpack the zip elsewhere and open the folder.", e);
        }
    }
}
