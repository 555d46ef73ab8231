package io.marquee.export;

import io.marquee.kernel.DenseWeights;
import io.marquee.model.NetworkWeights;
import io.marquee.model.TrainedModel;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.zip.CRC32C;

/** Tells models apart, so that a file begun with one is not continued with another. */
final class ModelFingerprint {

    private static final int CHUNK = 1 << 14;

    private final CRC32C sum = new CRC32C();
    private final ByteBuffer buffer = ByteBuffer.allocate(CHUNK * Float.BYTES);

    private ModelFingerprint() {}

    /** A checksum of all weights with the fingerprint of the ratings they were learnt from. */
    static String of(TrainedModel model) {
        ModelFingerprint fingerprint = new ModelFingerprint();
        NetworkWeights weights = model.weights();
        fingerprint.add(weights.users().values());
        fingerprint.add(weights.items().values());
        for (DenseWeights layer : weights.layers()) {
            fingerprint.add(layer.weights());
            fingerprint.add(layer.bias());
        }
        return String.format(Locale.ROOT, "%s-%08x", model.protocol().datasetFingerprint(), fingerprint.sum.getValue());
    }

    private void add(float[] values) {
        for (int from = 0; from < values.length; from += CHUNK) {
            int count = Math.min(CHUNK, values.length - from);
            buffer.clear();
            buffer.asFloatBuffer().put(values, from, count);
            buffer.limit(count * Float.BYTES);
            sum.update(buffer);
        }
    }
}
