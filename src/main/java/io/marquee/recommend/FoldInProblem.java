package io.marquee.recommend;

import io.marquee.kernel.InputGradients;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.TrainedModel;
import java.util.Arrays;

/** The least-squares problem of one fold-in: inputs of the network with the items filled in. One thread at a time. */
final class FoldInProblem {

    private final UserPrior prior;
    private final int size;
    private final int width;
    private final int count;
    private final float[] inputs;
    private final float[] targets;
    private final float[] outputs;
    private final float[] gradients;
    private final InputGradients.Pass network;

    FoldInProblem(TrainedModel model, UserPrior prior, UserRatings ratings, InputGradients.Pass network) {
        EmbeddingTable items = model.weights().items();
        this.prior = prior;
        this.size = model.weights().users().size();
        this.width = size + items.size();
        this.count = ratings.size();
        this.inputs = new float[count * width];
        this.targets = new float[count];
        this.outputs = new float[count];
        this.gradients = new float[count * size];
        this.network = network;
        for (int k = 0; k < count; k++) {
            items.copyRow(ratings.items()[k], inputs, k * width + size);
            targets[k] = model.centring().toTarget(ratings.ratings()[k]);
        }
    }

    /** The problem's state at an embedding. */
    FoldInFit at(double[] point) {
        for (int k = 0; k < count; k++) {
            for (int i = 0; i < size; i++) {
                inputs[k * width + i] = (float) point[i];
            }
        }
        network.run(inputs, count, outputs, gradients);
        double[] residuals = new double[count];
        double objective = 0;
        for (int k = 0; k < count; k++) {
            residuals[k] = outputs[k] - targets[k];
            objective += residuals[k] * residuals[k];
        }
        double[] away = new double[size];
        for (int i = 0; i < size; i++) {
            away[i] = point[i] - prior.mean()[i];
        }
        double[] pulled = new double[size];
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                pulled[i] += prior.pull()[i * size + j] * away[j];
            }
            objective += away[i] * pulled[i];
        }
        return new FoldInFit(point, residuals, Arrays.copyOf(gradients, gradients.length), pulled, prior.pull(), objective);
    }
}
