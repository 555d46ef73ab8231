package io.marquee.kernel;

import io.marquee.kernel.DenseWeights.Activation;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * Times the kernels one pass at a time, on one thread, in nanoseconds a rating: the two passes of a tile through the
 * lecture's network, scores of pairs, and the optimisers in nanoseconds a parameter. Not a test, since it measures time:
 * {@code java --add-modules jdk.incubator.vector -cp target/test-classes:target/classes:...
 * io.marquee.kernel.KernelBenchmark}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class KernelBenchmark {

    private static final int PARAMETERS = 4096;

    /** Right rows, which a few left rows are scored with. */
    private static final int RIGHT = 64;
    private static final int LEFT = 4;

    /** Which kernel: the fastest here, or plain loops. */
    @Param({"fastest", "portable"})
    public String which;

    /** Inputs of the network: two embeddings. */
    @Param("20")
    public int width;

    /** Outputs of its hidden layer. */
    @Param("1024")
    public int hidden;

    private DenseKernel kernel;
    private DenseStack stack;
    private DenseStack gradients;
    private List<TransposedDense> transposed;
    private FeatureTile[] inputs;
    private PanelTile[] activations;
    private PanelTile[] inputGradients;
    private float[] partial;
    private final float[] outputs = new float[DenseKernel.TILE];
    private final float[] outputGradient = new float[DenseKernel.TILE];
    private final ParameterRun run = new ParameterRun();
    private final float[] parameters = new float[PARAMETERS];
    private final float[] slopes = new float[PARAMETERS];
    private final float[] state = new float[2 * PARAMETERS];
    private PairKernel pairs;
    private float[] left;
    private float[] right;
    private float[] pairWeights;
    private final float[] scores = new float[LEFT * RIGHT];

    /** Starts all kernels with the same numbers. */
    @Setup(Level.Trial)
    public void setUp() {
        kernel = which.equals("portable") ? Kernels.portable() : Kernels.fastest();
        SplittableRandom random = new SplittableRandom(1);
        stack = DenseStack.pack(List.of(layer(width, hidden, Activation.RELU, random),
                layer(hidden, 1, Activation.IDENTITY, random)), kernel.panel());
        gradients = stack.zeros(kernel.panel());
        transposed = stack.transpose(kernel.panel());
        inputs = stack.newInputs();
        activations = stack.newActivations(kernel.panel());
        inputGradients = stack.newInputGradients(kernel.panel());
        partial = new float[DenseKernel.TILE * kernel.panel()];
        float[] sample = new float[width];
        for (int s = 0; s < DenseKernel.TILE; s++) {
            fill(sample, random);
            inputs[0].put(s, 0, sample, 0, width);
        }
        fill(outputGradient, random);
        fill(parameters, random);
        fill(slopes, random);
        pairs = which.equals("portable") ? Kernels.portablePairs() : Kernels.fastestPairs();
        left = new float[LEFT * hidden];
        right = new float[RIGHT * hidden];
        pairWeights = new float[hidden];
        fill(left, random);
        fill(right, random);
        fill(pairWeights, random);
    }

    private static DenseWeights layer(int in, int out, Activation activation, SplittableRandom random) {
        float[] weights = new float[in * out];
        fill(weights, random);
        return new DenseWeights(in, out, weights, new float[out], activation);
    }

    private static void fill(float[] values, SplittableRandom random) {
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextDouble() - 0.5) / 10;
        }
    }

    /** Forward pass of a tile. */
    @Benchmark
    @OperationsPerInvocation(DenseKernel.TILE)
    public float[] forward() {
        stack.forward(kernel, inputs, DenseKernel.TILE, activations, partial, outputs);
        return outputs;
    }

    /** Forward and backward pass of a tile: what a step does for each rating before the optimiser. */
    @Benchmark
    @OperationsPerInvocation(DenseKernel.TILE)
    public DenseStack forwardAndBackward() {
        stack.forward(kernel, inputs, DenseKernel.TILE, activations, partial, outputs);
        stack.backward(kernel, inputs, transposed, DenseKernel.TILE, outputGradient, activations, gradients,
                inputGradients, true);
        return gradients;
    }

    /** Scores of one user, as a question's are. */
    @Benchmark
    @OperationsPerInvocation(RIGHT)
    public float[] pairsOfOne() {
        pairs.score(left, 0, 1, right, 0, RIGHT, pairWeights, scores);
        return scores;
    }

    /** Scores of a few users together, as those of everybody are. */
    @Benchmark
    @OperationsPerInvocation(LEFT * RIGHT)
    public float[] pairsOfFour() {
        pairs.score(left, 0, LEFT, right, 0, RIGHT, pairWeights, scores);
        return scores;
    }

    /** One step of gradient descent. */
    @Benchmark
    @OperationsPerInvocation(PARAMETERS)
    public float[] descend() {
        kernel.descend(run(), 1e-6f, 0);
        return parameters;
    }

    /** One step of Nesterov momentum. */
    @Benchmark
    @OperationsPerInvocation(PARAMETERS)
    public float[] nesterov() {
        kernel.nesterov(run(), 1e-6f, 0.9f, 0);
        return parameters;
    }

    /** One step of Adam. */
    @Benchmark
    @OperationsPerInvocation(PARAMETERS)
    public float[] adam() {
        kernel.adam(run(), 1e-6f, 1e-8f, 0);
        return parameters;
    }

    private ParameterRun run() {
        return run.parameters(parameters, 0, state, 0, PARAMETERS).gradients(slopes, 0, PARAMETERS);
    }

    /** Runs all, or those whose names match the first argument. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                .include(arguments.length > 0 ? arguments[0] : KernelBenchmark.class.getName())
                .build()).run();
    }
}
