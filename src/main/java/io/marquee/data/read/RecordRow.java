package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import io.marquee.data.RatingTableBuilder;

/** Reads a row from the fields that Commons CSV has found: the reader of record. */
final class RecordRow {

    private final RowLayout layout;
    private final ColumnMapping mapping;
    private final RatingTableBuilder builder;

    RecordRow(RowLayout layout, RatingTableBuilder builder) {
        this.layout = layout;
        this.mapping = layout.mapping();
        this.builder = builder;
    }

    /**
     * Reads a row.
     *
     * @throws BadFieldException if it cannot be used
     */
    void read(String[] fields, Row row) throws BadFieldException {
        if (fields.length != mapping.columns()) {
            throw new BadFieldException(Wording.quote(String.join(mapping.delimiter(), fields)) + " has "
                    + Wording.count(fields.length, "field") + "; expected " + mapping.columns());
        }
        String user = fields[mapping.user()];
        String item = fields[mapping.item()];
        row.outcome = Row.Outcome.RATING;
        if (!layout.textIds()) {
            row.user = FieldParser.id(user, name(mapping.user()));
            row.item = FieldParser.id(item, name(mapping.item()));
        }
        rating(fields[mapping.rating()], row);
        if (layout.time() >= 0) {
            row.second = (int) FieldParser.time(fields[layout.time()], name(layout.time()), mapping.timeFormat());
        }
        if (layout.textIds()) {
            row.user = builder.userCode(FieldParser.text(user, name(mapping.user())));
            row.item = builder.itemCode(FieldParser.text(item, name(mapping.item())));
        }
    }

    private void rating(String field, Row row) throws BadFieldException {
        float number = FieldParser.number(field);
        if (layout.isImplicit(number)) {
            row.outcome = Row.Outcome.IMPLICIT;
        } else if (layout.isMissing(number)) {
            row.outcome = Row.Outcome.MISSING;
        } else {
            row.rating = FieldParser.rating(field, name(mapping.rating()), layout.scale());
        }
    }

    private String name(int column) {
        return layout.names().get(column);
    }
}
