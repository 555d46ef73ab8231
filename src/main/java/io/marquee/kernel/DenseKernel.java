package io.marquee.kernel;

/**
 * The inner loops of dense layers. All methods work on one panel of outputs, so that callers can chain passes over it
 * while it is in the first-level cache.
 *
 * <p>Rows are processed in groups of {@link #ROW_GROUP}: rows beyond the samples of a tile must hold finite values and
 * have zero gradients; {@link FeatureTile#clear} keeps them so.
 */
public interface DenseKernel {

    /**
     * Most rows of a tile. A constant, since loops over addresses that are multiples of it compile to better code; its
     * activations are to fit in a second-level cache of 512 KB together with the weights and their gradients.
     */
    int TILE = 32;

    /** Rows and input columns are padded to multiples of this. */
    int ROW_GROUP = 4;

    /**
     * What is nearer to 0 than this becomes 0: momenta, Adam's gradients, and parameters that go down plainly; mean squares below
     * its square too. What an L2 penalty draws to 0 would otherwise end as subnormal numbers, with which Intel's processors
     * calculate many times more slowly; so it stops before. It is far too little to matter: beside Adam's epsilon of 1e-8, or
     * beside a weight's last digit.
     */
    float NEGLIGIBLE = 1e-16f;

    /** Columns a panel has; a multiple of {@link #ROW_GROUP}. */
    int panel();

    /** Runs of parameters have to be multiples of this, which divides {@link #panel}. */
    int parameterGroup();

    /** What this kernel is, for people. */
    String description();

    /**
     * Forward pass of one panel: {@code out[s][o] = activation(bias[o] + sum over k of x[s][k] w[k][o])}.
     *
     * @param x inputs
     * @param rows samples, rounded up to a multiple of {@link #ROW_GROUP}
     * @param layer weights
     * @param panel which panel of outputs
     * @param out outputs
     */
    void forward(FeatureTile x, int rows, PackedDense layer, int panel, PanelTile out);

    /**
     * Adds one panel's share of a single output: {@code y[s] += sum over the panel's h of h[s][o] w[o]}.
     *
     * @param partial sums of each sample by lane, row-major {@code [rows][panel / 2]}
     */
    void addOutput(PanelTile h, int rows, float[] weights, int panel, float[] partial);

    /** Sums the lanes of {@link #addOutput}'s partial sums and adds the bias. */
    void finishOutput(float[] partial, int rows, float bias, float[] y);

    /**
     * Backward pass of a single output into one panel of ReLU activations, which are replaced by their gradients:
     * {@code dw[o] += sum over s of g[s] h[s][o]}, {@code h[s][o] = h[s][o] > 0 ? g[s] w[o] : 0}, and
     * {@code dBias[o] += sum over s of the new h[s][o]}.
     *
     * @param gradient g, gradient of the loss for each sample's output
     */
    void backwardOutput(
            PanelTile h, int rows, float[] weights, int panel, float[] gradient, float[] dWeights, float[] dBias);

    /**
     * Passes gradients back through one panel of ReLU activations, which are replaced by their gradients:
     * {@code h[s][o] = h[s][o] > 0 ? delta[s][o] : 0}, {@code dBias[o] += sum over s of the new h[s][o]}.
     */
    void backwardRelu(PanelTile h, PanelTile delta, int rows, int panel, float[] dBias);

    /** Weight gradients of one panel: {@code dW[k][o] += sum over s of x[s][k] delta[s][o]}. */
    void backwardWeights(FeatureTile x, PanelTile delta, int rows, int panel, PackedDense dLayer);

    /**
     * One panel's share of the input gradients: {@code dx[s][k] += sum over the panel's o of delta[s][o] w[k][o]}.
     *
     * @param layer the layer's weights transposed
     * @param dx as wide as the layer's inputs; rows up to the next multiple of twice {@link #ROW_GROUP} are overwritten
     */
    void backwardInput(PanelTile delta, int rows, TransposedDense layer, int panel, PanelTile dx);

    /**
     * One step of gradient descent: {@code w -= rate (g + l2 w)}.
     *
     * @param run which parameters, their gradients and state
     */
    void descend(ParameterRun run, float rate, float l2);

    /**
     * One step of Nesterov momentum: {@code v' = momentum v - rate (g + l2 w)}, {@code w += (1 + momentum) v' - momentum v};
     * v is state 0.
     */
    void nesterov(ParameterRun run, float rate, float momentum, float l2);

    /**
     * One step of Adam with decay rates 0.9 and 0.999: m and v, states 0 and 1, follow the gradient and its square,
     * {@code w -= rate m / (sqrt(v) + epsilon)}.
     *
     * @param rate learning rate with the step's bias corrections
     */
    void adam(ParameterRun run, float rate, float epsilon, float l2);
}
