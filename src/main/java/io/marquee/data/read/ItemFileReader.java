package io.marquee.data.read;

import io.marquee.data.InvalidDataException;
import io.marquee.data.Item;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads an item file of MovieLens: an item a line. What can be repaired is repaired and counted in the log's notes; bad
 * rows are left out with a reason.
 */
public final class ItemFileReader {

    private static final String WITHOUT_TITLES =
            " Or move it away: without it, the ratings open with ids instead of titles.";

    private final SourceFile file;
    private final ItemFormat format;
    private final ImportLog log;
    private final RowLog rows;
    private final List<Item> items = new ArrayList<>();
    private final Map<Integer, Long> lineOfId = new HashMap<>();
    private final Map<ItemFields.Repair, Integer> repairs = new EnumMap<>(ItemFields.Repair.class);

    /** @param log takes remarks and reasons */
    public ItemFileReader(SourceFile file, ItemFormat format, ImportLog log) {
        this.file = file;
        this.format = format;
        this.log = log;
        this.rows = new RowLog(file, log);
    }

    /**
     * Reads the file.
     *
     * @throws InvalidDataException if the file is not an item file or too many of its rows are bad
     */
    public List<Item> read(ImportSteps steps) throws IOException {
        try (SourceStream source = SourceStream.open(file)) {
            TextLines lines = new TextLines(source);
            if (format.header().isPresent()) {
                checkHeader(lines.next(), format.header().get());
            }
            for (String line = lines.next(); line != null; line = lines.next()) {
                if (!line.isBlank()) {
                    rows.countRow();
                    addRow(line, lines);
                }
                steps.row(source, "reading " + rows.fileName());
            }
            rows.finish("movie");
            noteRepairs(lines);
        } catch (InvalidDataException e) {
            throw new InvalidDataException(e.getMessage() + WITHOUT_TITLES, e);
        }
        return List.copyOf(items);
    }

    private void checkHeader(String line, String expected) throws InvalidDataException {
        String header = line.replace("\"", "").replace(" ", "").strip();
        if (!header.equalsIgnoreCase(expected)) {
            throw new InvalidDataException(file.where() + ", line 1: the header is " + Wording.quote(line) + "; expected \""
                    + expected + "\". Correct the first line.");
        }
    }

    private void addRow(String line, TextLines lines) {
        try {
            ItemFields fields = format.fields(line);
            boolean cut = !lines.ended() && fields.repair() == ItemFields.Repair.STRAY_QUOTE;
            if (cut) {
                throw new BadFieldException("the quote in " + Wording.quote(line) + " never closes");
            }
            int id = FieldParser.id(fields.id(), "movieId");
            if (fields.title().isBlank()) {
                throw new BadFieldException("the title of movie " + id + " is missing; expected a title and a year");
            }
            Long before = lineOfId.putIfAbsent(id, lines.number());
            if (before != null) {
                throw new BadFieldException("movieId " + Wording.quote(fields.id()) + " stands on line " + before
                        + " already, which counts; expected every id once");
            }
            items.add(TitleParser.item(id, fields.title(), fields.genres()));
            repairs.merge(fields.repair(), 1, Integer::sum);
        } catch (BadFieldException e) {
            if (lines.ended()) {
                rows.refuse(lines.number(), e.getMessage());
            } else {
                rows.refuse(lines.number(), "the file ends in the middle of this row, " + Wording.quote(line));
                log.note(rows.fileName() + " ends in the middle of line " + lines.number()
                        + ", which was left out. Titles may be missing: download or export it again.");
            }
        }
    }

    private void noteRepairs(TextLines lines) {
        int joined = repairs.getOrDefault(ItemFields.Repair.UNQUOTED_COMMA, 0);
        if (joined > 0) {
            log.note(Wording.count(joined, "title") + " of " + rows.fileName()
                    + " had a comma but no quotes around it; the parts were joined.");
        }
        int stray = repairs.getOrDefault(ItemFields.Repair.STRAY_QUOTE, 0);
        if (stray > 0) {
            log.note(Wording.count(stray, "title") + " of " + rows.fileName()
                    + " had quotes that do not pair; they were read as they stand.");
        }
        if (lines.latinLines() > 0 && !format.mayBeLatin()) {
            log.note(Wording.count(lines.latinLines(), "line") + " of " + rows.fileName()
                    + " had characters that are not valid UTF-8 and were read as ISO-8859-1.");
        }
    }
}
