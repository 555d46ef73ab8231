package io.marquee.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Reads the array in DL4J's {@code coefficients.bin}, as Nd4j.write lays it out: a shape buffer and a data buffer, each
 * an allocation mode (UTF), a length (long), a data type (UTF) and big-endian elements.
 */
final class CoefficientsReader {

    private static final int LONGEST_SHAPE = 64;
    private static final int CHUNK = 1 << 16;

    private CoefficientsReader() {}

    /**
     * @param expected number of floats there must be
     * @throws IllegalArgumentException if the array is of another length or type, or holds what is no finite number
     */
    static float[] read(InputStream in, int expected) throws IOException {
        DataInputStream data = new DataInputStream(in);
        data.readUTF();
        long shapeLength = data.readLong();
        String shapeType = data.readUTF();
        if (shapeLength < 0 || shapeLength > LONGEST_SHAPE || !shapeType.equals("LONG")) {
            throw new IllegalArgumentException("the network's coefficients have no readable shape");
        }
        data.readNBytes((int) shapeLength * Long.BYTES);
        data.readUTF();
        long length = data.readLong();
        String type = data.readUTF();
        if (length != expected || !type.equals("FLOAT")) {
            throw new IllegalArgumentException("the network has " + length + " coefficients of type " + type
                    + " where its hyperparameters need " + expected + " of type FLOAT");
        }
        return floats(data, expected);
    }

    private static float[] floats(DataInputStream data, int count) throws IOException {
        float[] values = new float[count];
        byte[] bytes = new byte[CHUNK * Float.BYTES];
        for (int from = 0; from < count; from += CHUNK) {
            int size = Math.min(CHUNK, count - from);
            data.readFully(bytes, 0, size * Float.BYTES);
            ByteBuffer.wrap(bytes, 0, size * Float.BYTES).asFloatBuffer().get(values, from, size);
            for (int i = from; i < from + size; i++) {
                if (!Float.isFinite(values[i])) {
                    throw new IllegalArgumentException("coefficient " + i + " of the network is " + values[i]
                            + ", and it can predict nothing with that");
                }
            }
        }
        return values;
    }
}
