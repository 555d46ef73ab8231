package io.marquee.isolate;

import io.marquee.kernel.DenseWeights;
import io.marquee.kernel.DenseWeights.Activation;
import io.marquee.model.EmbeddingTable;
import io.marquee.model.NetworkWeights;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * Parameters of a network in a file, by which one process of this machine hands them to another: shapes as integers, values as
 * floats, all big-endian.
 */
final class WeightsFile {

    private static final int MAGIC = 0x4d515753;
    private static final int BLOCK = 1 << 16;
    private static final int MOST_LAYERS = 1000;

    private WeightsFile() {}

    /** Writes a file; it appears under its name only when it is whole. */
    static void write(NetworkWeights weights, Path file) throws IOException {
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        try (DataOutputStream out = new DataOutputStream(
                new BufferedOutputStream(Files.newOutputStream(unfinished), BLOCK))) {
            out.writeInt(MAGIC);
            write(weights.users(), out);
            write(weights.items(), out);
            out.writeInt(weights.layers().size());
            for (DenseWeights layer : weights.layers()) {
                out.writeInt(layer.in());
                out.writeInt(layer.out());
                out.writeInt(layer.activation().ordinal());
                write(layer.weights(), out);
                write(layer.bias(), out);
            }
        }
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static void write(EmbeddingTable table, DataOutputStream out) throws IOException {
        out.writeInt(table.rows());
        out.writeInt(table.size());
        write(table.values(), out);
    }

    private static void write(float[] values, DataOutputStream out) throws IOException {
        ByteBuffer block = ByteBuffer.allocate(BLOCK);
        for (int from = 0; from < values.length; from += BLOCK / Float.BYTES) {
            int count = Math.min(BLOCK / Float.BYTES, values.length - from);
            block.clear().asFloatBuffer().put(values, from, count);
            out.write(block.array(), 0, count * Float.BYTES);
        }
    }

    /** @throws IOException if the file is not one that {@link #write} wrote */
    static NetworkWeights read(Path file) throws IOException {
        long most = Files.size(file) / Float.BYTES;
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK))) {
            if (in.readInt() != MAGIC) {
                throw new IOException(file + " does not hold a network");
            }
            EmbeddingTable users = table(in, most);
            EmbeddingTable items = table(in, most);
            int count = in.readInt();
            if (count < 0 || count > MOST_LAYERS) {
                throw new IOException(file + " is said to hold " + count + " layers");
            }
            List<DenseWeights> layers = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                int width = in.readInt();
                int outputs = in.readInt();
                Activation activation = Activation.values()[in.readInt()];
                layers.add(new DenseWeights(width, outputs, values(in, (long) width * outputs, most),
                        values(in, outputs, most), activation));
            }
            return new NetworkWeights(users, items, layers);
        } catch (EOFException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new IOException(file + " is damaged", e);
        }
    }

    private static EmbeddingTable table(DataInputStream in, long most) throws IOException {
        int rows = in.readInt();
        int size = in.readInt();
        return new EmbeddingTable(rows, size, values(in, (long) rows * size, most));
    }

    private static float[] values(DataInputStream in, long count, long most) throws IOException {
        if (count < 0 || count > most) {
            throw new EOFException();
        }
        float[] values = new float[(int) count];
        byte[] block = new byte[BLOCK];
        for (int from = 0; from < values.length; from += BLOCK / Float.BYTES) {
            int part = Math.min(BLOCK / Float.BYTES, values.length - from);
            in.readFully(block, 0, part * Float.BYTES);
            ByteBuffer.wrap(block).asFloatBuffer().get(values, from, part);
        }
        return values;
    }
}
