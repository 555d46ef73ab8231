package io.marquee.data;

/** Which part each row of a table belongs to. All rows begin in the train part and are moved out of it. */
final class RowParts {

    /** The parts of a split. */
    enum Part {
        TRAIN,
        VALIDATION,
        TEST
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

    /** The rows of a part, ascending. */
    int[] rows(Part part) {
        int[] rows = new int[size(part)];
        int count = 0;
        for (int row = 0; row < parts.length; row++) {
            if (parts[row] == part.ordinal()) {
                rows[count++] = row;
            }
        }
        return rows;
    }
}
