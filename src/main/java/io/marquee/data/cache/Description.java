package io.marquee.data.cache;

import io.marquee.data.Dataset;
import io.marquee.data.ImportReport;
import io.marquee.data.RatingColumn;
import io.marquee.data.RatingScale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What a cache file says of a dataset besides its columns.
 *
 * @param key what it was made from
 * @param name what people call it
 * @param report what the import met; without the list of files, which is made anew each time
 * @param scale the scale of its ratings
 * @param rows how many there are
 * @param step the value of rating code 1; 0 where ratings are floats
 * @param timed whether it has timestamps
 * @param publishedTrainRows rows of the train part, where train and test came as two files
 * @param noiseFloor the lowest error that can be expected, where it is known
 */
record Description(
        CacheKey key,
        String name,
        ImportReport report,
        RatingScale scale,
        int rows,
        float step,
        boolean timed,
        OptionalInt publishedTrainRows,
        OptionalDouble noiseFloor) {

    static byte[] write(CacheKey key, Dataset dataset) throws IOException {
        Bytes.Out out = new Bytes.Out();
        out.text(key.reading());
        out.writeInt(key.files().size());
        for (CacheKey.Stamp stamp : key.files()) {
            out.text(stamp.path());
            out.writeLong(stamp.size());
            out.writeLong(stamp.modified());
        }
        out.text(dataset.name());
        ImportReport report = dataset.report();
        out.writeLong(report.rowsRead());
        out.writeLong(report.rowsKept());
        out.writeLong(report.duplicates());
        out.writeInt(report.unlistedItems());
        out.writeLong(report.rowsRefused());
        out.writeLong(report.rowsUnrated());
        out.texts(report.notes());
        out.texts(report.reasons());
        RatingScale scale = dataset.ratings().scale();
        out.writeDouble(scale.minimum());
        out.writeDouble(scale.maximum());
        out.writeDouble(scale.step());
        out.writeInt(dataset.ratings().size());
        out.writeFloat(dataset.ratings().ratingColumn() instanceof RatingColumn.Coded coded ? coded.step() : 0);
        out.writeBoolean(dataset.ratings().hasTimestamps());
        out.writeInt(dataset.publishedTrainRows().orElse(-1));
        out.writeDouble(dataset.noiseFloor().orElse(Double.NaN));
        return out.toByteArray();
    }

    static Description read(byte[] bytes) throws IOException {
        Bytes.In in = new Bytes.In(bytes);
        String reading = in.text();
        int count = in.count();
        List<CacheKey.Stamp> stamps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            stamps.add(new CacheKey.Stamp(in.text(), in.readLong(), in.readLong()));
        }
        String name = in.text();
        long read = in.readLong();
        long kept = in.readLong();
        long duplicates = in.readLong();
        int unlisted = in.readInt();
        long refused = in.readLong();
        long unrated = in.readLong();
        ImportReport report = new ImportReport(read, kept, duplicates, unlisted, in.texts(), refused, in.texts(),
                unrated, List.of());
        RatingScale scale = new RatingScale(in.readDouble(), in.readDouble(), in.readDouble());
        int rows = in.readInt();
        float step = in.readFloat();
        boolean timed = in.readBoolean();
        int trainRows = in.readInt();
        double floor = in.readDouble();
        return new Description(new CacheKey(reading, stamps), name, report, scale, rows, step, timed,
                trainRows < 0 ? OptionalInt.empty() : OptionalInt.of(trainRows),
                Double.isNaN(floor) ? OptionalDouble.empty() : OptionalDouble.of(floor));
    }
}
