package io.marquee.data;

import java.util.BitSet;

/** Which part each row of a table belongs to. All rows begin in the train part and are moved out of it. */
final class RowParts {

    /** The parts of a split. */
    enum Part {
        TRAIN,
        VALIDATION,
        TEST,
        /** Rows that a filter keeps out of every part. */
        LEFT_OUT
    }

    private static final Part[] PARTS = Part.values();

    private final byte[] parts;
    private final int[] sizes = new int[PARTS.length];

    RowParts(int rows) {
        parts = new byte[rows];
        sizes[Part.TRAIN.ordinal()] = rows;
    }

    int rows() {
        return parts.length;
    }

    /** The number of rows that are not left out. */
    int left() {
        return rows() - size(Part.LEFT_OUT);
    }

    int size(Part part) {
        return sizes[part.ordinal()];
    }

    boolean inTrain(int row) {
        return parts[row] == Part.TRAIN.ordinal();
    }

    /** Moves a row of the train part to another part. */
    void move(int row, Part to) {
        parts[row] = (byte) to.ordinal();
        sizes[Part.TRAIN.ordinal()]--;
        sizes[to.ordinal()]++;
    }

    /** Moves a row out of its part, whichever that is. */
    void leaveOut(int row) {
        sizes[parts[row]]--;
        parts[row] = (byte) Part.LEFT_OUT.ordinal();
        sizes[Part.LEFT_OUT.ordinal()]++;
    }

    /** The rows that are not left out. */
    BitSet leftRows() {
        BitSet left = new BitSet(parts.length);
        for (int row = 0; row < parts.length; row++) {
            left.set(row, parts[row] != Part.LEFT_OUT.ordinal());
        }
        return left;
    }

    /** The rows of a part, ascending, counted among the rows that are not left out. */
    int[] rows(Part part) {
        int[] rows = new int[size(part)];
        int count = 0;
        int left = 0;
        for (byte of : parts) {
            if (of == part.ordinal()) {
                rows[count++] = left;
            }
            left += of == Part.LEFT_OUT.ordinal() ? 0 : 1;
        }
        return rows;
    }
}
