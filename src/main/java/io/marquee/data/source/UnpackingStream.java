package io.marquee.data.source;

import io.marquee.data.InvalidDataException;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Unpacks a file of a zip and believes nothing: neither its size nor, at the end, its checksum. */
final class UnpackingStream extends FilterInputStream {

    private final ZippedFile file;
    private final ZipFile zip;
    private final CRC32 checksum = new CRC32();
    private long count;

    UnpackingStream(ZippedFile file, ZipFile zip, InputStream in) {
        super(in);
        this.file = file;
        this.zip = zip;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(target, offset, length);
        } catch (ZipException | EOFException e) {
            throw damaged(e);
        }
        if (read > 0) {
            count += read;
            checksum.update(target, offset, read);
            if (count > file.size()) {
                throw new InvalidDataException(file.where() + " unpacks to more bytes than the zip says, as files do "
                        + "that are made to fill memory. Download it from its publisher.");
            }
        } else if (read < 0 && (count < file.size() || file.checksum() >= 0 && checksum.getValue() != file.checksum())) {
            throw damaged(null);
        }
        return read;
    }

    private InvalidDataException damaged(IOException cause) {
        return new InvalidDataException(file.where() + " is damaged: what it unpacks to is not what was packed. "
                + "Download the zip again.", cause);
    }

    @Override
    public long skip(long bytes) throws IOException {
        // By reading, so that the checksum covers all of it.
        byte[] skipped = new byte[(int) Math.min(bytes, 1 << 13)];
        return Math.max(0, read(skipped, 0, skipped.length));
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            super.close();
        }
    }
}
