package io.marquee.data.cache;

import io.marquee.data.Dataset;
import io.marquee.data.IdIndex;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingTable;
import io.marquee.data.parallel.Workers;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.zip.CRC32C;

/** Writes a dataset as a cache file, its parts on several threads. */
final class CacheWriter {

    private static final int BUFFER_INTS = 1 << 18;

    private final Dataset dataset;
    private final RatingTable table;
    private final byte[] description;
    private final byte[] catalogue;
    private final byte[] userIds;
    private final byte[] itemIds;

    CacheWriter(CacheKey key, Dataset dataset) throws IOException {
        this.dataset = dataset;
        this.table = dataset.ratings();
        description = Description.write(key, dataset);
        catalogue = CatalogueBytes.write(dataset.catalogue());
        userIds = ids(table.users());
        itemIds = ids(table.items());
    }

    private static byte[] ids(IdIndex index) throws IOException {
        Bytes.Out out = new Bytes.Out();
        out.writeInt(index.size());
        for (int i = 0; i < index.size(); i++) {
            out.text(index.id(i));
        }
        return out.toByteArray();
    }

    /** The size of the file that {@link #write} makes. */
    long size() {
        long size = CacheHeader.SIZE;
        for (long length : lengths()) {
            size += length;
        }
        return size;
    }

    private long[] lengths() {
        long rows = table.size();
        long ratingBytes = table.ratingColumn() instanceof RatingColumn.Coded ? 1 : Float.BYTES;
        return new long[] {description.length, catalogue.length, userIds.length, itemIds.length, rows * Integer.BYTES,
            rows * Integer.BYTES, rows * ratingBytes, table.hasTimestamps() ? rows * Integer.BYTES : 0};
    }

    /** Writes to a file that must not be there yet. */
    void write(Path file) throws IOException {
        long[] lengths = lengths();
        Section[] sections = new Section[lengths.length];
        long[] offsets = new long[lengths.length];
        long next = CacheHeader.SIZE;
        for (int part = 0; part < lengths.length; part++) {
            offsets[part] = next;
            next += lengths[part];
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            // The longest parts come last and are begun first.
            Workers.<IOException>run(lengths.length, number -> {
                int part = lengths.length - 1 - number;
                long checksum = write(Section.Part.values()[part], channel, offsets[part]);
                sections[part] = new Section(offsets[part], lengths[part], checksum);
            });
            new CacheHeader(List.of(sections)).write(channel);
        }
    }

    private long write(Section.Part part, FileChannel channel, long offset) throws IOException {
        Output output = new Output(channel, offset);
        switch (part) {
            case DESCRIPTION -> output.put(ByteBuffer.wrap(description));
            case CATALOGUE -> output.put(ByteBuffer.wrap(catalogue));
            case USER_IDS -> output.put(ByteBuffer.wrap(userIds));
            case ITEM_IDS -> output.put(ByteBuffer.wrap(itemIds));
            case USERS -> output.ints((from, count, target) -> table.copyUsers(from, count, target.asIntBuffer()));
            case ITEMS -> output.ints((from, count, target) -> table.copyItems(from, count, target.asIntBuffer()));
            case RATINGS -> {
                if (dataset.ratings().ratingColumn() instanceof RatingColumn.Coded coded) {
                    output.put(ByteBuffer.wrap(coded.codes()));
                } else {
                    output.ints((from, count, target) -> {
                        for (int i = 0; i < count; i++) {
                            target.putFloat(i * Float.BYTES, table.rating(from + i));
                        }
                    });
                }
            }
            case TIMES -> {
                if (table.hasTimestamps()) {
                    output.ints((from, count, target) -> table.copyTimes(from, count, target.asIntBuffer()));
                }
            }
        }
        return output.checksum.getValue();
    }

    /** Fills a buffer with the values of some rows. */
    @FunctionalInterface
    private interface Rows {
        void fill(int from, int count, ByteBuffer target);
    }

    /** One part on its way to the file. */
    private final class Output {
        private final FileChannel channel;
        private final CRC32C checksum = new CRC32C();
        private long position;

        Output(FileChannel channel, long position) {
            this.channel = channel;
            this.position = position;
        }

        void ints(Rows rows) throws IOException {
            ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER_INTS * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            for (int from = 0; from < table.size(); from += BUFFER_INTS) {
                int count = Math.min(BUFFER_INTS, table.size() - from);
                buffer.clear();
                rows.fill(from, count, buffer);
                buffer.limit(count * Integer.BYTES);
                put(buffer);
            }
        }

        void put(ByteBuffer bytes) throws IOException {
            checksum.update(bytes.duplicate());
            while (bytes.hasRemaining()) {
                position += channel.write(bytes, position);
            }
        }
    }
}
