package io.marquee.train.array;

import io.marquee.model.EmbeddingTable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.scatter.ScatterUpdate;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * The embeddings of users and items in training, on the device, as one table: first the users' rows, then the items'. Each
 * row's parameters and optimiser state lie side by side. So one gather takes and one scatter returns all that a step changes.
 *
 * <p>A row that occurs several times in a batch must be updated once, by the sum of its gradients. They are added up in an
 * array of the table's height, which is zero between steps, and gathered from there: each occurrence then works out the same
 * new row, and it does not matter which of them is written last. So a step costs as much as its batch is large, however many
 * rows there are, and the host need not know which rows they are.
 *
 * <p>The operations are chosen for what they do on CUDA, see {@code src/docs/decisions/0036}: others of the same meaning work out
 * something for every row of the table on the host, or walk the batch for every element of the table.
 */
final class ArrayEmbeddings {

    private final int users;
    private final int items;
    private final int size;
    private final int slots;
    private final INDArray values;
    private final INDArray sums;

    /**
     * @param users parameters to start from; copied
     * @param items parameters to start from, of the same size; copied
     * @param slots values of optimiser state a parameter needs
     */
    ArrayEmbeddings(EmbeddingTable users, EmbeddingTable items, int slots) {
        this.users = users.rows();
        this.items = items.rows();
        this.size = users.size();
        this.slots = slots;
        this.values = Nd4j.create(DataType.FLOAT, rows(), width());
        this.sums = Nd4j.create(DataType.FLOAT, rows(), size);
        setPart(0, users, items);
    }

    private long rows() {
        return (long) users + items;
    }

    /** Floats of a row. */
    long width() {
        return (long) size * (1 + slots);
    }

    /** Values of an embedding. */
    int size() {
        return size;
    }

    /** How many users there are: the row of item 0. */
    int users() {
        return users;
    }

    /**
     * Takes the rows of a batch.
     *
     * @param rows their numbers, {@code [rows][1]} of integers
     * @param taken receives them, {@code [rows][width]}
     */
    void take(INDArray rows, INDArray taken) {
        gather(values, rows, taken);
    }

    /**
     * Updates by the gradients of the batch that was taken last.
     *
     * @param batch the batch's arrays, with the rows as they were taken and the gradient of the loss by each of them
     * @param allRows whether rows that are not in the batch are updated too, with a gradient of zero
     */
    @SuppressWarnings("deprecation") // What is to be used instead walks all indices for each row of the table on a GPU.
    void update(INDArray rows, BatchArrays batch, ArrayOptimizer optimizer, double l2, boolean allRows) {
        // Sums what occurs twice, in the order of the batch: on a GPU each row is one block's business.
        Nd4j.scatterUpdate(ScatterUpdate.UpdateOp.ADD, sums, rows.reshape(rows.length()), batch.embeddingGradients(), 1);
        if (allRows) {
            optimizer.update(part(values, 0), state(values), sums, l2);
            sums.assign(0);
            return;
        }
        gather(sums, rows, batch.summed());
        optimizer.update(part(batch.taken(), 0), state(batch.taken()), batch.summed(), l2);
        put(values, rows, batch.taken());
        put(sums, rows, batch.zeros());
    }

    private static void gather(INDArray table, INDArray rows, INDArray into) {
        Nd4j.exec(DynamicCustomOp.builder("gather_nd").addInputs(table, rows).addOutputs(into).build());
    }

    /** Without a lock, and rows unchecked: where a row occurs several times, what is written to it is the same. */
    private static void put(INDArray table, INDArray rows, INDArray from) {
        Nd4j.exec(DynamicCustomOp.builder("scatter_upd").addInputs(table, rows.reshape(rows.length()), from)
                .callInplace(true).addBooleanArguments(false, false).build());
    }

    /** The parameters (part 0) or one of their values of optimiser state (from 1) in rows of a table or of a batch. */
    INDArray part(INDArray wide, int part) {
        return wide.get(NDArrayIndex.all(), NDArrayIndex.interval((long) part * size, (long) (part + 1) * size));
    }

    private INDArray[] state(INDArray wide) {
        INDArray[] state = new INDArray[slots];
        for (int slot = 0; slot < slots; slot++) {
            state[slot] = part(wide, slot + 1);
        }
        return state;
    }

    /** A copy of the users' parameters (part 0) or of one of their values of optimiser state (from 1). */
    EmbeddingTable users(int part) {
        return new EmbeddingTable(users, size, copy(part, 0, users));
    }

    /** A copy of the items' parameters (part 0) or of one of their values of optimiser state (from 1). */
    EmbeddingTable items(int part) {
        return new EmbeddingTable(items, size, copy(part, users, items));
    }

    private float[] copy(int part, int from, int rows) {
        try (INDArray copy = part(rows(from, rows), part).dup('c')) {
            return copy.data().asFloat();
        }
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, EmbeddingTable usersSource, EmbeddingTable itemsSource) {
        set(part, 0, usersSource);
        set(part, users, itemsSource);
    }

    private void set(int part, int from, EmbeddingTable source) {
        try (INDArray copy = Nd4j.createFromArray(source.values())) {
            part(rows(from, source.rows()), part).assign(copy.reshape(source.rows(), size));
        }
    }

    private INDArray rows(int from, int count) {
        return values.get(NDArrayIndex.interval(from, from + count), NDArrayIndex.all());
    }

    void close() {
        values.close();
        sums.close();
    }
}
