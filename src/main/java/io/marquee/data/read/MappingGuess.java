package io.marquee.data.read;

import io.marquee.data.ColumnMapping;
import java.util.List;

/**
 * What the beginning of a file tells about its layout.
 *
 * @param mapping the most likely mapping
 * @param columnNames names of the columns: those of the header, or "column 0" and so on
 * @param doubts what is not sure, in sentences; empty where the file can be opened without asking
 */
public record MappingGuess(ColumnMapping mapping, List<String> columnNames, List<String> doubts) {

    public MappingGuess {
        columnNames = List.copyOf(columnNames);
        doubts = List.copyOf(doubts);
    }

    /** Whether the file can be opened without asking. */
    public boolean certain() {
        return doubts.isEmpty();
    }
}
