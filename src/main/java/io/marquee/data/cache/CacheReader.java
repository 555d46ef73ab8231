package io.marquee.data.cache;

import io.marquee.data.Catalogue;
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

/** Reads a cache file: maps each part, compares its checksum, and copies it into the heap, parts side by side. */
final class CacheReader implements AutoCloseable {

    /** A buffer cannot map more. */
    private static final long MOST_MAPPED = Integer.MAX_VALUE & ~7;

    private final FileChannel channel;
    private final CacheHeader header;

    /** @throws DamagedCacheException if the file is not a whole cache of this version */
    CacheReader(Path file) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        try {
            header = CacheHeader.read(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** What the file says of its dataset. */
    Description description() throws IOException {
        return Description.read(bytes(Section.Part.DESCRIPTION));
    }

    /** The dataset, without a list of files and published splits. */
    Dataset dataset(Description description) throws IOException {
        Object[] parts = new Object[Section.Part.values().length];
        // The longest parts come last and are begun first.
        Workers.<IOException>run(parts.length, number -> {
            Section.Part part = Section.Part.values()[parts.length - 1 - number];
            parts[part.ordinal()] = read(part, description);
        });
        RatingTable table = new RatingTable(
                (IdIndex) parts[Section.Part.USER_IDS.ordinal()],
                (IdIndex) parts[Section.Part.ITEM_IDS.ordinal()],
                (int[]) parts[Section.Part.USERS.ordinal()],
                (int[]) parts[Section.Part.ITEMS.ordinal()],
                (RatingColumn) parts[Section.Part.RATINGS.ordinal()],
                (int[]) parts[Section.Part.TIMES.ordinal()],
                description.scale());
        return new Dataset(description.name(), table, (Catalogue) parts[Section.Part.CATALOGUE.ordinal()],
                description.report(), description.noiseFloor(), description.publishedTrainRows(), List.of());
    }

    private Object read(Section.Part part, Description description) throws IOException {
        return switch (part) {
            case DESCRIPTION -> description;
            case CATALOGUE -> CatalogueBytes.read(bytes(part));
            case USER_IDS, ITEM_IDS -> IdIndex.ofSorted(new Bytes.In(bytes(part)).texts());
            case USERS, ITEMS -> ints(part, description.rows());
            case RATINGS -> ratings(description);
            case TIMES -> ints(part, description.timed() ? description.rows() : 0);
        };
    }

    private RatingColumn ratings(Description description) throws IOException {
        ByteBuffer mapped = checked(Section.Part.RATINGS);
        boolean coded = description.step() > 0;
        if (mapped.remaining() != (long) description.rows() * (coded ? 1 : Float.BYTES)) {
            throw new DamagedCacheException("its columns differ in length");
        }
        if (coded) {
            byte[] codes = new byte[description.rows()];
            mapped.get(codes);
            return new RatingColumn.Coded(codes, description.step());
        }
        float[] values = new float[description.rows()];
        mapped.asFloatBuffer().get(values);
        return new RatingColumn.Floats(values);
    }

    private int[] ints(Section.Part part, int rows) throws IOException {
        ByteBuffer mapped = checked(part);
        if (mapped.remaining() != (long) rows * Integer.BYTES) {
            throw new DamagedCacheException("its columns differ in length");
        }
        int[] values = new int[rows];
        mapped.asIntBuffer().get(values);
        return values;
    }

    private byte[] bytes(Section.Part part) throws IOException {
        ByteBuffer mapped = checked(part);
        byte[] bytes = new byte[mapped.remaining()];
        mapped.get(bytes);
        return bytes;
    }

    private ByteBuffer checked(Section.Part part) throws IOException {
        Section section = header.sections().get(part.ordinal());
        if (section.length() > MOST_MAPPED) {
            throw new DamagedCacheException("a part of it is too long");
        }
        ByteBuffer mapped = channel.map(FileChannel.MapMode.READ_ONLY, section.offset(), section.length())
                .order(ByteOrder.LITTLE_ENDIAN);
        CRC32C checksum = new CRC32C();
        checksum.update(mapped.duplicate());
        if (checksum.getValue() != section.checksum()) {
            throw new DamagedCacheException("its checksum is not that of what was written");
        }
        return mapped;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
