package io.marquee.train.checkpoint;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.marquee.model.Json;
import io.marquee.train.EngineState;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UTFDataFormatException;
import java.nio.ByteBuffer;
import java.nio.FloatBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/**
 * The file of a checkpoint: the words {@code MARQUEE CHECKPOINT 1}, the run so far as JSON, the number of optimiser steps,
 * the arrays with their names, and a checksum (CRC-32) over all of it, all big-endian.
 */
final class CheckpointFile {

    private static final byte[] MAGIC = "MARQUEE CHECKPOINT 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int BLOCK = 1 << 16;

    private CheckpointFile() {}

    /** Writes a file and returns when it is on the disk. */
    static void write(Checkpoint checkpoint, Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            CheckedOutputStream checked = new CheckedOutputStream(Channels.newOutputStream(channel), new CRC32());
            DataOutputStream out = new DataOutputStream(checked);
            byte[] run = Json.mapper().writeValueAsBytes(checkpoint.run());
            out.write(MAGIC);
            out.writeInt(run.length);
            out.write(run);
            out.writeLong(checkpoint.state().steps());
            out.writeInt(checkpoint.state().arrays().size());
            for (Map.Entry<String, float[]> array : checkpoint.state().arrays().entrySet()) {
                out.writeUTF(array.getKey());
                out.writeInt(array.getValue().length);
                write(array.getValue(), out);
            }
            out.writeLong(checked.getChecksum().getValue());
            channel.force(true);
        }
    }

    private static void write(float[] values, OutputStream out) throws IOException {
        byte[] bytes = new byte[BLOCK];
        FloatBuffer floats = ByteBuffer.wrap(bytes).asFloatBuffer();
        for (int from = 0; from < values.length; from += floats.capacity()) {
            int count = Math.min(floats.capacity(), values.length - from);
            floats.clear().put(values, from, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    /** @throws CheckpointException if the file is damaged or of another kind */
    static Checkpoint read(Path file) throws IOException {
        try (CheckedInputStream checked =
                        new CheckedInputStream(new BufferedInputStream(Files.newInputStream(file), BLOCK), new CRC32());
                DataInputStream in = new DataInputStream(checked)) {
            RunSoFar run = readRun(in, file);
            long steps = in.readLong();
            Map<String, float[]> arrays = new LinkedHashMap<>();
            int count = in.readInt();
            for (int i = 0; i < count; i++) {
                String name = in.readUTF();
                int length = in.readInt();
                if (length < 0 || (long) length * Float.BYTES > Files.size(file)) {
                    throw damaged(file, null);
                }
                arrays.put(name, read(length, in));
            }
            long sum = checked.getChecksum().getValue();
            if (in.readLong() != sum) {
                throw damaged(file, null);
            }
            return new Checkpoint(run, new EngineState(steps, arrays));
        } catch (EOFException | UTFDataFormatException | JsonProcessingException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    /** Only what was asked for and what it brought; the rest of the file is not looked at. */
    static RunSoFar readRun(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return readRun(in, file);
        } catch (EOFException | UTFDataFormatException | JsonProcessingException | IllegalArgumentException e) {
            throw damaged(file, e);
        }
    }

    private static RunSoFar readRun(DataInputStream in, Path file) throws IOException {
        byte[] magic = in.readNBytes(MAGIC.length);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new CheckpointException(file + " is not a checkpoint, or one of a newer version of Marquee.");
        }
        int length = in.readInt();
        if (length < 0 || length > Files.size(file)) {
            throw damaged(file, null);
        }
        byte[] run = in.readNBytes(length);
        if (run.length < length) {
            throw damaged(file, null);
        }
        return Json.mapper().readValue(run, RunSoFar.class);
    }

    private static float[] read(int length, InputStream in) throws IOException {
        float[] values = new float[length];
        byte[] bytes = new byte[BLOCK];
        FloatBuffer floats = ByteBuffer.wrap(bytes).asFloatBuffer();
        for (int from = 0; from < length; from += floats.capacity()) {
            int count = Math.min(floats.capacity(), length - from);
            if (in.readNBytes(bytes, 0, count * Float.BYTES) < count * Float.BYTES) {
                throw new EOFException();
            }
            floats.clear().get(values, from, count);
        }
        return values;
    }

    private static CheckpointException damaged(Path file, Exception cause) {
        return new CheckpointException("The checkpoint " + file + " is damaged.", cause);
    }
}
