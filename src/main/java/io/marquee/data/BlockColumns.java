package io.marquee.data;

import io.marquee.data.parallel.Workers;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** The rows of many blocks as whole columns, gone through block by block on all cores. */
final class BlockColumns {

    private final List<RatingBlock> blocks;
    private final int[] starts;

    BlockColumns(List<RatingBlock> blocks) {
        this.blocks = List.copyOf(blocks);
        this.starts = new int[blocks.size() + 1];
        for (int block = 0; block < blocks.size(); block++) {
            starts[block + 1] = starts[block] + blocks.get(block).size();
        }
    }

    int rows() {
        return starts[blocks.size()];
    }

    /** Whether every row has a time. */
    boolean timed() {
        return blocks.stream().allMatch(RatingBlock::timed);
    }

    Ids users() {
        return new Ids(RatingBlock::users);
    }

    Ids items() {
        return new Ids(RatingBlock::items);
    }

    int[] times() {
        int[] column = new int[rows()];
        each((block, from) -> System.arraycopy(block.times(), 0, column, from, block.size()));
        return column;
    }

    void forget(Consumer<RatingBlock> column) {
        blocks.forEach(column);
    }

    /** Work on one block, whose first row is row {@code from} of the table. */
    @FunctionalInterface
    interface BlockWork {
        void on(RatingBlock block, int from);
    }

    /** Does work on every block, several at a time. */
    void each(BlockWork work) {
        Workers.<RuntimeException>run(blocks.size(), block -> work.on(blocks.get(block), starts[block]));
    }

    /** One of the two columns of ids. */
    final class Ids {

        private final Function<RatingBlock, int[]> column;

        private Ids(Function<RatingBlock, int[]> column) {
            this.column = column;
        }

        int rows() {
            return BlockColumns.this.rows();
        }

        /** The lowest and the highest id; there must be one. */
        int[] bounds() {
            int[] lowest = new int[blocks.size()];
            int[] highest = new int[blocks.size()];
            Workers.<RuntimeException>run(blocks.size(), number -> {
                int[] ids = column.apply(blocks.get(number));
                int minimum = Integer.MAX_VALUE;
                int maximum = 0;
                for (int i = 0; i < blocks.get(number).size(); i++) {
                    minimum = Math.min(minimum, ids[i]);
                    maximum = Math.max(maximum, ids[i]);
                }
                lowest[number] = minimum;
                highest[number] = maximum;
            });
            int minimum = Integer.MAX_VALUE;
            int maximum = 0;
            for (int block = 0; block < lowest.length; block++) {
                minimum = Math.min(minimum, lowest[block]);
                maximum = Math.max(maximum, highest[block]);
            }
            return new int[] {minimum, maximum};
        }

        /** Sets {@code present[id - minimum]} for each id. */
        void mark(byte[] present, int minimum) {
            // Several threads may set the same place, all to the same value.
            each((block, from) -> {
                int[] ids = column.apply(block);
                for (int i = 0; i < block.size(); i++) {
                    present[ids[i] - minimum] = 1;
                }
            });
        }

        /** All ids, row by row. */
        int[] copy() {
            int[] ids = new int[rows()];
            each((block, from) -> System.arraycopy(column.apply(block), 0, ids, from, block.size()));
            return ids;
        }

        /** The dense indices of all rows. */
        int[] mapped(IdTable table) {
            int[] indices = new int[rows()];
            each((block, from) -> table.map(column.apply(block), block.size(), indices, from));
            return indices;
        }
    }
}
