package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.RatingTableBuilder;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Reads a table of users and items: a line a user, first the number of their ratings, then a column for each item. Users and
 * items are numbered from 1, as the publisher of Jester numbers them.
 */
final class MatrixReader {

    private final RatingFile file;
    private final RowLayout layout;
    private final RatingTableBuilder builder;
    private final ImportLog log;
    private final RowLog rows;
    private final Pattern between;
    private long missing;
    private long miscounted;
    private long users;

    MatrixReader(RatingFile file, RatingTableBuilder builder, ImportLog log) {
        this.file = file;
        this.layout = file.layout();
        this.builder = builder;
        this.log = log;
        this.rows = new RowLog(file.source(), log);
        this.between = Pattern.compile(layout.mapping().delimiter(), Pattern.LITERAL);
    }

    /**
     * Reads the file. Every place of the table counts as a row that was read, and so does a line that is no user.
     *
     * @throws InvalidDataException if there is no rating in it or too much of it cannot be used
     */
    RatingFileReader.Counts read(ImportSteps steps) throws IOException {
        try (SourceStream source = SourceStream.open(file.source())) {
            TextLines lines = new TextLines(source);
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    addUser(line, lines.number());
                }
                steps.row(source, "reading " + rows.fileName());
            }
        }
        rows.finish("user");
        note();
        if (builder.size() == 0) {
            throw new InvalidDataException("Every place of " + file.source().where() + " says that there is no rating.");
        }
        return new RatingFileReader.Counts(rows.rowsRead(), rows.rowsRefused(), missing);
    }

    private void addUser(String line, long number) {
        String[] fields = between.split(line, -1);
        users++;
        if (fields.length != layout.mapping().columns()) {
            rows.countRow();
            rows.refuse(number, "there are " + Wording.count(fields.length, "field") + "; expected "
                    + layout.mapping().columns() + ", the number of ratings and one field for each item");
            return;
        }
        int rated = 0;
        for (int item = 1; item < fields.length; item++) {
            rows.countRow();
            float rating = FieldParser.number(fields[item]);
            if (layout.isMissing(rating)) {
                missing++;
            } else if (layout.scale().contains(rating)) {
                builder.add((int) users, item, rating);
                rated++;
            } else {
                rows.refuse(number, Wording.quote(fields[item]) + " of item " + item + " is no rating; expected a number from "
                        + Wording.number(layout.scale().minimum()) + " to " + Wording.number(layout.scale().maximum())
                        + ", or 99 where there is none");
            }
        }
        miscounted += FieldParser.number(fields[0]) == rated ? 0 : 1;
    }

    private void note() {
        log.note(Wording.count(missing, "place") + " of " + rows.fileName() + " " + (missing == 1 ? "holds" : "hold")
                + " 99, which means that there is no rating; left out.");
        if (miscounted > 0) {
            log.note(Wording.count(miscounted, "line") + " of " + rows.fileName() + " "
                    + (miscounted == 1 ? "begins" : "begin") + " with another number of ratings than " + (miscounted == 1
                    ? "it has." : "they have."));
        }
    }
}
