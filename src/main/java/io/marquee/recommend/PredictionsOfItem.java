package io.marquee.recommend;

import io.marquee.kernel.ForwardPass;
import io.marquee.kernel.Kernels;
import io.marquee.model.Centring;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.TrainedModel;
import java.util.List;

/** What users of given embeddings would give to one item. One thread at a time. */
final class PredictionsOfItem {

    private final EmbeddingTable items;
    private final int item;
    private final int userSize;
    private final Centring centring;
    private final ForwardPass forward;

    PredictionsOfItem(TrainedModel model, int item) {
        this.items = model.weights().items();
        this.item = item;
        this.userSize = model.weights().users().size();
        this.centring = model.centring();
        this.forward = new ForwardPass(Kernels.fastest(), model.weights().layers());
    }

    /** One prediction an embedding, in stars, not clipped. */
    float[] of(List<float[]> users) {
        int width = userSize + items.size();
        float[] inputs = new float[users.size() * width];
        for (int k = 0; k < users.size(); k++) {
            System.arraycopy(users.get(k), 0, inputs, k * width, userSize);
            items.copyRow(item, inputs, k * width + userSize);
        }
        float[] predictions = new float[users.size()];
        forward.run(inputs, predictions.length, predictions);
        for (int k = 0; k < predictions.length; k++) {
            predictions[k] = (float) centring.toRating(predictions[k]);
        }
        return predictions;
    }
}
