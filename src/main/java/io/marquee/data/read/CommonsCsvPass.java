package io.marquee.data.read;

import io.marquee.data.Progress;
import io.marquee.data.RatingBlock;
import io.marquee.data.RatingTableBuilder;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** Reads a rating file as one would without haste: one thread, Commons CSV, every needed field converted. */
public final class CommonsCsvPass {

    private static final int ROWS_BETWEEN_REPORTS = 1 << 16;

    private CommonsCsvPass() {}

    /**
     * Reads all rows and keeps none; bad rows are passed over.
     *
     * @return how many rows there were
     */
    public static long read(RatingFile file, Progress progress) throws IOException {
        RowLayout layout = file.layout();
        RatingTableBuilder builder = layout.textIds()
                ? RatingTableBuilder.ofTextIds(layout.scale())
                : RatingTableBuilder.ofNumericIds(layout.scale());
        RecordRow reader = new RecordRow(layout, builder);
        Row row = new Row();
        RatingBlock block = new RatingBlock(ROWS_BETWEEN_REPORTS);
        ImportSteps steps = new ImportSteps(progress, 0, 1);
        long rows = 0;
        try (SourceStream source = SourceStream.open(file.source());
                Reader text = new InputStreamReader(source, layout.charset())) {
            source.readNBytes((int) file.start());
            try (CSVParser parser = CSVParser.parse(text,
                    ChunkReader.format(layout.mapping().delimiter(), layout.quote()))) {
                for (CSVRecord record : parser) {
                    if (rows++ % ROWS_BETWEEN_REPORTS == 0) {
                        block = new RatingBlock(ROWS_BETWEEN_REPORTS);
                        steps.check(source.fraction(), "reading with Commons CSV on one thread");
                    }
                    try {
                        reader.read(record.values(), row);
                        row.addTo(block, layout.time() >= 0);
                    } catch (BadFieldException e) {
                        // The import has said so already.
                    }
                }
            }
        } catch (UncheckedIOException e) {
            // The iterator of the parser has no other way to pass it on.
            throw e.getCause();
        }
        return rows;
    }
}
