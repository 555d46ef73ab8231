package io.marquee.model;

import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.DenseWeights.Activation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where each parameter lies in the one flat vector DL4J keeps and saves (coefficients.bin): layers in the order user
 * embedding, item embedding, hidden layers, output; in each layer the weights column-major, then the biases.
 *
 * <p>Reading that vector here lets a model be loaded without starting ND4J, and without letting a foreign file choose
 * which classes are made.
 */
final class ParameterLayout {

    private final Hyperparameters hyperparameters;
    private final int users;
    private final int items;

    ParameterLayout(Hyperparameters hyperparameters, int users, int items) {
        this.hyperparameters = hyperparameters;
        this.users = users;
        this.items = items;
    }

    /** The number of parameters. */
    long length() {
        long length = ((long) users + items) * hyperparameters.embeddingSize();
        int width = 2 * hyperparameters.embeddingSize();
        for (int out : outputs()) {
            length += (width + 1L) * out;
            width = out;
        }
        return length;
    }

    /** Cuts DL4J's flat vector into layers. */
    NetworkWeights read(float[] flat) {
        if (flat.length != length()) {
            throw new IllegalArgumentException("Expected " + length() + " parameters, not " + flat.length);
        }
        int size = hyperparameters.embeddingSize();
        EmbeddingTable userTable = new EmbeddingTable(users, size, rowMajor(flat, 0, users, size));
        EmbeddingTable itemTable = new EmbeddingTable(items, size, rowMajor(flat, users * size, items, size));
        int position = (users + items) * size;
        int width = 2 * size;
        List<DenseWeights> layers = new ArrayList<>();
        List<Integer> outputs = outputs();
        for (int i = 0; i < outputs.size(); i++) {
            int out = outputs.get(i);
            float[] weights = rowMajor(flat, position, width, out);
            position += width * out;
            float[] bias = Arrays.copyOfRange(flat, position, position + out);
            position += out;
            Activation activation = i == outputs.size() - 1 ? Activation.IDENTITY : Activation.RELU;
            layers.add(new DenseWeights(width, out, weights, bias, activation));
            width = out;
        }
        return new NetworkWeights(userTable, itemTable, layers);
    }

    private List<Integer> outputs() {
        List<Integer> outputs = new ArrayList<>(hyperparameters.hiddenLayers());
        outputs.add(1);
        return outputs;
    }

    private static float[] rowMajor(float[] columnMajor, int offset, int rows, int columns) {
        float[] result = new float[rows * columns];
        for (int column = 0; column < columns; column++) {
            int from = offset + column * rows;
            for (int row = 0; row < rows; row++) {
                result[row * columns + column] = columnMajor[from + row];
            }
        }
        return result;
    }
}
