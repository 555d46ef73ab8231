package io.marquee.train.stock;

import io.marquee.train.Batch;
import java.util.Arrays;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.dataset.api.MultiDataSet;
import org.nd4j.linalg.factory.Nd4j;

/** Batches as DL4J takes them: indices and targets as columns, {@code [batch][1]}. */
final class GraphBatch {

    private GraphBatch() {}

    /** A copy of a batch's ratings from one place up to, and without, another. */
    static MultiDataSet of(Batch batch, int from, int to) {
        long[] shape = {to - from, 1};
        return new org.nd4j.linalg.dataset.MultiDataSet(
                new INDArray[] {
                    Nd4j.createFromArray(Arrays.copyOfRange(batch.users(), from, to)).reshape(shape),
                    Nd4j.createFromArray(Arrays.copyOfRange(batch.items(), from, to)).reshape(shape)
                },
                new INDArray[] {Nd4j.createFromArray(Arrays.copyOfRange(batch.targets(), from, to)).reshape(shape)});
    }
}
