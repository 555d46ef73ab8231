package io.marquee.data.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * The beginning of a cache file: eight bytes that say what it is, a version, its size, where each part lies with a
 * checksum, and a checksum of all that.
 *
 * @param sections one for each {@link Section.Part}, in order
 */
record CacheHeader(List<Section> sections) {

    private static final long MAGIC = 0x4d41_5251_5545_4531L;

    /** To be raised with every change to what is written. */
    private static final int VERSION = 2;

    private static final int PARTS = Section.Part.values().length;
    private static final int CHECKED = Long.BYTES + Integer.BYTES + Long.BYTES + PARTS * 3 * Long.BYTES;

    /** Bytes of a header. */
    static final int SIZE = CHECKED + Long.BYTES;

    /** The size of the file. */
    long fileSize() {
        Section last = sections.get(PARTS - 1);
        return last.offset() + last.length();
    }

    void write(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        header.putLong(MAGIC).putInt(VERSION).putLong(fileSize());
        sections.forEach(section ->
                header.putLong(section.offset()).putLong(section.length()).putLong(section.checksum()));
        header.putLong(checksum(header));
        header.flip();
        long position = 0;
        while (header.hasRemaining()) {
            position += channel.write(header, position);
        }
    }

    private static long checksum(ByteBuffer header) {
        CRC32C checksum = new CRC32C();
        checksum.update(header.array(), 0, CHECKED);
        return checksum.getValue();
    }

    /**
     * Reads a header.
     *
     * @throws DamagedCacheException if it is not whole, of another version, or not of a cache
     */
    static CacheHeader read(FileChannel channel) throws IOException {
        ByteBuffer header = ByteBuffer.allocate(SIZE).order(ByteOrder.LITTLE_ENDIAN);
        while (header.hasRemaining() && channel.read(header) >= 0) {
            // until it is full or the file ends
        }
        if (header.hasRemaining()) {
            throw new DamagedCacheException("it is too short");
        }
        header.flip();
        if (header.getLong() != MAGIC || header.getInt() != VERSION) {
            throw new DamagedCacheException("it is of another version");
        }
        long size = header.getLong();
        List<Section> sections = new ArrayList<>();
        long end = SIZE;
        for (int part = 0; part < PARTS; part++) {
            Section section = new Section(header.getLong(), header.getLong(), header.getLong());
            if (section.offset() != end || section.length() < 0 || section.length() > Integer.MAX_VALUE * 8L) {
                throw new DamagedCacheException("its parts do not lie where they should");
            }
            end += section.length();
            sections.add(section);
        }
        if (header.getLong() != checksum(header) || end != size || channel.size() != size) {
            throw new DamagedCacheException("its header or size is not what was written");
        }
        return new CacheHeader(List.copyOf(sections));
    }
}
