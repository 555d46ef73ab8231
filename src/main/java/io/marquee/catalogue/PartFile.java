package io.marquee.catalogue;

import io.marquee.data.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CancellationException;

/** The file that a download is collected in. */
final class PartFile {

    private static final int BUFFER_BYTES = 1 << 16;
    private static final byte[] ZIP_START = {'P', 'K'};

    private final CatalogueEntry entry;
    private final DownloadFolder folder;
    private final DownloadProblems problems;
    private final Duration patience;

    PartFile(CatalogueEntry entry, DownloadFolder folder, DownloadProblems problems, Duration patience) {
        this.entry = entry;
        this.folder = folder;
        this.problems = problems;
        this.patience = patience;
    }

    /**
     * Writes what arrives behind the first {@code offset} bytes.
     *
     * @param total size of the whole file; -1 where it is not known
     * @return size of the file now
     * @throws BrokenTransferException if less arrives than was promised
     */
    long append(InputStream body, long offset, long total, Progress progress) throws IOException {
        long expected = total >= 0 ? total : entry.bytes();
        long free = folder.freeBytes();
        if (expected - offset > free) {
            folder.discardPart(entry);
            throw problems.diskFull(expected - offset, free, null);
        }
        try (FileChannel file = openAlone();
                StallGuard guard = new StallGuard(body, patience, progress)) {
            truncate(file, offset);
            long size = offset;
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int count = read(guard, buffer); count >= 0; count = read(guard, buffer)) {
                if (size == 0 && !startsAsZip(buffer, count)) {
                    folder.discardPart(entry);
                    throw problems.noZip();
                }
                write(file, buffer, count, expected - size);
                size += count;
                progress.report(Math.min(1, (double) size / expected), String.format(Locale.ROOT,
                        "downloading %s, %s of %s", entry.id(), DownloadProblems.megabytes(size),
                        DownloadProblems.megabytes(expected)));
            }
            if (progress.cancelled()) {
                throw new CancellationException();
            }
            if (size < total) {
                throw new BrokenTransferException("the end was missing", null);
            }
            return size;
        }
    }

    /** Opens the file for writing; nobody else may write it until it is closed. */
    private FileChannel openAlone() throws IOException {
        FileChannel file;
        try {
            file = FileChannel.open(folder.part(entry), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw problems.cannotWrite(e);
        }
        try {
            if (file.tryLock() != null) {
                return file;
            }
        } catch (OverlappingFileLockException byThisProgram) {
            file.close();
            throw problems.beingDownloaded();
        }
        file.close();
        throw problems.beingDownloaded();
    }

    private void truncate(FileChannel file, long size) throws DownloadException {
        try {
            if (Files.isRegularFile(folder.part(entry))) {
                file.truncate(size);
            }
            file.position(size);
        } catch (IOException e) {
            throw problems.cannotWrite(e);
        }
    }

    private static int read(StallGuard guard, byte[] buffer) throws IOException {
        try {
            return guard.read(buffer);
        } catch (IOException e) {
            throw new BrokenTransferException(String.valueOf(e.getMessage()), e);
        }
    }

    private static boolean startsAsZip(byte[] buffer, int count) {
        return count < ZIP_START.length || buffer[0] == ZIP_START[0] && buffer[1] == ZIP_START[1];
    }

    private void write(FileChannel file, byte[] buffer, int count, long missing) throws IOException {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, count);
            while (bytes.hasRemaining()) {
                file.write(bytes);
            }
        } catch (IOException e) {
            folder.discardPart(entry);
            String reason = String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT);
            throw reason.contains("space") ? problems.diskFull(missing, -1, e) : problems.cannotWrite(e);
        }
    }
}
