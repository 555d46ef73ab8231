package io.marquee.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.marquee.train.Runs;
import java.nio.file.Path;
import java.util.List;
import org.deeplearning4j.gradientcheck.GradientCheckUtil;
import org.deeplearning4j.gradientcheck.GradientCheckUtil.GraphConfig;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.util.CrashReportingUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class RecommenderGraphTest {

    @Test
    void lackOfMemoryWritesNoFile(@TempDir Path folder) {
        ComputationGraph graph = RecommenderGraph.build(Runs.small(), 6, 7);
        CrashReportingUtil.crashDumpOutputDirectory(folder.toFile());
        try {
            CrashReportingUtil.writeMemoryCrashDump(graph, new OutOfMemoryError("none left"));
        } finally {
            CrashReportingUtil.crashDumpOutputDirectory(null);
        }
        assertThat(folder).isEmptyDirectory();
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.01})
    void gradientsOfTheGraphAreThoseOfItsLoss(double l2) {
        DataType before = Nd4j.dataType();
        Nd4j.setDefaultDataTypes(DataType.DOUBLE, DataType.DOUBLE);
        try {
            Hyperparameters hyperparameters = Runs.small().toBuilder()
                    .embeddingSize(3).hiddenLayers(List.of(5, 4)).embeddingScale(0.5).l2(l2)
                    .optimizer(OptimizerKind.SGD).learningRate(1).build();
            ComputationGraph graph = RecommenderGraph.build(hyperparameters, 6, 7, DataType.DOUBLE);
            INDArray users = Nd4j.createFromArray(new int[] {0, 5, 2, 2}).reshape(4, 1);
            INDArray items = Nd4j.createFromArray(new int[] {6, 1, 1, 3}).reshape(4, 1);
            INDArray targets = Nd4j.createFromArray(new double[] {0.5, -1, 1.5, 0}).reshape(4, 1);

            boolean correct = GradientCheckUtil.checkGradients(new GraphConfig()
                    .net(graph)
                    .inputs(new INDArray[] {users, items})
                    .labels(new INDArray[] {targets})
                    .epsilon(1e-6)
                    .maxRelError(1e-4)
                    .minAbsoluteError(1e-9));

            assertThat(correct).isTrue();
        } finally {
            Nd4j.setDefaultDataTypes(before, before);
        }
    }

    @Test
    void theSameSeedGivesTheSameInitialWeights() {
        NetworkWeights first = GraphWeights.read(RecommenderGraph.build(Runs.small(), 5, 6));
        NetworkWeights second = GraphWeights.read(RecommenderGraph.build(Runs.small(), 5, 6));

        assertThat(first.users().values()).isEqualTo(second.users().values());
        assertThat(first.layers().get(0).weights()).isEqualTo(second.layers().get(0).weights());
    }

    @Test
    void weightsWrittenToAGraphAreReadBackEqual() {
        NetworkWeights weights = GraphWeights.read(RecommenderGraph.build(Runs.small(), 5, 6));
        ComputationGraph other = RecommenderGraph.build(Runs.small().toBuilder().seed(99).build(), 5, 6);

        GraphWeights.write(weights, other);

        NetworkWeights read = GraphWeights.read(other);
        assertThat(read.users().values()).isEqualTo(weights.users().values());
        assertThat(read.items().values()).isEqualTo(weights.items().values());
        for (int i = 0; i < weights.layers().size(); i++) {
            assertThat(read.layers().get(i).weights()).isEqualTo(weights.layers().get(i).weights());
            assertThat(read.layers().get(i).bias()).isEqualTo(weights.layers().get(i).bias());
        }
    }

    @Test
    void theFlatVectorOfDl4jIsCutIntoTheSameLayers() {
        ComputationGraph graph = RecommenderGraph.build(
                Runs.small().toBuilder().hiddenLayers(List.of(8, 3)).build(), 5, 6);
        NetworkWeights weights = GraphWeights.read(graph);

        ParameterLayout layout =
                new ParameterLayout(Runs.small().toBuilder().hiddenLayers(List.of(8, 3)).build(), 5, 6);
        NetworkWeights cut = layout.read(graph.params().dup().data().asFloat());

        assertThat(layout.length()).isEqualTo(graph.numParams()).isEqualTo(weights.parameterCount());
        assertThat(cut.users().values()).isEqualTo(weights.users().values());
        assertThat(cut.items().values()).isEqualTo(weights.items().values());
        for (int i = 0; i < weights.layers().size(); i++) {
            assertThat(cut.layers().get(i).weights()).isEqualTo(weights.layers().get(i).weights());
            assertThat(cut.layers().get(i).bias()).isEqualTo(weights.layers().get(i).bias());
        }
    }
}
