package io.marquee.export;

import io.marquee.data.IdIndex;
import io.marquee.model.GraphWeights;
import io.marquee.model.TrainedModel;
import io.marquee.data.WholeFile;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.apache.commons.io.output.CloseShieldOutputStream;
import org.deeplearning4j.util.ModelSerializer;

/**
 * Writes the network for other programs, with two lists beside it that turn the original ids into the indices it takes:
 * {@code NAME.users.txt} and {@code NAME.items.txt}, one id a line, the first with index 0.
 */
public final class NetworkExport {

    /** Protocol buffers, which ONNX files are, end at 2 GB. */
    private static final long MOST_ONNX_BYTES = Integer.MAX_VALUE - (1L << 20);

    private NetworkExport() {}

    /**
     * As a zip that DL4J's ModelSerializer restores. Its output is the centred rating; see {@code TrainedModel.centring}.
     *
     * @return the files written
     * @throws IOException if a file cannot be written
     */
    public static List<Path> dl4j(TrainedModel model, Path file) throws IOException {
        WholeFile.write(file, out -> ModelSerializer.writeModel(
                GraphWeights.graphOf(model), CloseShieldOutputStream.wrap(out), false));
        return withIds(model, file);
    }

    /**
     * As ONNX; what it takes and gives is described at {@link OnnxGraph}.
     *
     * @return the files written
     * @throws IOException if a file cannot be written, or the model is too large for ONNX
     */
    public static List<Path> onnx(TrainedModel model, Path file) throws IOException {
        if (OnnxGraph.weightBytes(model) > MOST_ONNX_BYTES) {
            throw new IOException(String.format(Locale.ROOT, "This model has %,d MB of weights; an ONNX file can hold "
                    + "2,047 MB. Export it for DL4J instead.", OnnxGraph.weightBytes(model) >> 20));
        }
        WholeFile.write(file, OnnxGraph.of(model)::writeTo);
        return withIds(model, file);
    }

    private static List<Path> withIds(TrainedModel model, Path file) throws IOException {
        Path users = beside(file, ".users.txt");
        Path items = beside(file, ".items.txt");
        writeIds(model.users(), users);
        writeIds(model.items(), items);
        return List.of(file, users, items);
    }

    private static Path beside(Path file, String ending) {
        String name = file.getFileName().toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling((dot > 0 ? name.substring(0, dot) : name) + ending);
    }

    private static void writeIds(IdIndex ids, Path file) throws IOException {
        WholeFile.write(file, out -> {
            BufferedWriter writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
            for (int i = 0; i < ids.size(); i++) {
                writer.write(ids.id(i));
                writer.write('\n');
            }
            writer.flush();
        });
    }
}
