package io.marquee.data.read;

import io.marquee.data.ItemTags;
import io.marquee.data.source.SourceFile;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Reads the tags that users gave to movies: {@code tags.csv}, and {@code tags.dat} of MovieLens 10M. */
public final class TagFileReader extends SideFileReader {

    private static final int FIELDS = 4;

    private final boolean csv;
    private final ItemTags.Builder tags = new ItemTags.Builder();

    /**
     * @param csv whether it is a CSV file with a header; otherwise fields stand between double colons
     * @param log takes remarks
     */
    public TagFileReader(SourceFile file, boolean csv, ImportLog log) {
        super(file, csv ? "," : "::", log);
        this.csv = csv;
    }

    /** Reads the file; no tags, and a remark, where it cannot be used. */
    public ItemTags read(ImportSteps steps) throws IOException {
        readAll(steps);
        return tags.build();
    }

    @Override
    Optional<String> header() {
        return csv ? Optional.of("userId,movieId,tag,timestamp") : Optional.empty();
    }

    @Override
    boolean take(List<String> fields) {
        if (fields.size() < FIELDS) {
            return false;
        }
        // A tag with a delimiter in it that was not quoted: what lies between movie and time is the tag.
        String tag = String.join(csv ? "," : "::", fields.subList(2, fields.size() - 1)).strip();
        String item = FieldParser.plain(fields.get(1));
        if (tag.isEmpty() || !FieldParser.isPlainNumber(item)) {
            return false;
        }
        tags.add(item, tag, 1);
        return true;
    }

    @Override
    String expected() {
        return "a user, the number of a movie, a tag and a time, " + (csv ? "with commas" : "with double colons") + " between them";
    }

    @Override
    String noun() {
        return "tag";
    }
}
