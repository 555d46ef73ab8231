package io.marquee.train.array;

import io.marquee.model.EmbeddingTable;
import java.util.ArrayList;
import java.util.List;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.impl.shape.Gather;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * An embedding table in training, on the device. Each row's parameters and optimiser state lie side by side, so that one
 * gather takes and one scatter returns all that a step changes.
 *
 * <p>A row that occurs several times in a batch must be updated once, by the sum of its gradients. They are added up in an
 * array of the table's shape, which is zero between steps, and gathered from there: each occurrence then works out the same
 * new row, and it does not matter which of them is written last. So a step costs as much as its batch is large, however many
 * rows there are, and the host need not know which rows they are.
 */
final class ArrayEmbedding {

    private final int rows;
    private final int size;
    private final INDArray values;
    private final INDArray sums;
    private final int slots;
    private INDArray indices;

    /**
     * @param start parameters to start from; copied
     * @param slots values of optimiser state a parameter needs
     */
    ArrayEmbedding(EmbeddingTable start, int slots) {
        this.rows = start.rows();
        this.size = start.size();
        this.slots = slots;
        this.values = Nd4j.create(DataType.FLOAT, rows, (long) size * (1 + slots));
        this.sums = Nd4j.create(DataType.FLOAT, rows, size);
        setPart(0, start);
    }

    int size() {
        return size;
    }

    /** The embeddings of a batch, row-major {@code [batch][size]}; the batch is kept in mind for {@link #update}. */
    INDArray gather(INDArray batchIndices) {
        indices = batchIndices;
        return columns(take(values), 0);
    }

    /**
     * Updates by the gradients of the batch gathered last.
     *
     * @param gradient of the loss by each gathered embedding, {@code [batch][size]}
     * @param allRows whether rows that are not in the batch are updated too, with a gradient of zero
     */
    void update(INDArray gradient, ArrayOptimizer optimizer, double l2, boolean allRows) {
        put("scatter_add", sums, gradient);
        if (allRows) {
            optimizer.update(columns(values, 0), state(values), sums, l2);
            sums.assign(0);
            return;
        }
        INDArray summed = take(sums);
        INDArray changed = take(values);
        put("scatter_upd", sums, Nd4j.zeros(DataType.FLOAT, indices.length(), size));
        optimizer.update(columns(changed, 0), state(changed), summed, l2);
        put("scatter_upd", values, changed);
    }

    private INDArray take(INDArray table) {
        return Nd4j.exec(new Gather(table, indices, 0))[0];
    }

    /** With a lock: indices repeat. */
    private void put(String operation, INDArray table, INDArray updates) {
        Nd4j.exec(DynamicCustomOp.builder(operation).addInputs(table, indices, updates).callInplace(true)
                .addBooleanArguments(true).build());
    }

    private INDArray columns(INDArray wide, int part) {
        return wide.get(NDArrayIndex.all(), NDArrayIndex.interval((long) part * size, (long) (part + 1) * size));
    }

    private List<INDArray> state(INDArray wide) {
        List<INDArray> state = new ArrayList<>();
        for (int slot = 1; slot <= slots; slot++) {
            state.add(columns(wide, slot));
        }
        return state;
    }

    /** A copy of the parameters (part 0) or of one of their values of optimiser state (from 1). */
    EmbeddingTable part(int part) {
        return new EmbeddingTable(rows, size, columns(values, part).dup('c').data().asFloat());
    }

    /** Overwrites the parameters (part 0) or one of their values of optimiser state (from 1). */
    void setPart(int part, EmbeddingTable source) {
        columns(values, part).assign(Nd4j.createFromArray(source.values()).reshape(rows, size));
    }
}
